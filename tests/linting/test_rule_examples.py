"""The rules' own examples, one test each."""

from __future__ import annotations

import pytest

from medlint.linting.examples import ExampleResult, Outcome, examples_linter, run_example
from medlint.linting.rules import load_rules

RULES = load_rules()
CASES = [
    pytest.param(rule, example, bad, id=f"{rule.code}-{'bad' if bad else 'good'}-{number}")
    for rule in RULES
    for bad, examples in ((True, rule.bad), (False, rule.good))
    for number, example in enumerate(examples, 1)
]


@pytest.fixture(scope="module")
def linter():
    return examples_linter(RULES)


@pytest.mark.parametrize(("rule", "example", "bad"), CASES)
def test_example(rule, example, bad, linter):
    result = run_example(rule, example, bad, linter)
    assert result.passed, f"{'not found' if bad else 'found'}: {example.markdown!r} gave {result.found}"


def test_a_rule_of_which_no_bad_example_is_found_is_uncovered():
    first, second = RULES[:2]
    results = [
        ExampleResult(first, first.bad[0], True, ()),
        ExampleResult(first, first.good[0], False, ()),
        ExampleResult(second, second.bad[0], True, ()),
        ExampleResult(second, second.bad[1], True, (second.code,)),
    ]
    outcome = Outcome(tuple(results))
    assert outcome.uncovered == (first.code,)
    assert [result.example for result in outcome.failed] == [first.bad[0], second.bad[0]]
