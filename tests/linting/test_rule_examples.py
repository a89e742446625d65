"""The rules' own examples, one test each."""

from __future__ import annotations

import pytest

from medlint.linting.examples import run_example
from medlint.linting.findings import Confidence
from medlint.linting.linter import Linter
from medlint.linting.rules import load_rules
from medlint.linting.settings import Settings

RULES = load_rules()
CASES = [
    pytest.param(rule, example, bad, id=f"{rule.code}-{'bad' if bad else 'good'}-{number}")
    for rule in RULES
    for bad, examples in ((True, rule.bad), (False, rule.good))
    for number, example in enumerate(examples, 1)
]


@pytest.fixture(scope="module")
def linter():
    return Linter(Settings(select=tuple(rule.code for rule in RULES), min_confidence=Confidence.LOW))


@pytest.mark.parametrize(("rule", "example", "bad"), CASES)
def test_example(rule, example, bad, linter):
    result = run_example(rule, example, bad, linter)
    assert result.passed, f"{'not found' if bad else 'found'}: {example.markdown!r} gave {result.found}"
