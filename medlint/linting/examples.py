"""The rules' own examples, run as tests: a bad one must be found, a good one left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from medlint.linting.linter import Linter
from medlint.linting.rule import Example, Rule


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """What came of one example. `found` are the codes that were reported on it."""

    rule: Rule
    example: Example
    bad: bool
    found: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether the rule spoke on a bad example, or kept silent on a good one."""
        return (self.rule.code in self.found) is self.bad


def run_examples(rules: Iterable[Rule], linter: Linter) -> Iterator[ExampleResult]:
    """The result of every example of every rule, in order. The settings of `linter` must let these rules run."""
    for rule in rules:
        for bad, examples in ((True, rule.bad), (False, rule.good)):
            for example in examples:
                yield run_example(rule, example, bad, linter)


def run_example(rule: Rule, example: Example, bad: bool, linter: Linter) -> ExampleResult:
    """The result of one example."""
    report = linter.check_text(example.markdown, "example.md")
    return ExampleResult(rule, example, bad, tuple(finding.code for finding in report.findings))
