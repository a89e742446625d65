"""The rules' own examples, run as tests: a bad one must be found, a good one left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from medlint.linting.findings import Confidence
from medlint.linting.linter import Linter
from medlint.linting.rule import Example, Rule
from medlint.linting.settings import Settings

TODAY = date(2026, 1, 1)  # the day on which every example is read, so that none of them ages


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """What came of one example. `found` are the codes that were reported on it.

    `reasons` say what is known of why a bad one is not found.
    """

    rule: Rule
    example: Example
    bad: bool
    found: tuple[str, ...]
    reasons: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the rule spoke on a bad example, or kept silent on a good one."""
        return (self.rule.code in self.found) is self.bad


def examples_linter(rules: Iterable[Rule], folders: Iterable[Path] = (), claims_db: Iterable[Path] = ()) -> Linter:
    """A linter that lets all of `rules` run, whatever their confidence, on the day of the examples.

    `folders` are those of rules read in addition to the shipped ones, `claims_db` those of records.
    """
    codes = tuple(rule.code for rule in rules)
    return Linter(
        Settings(
            select=codes,
            min_confidence=Confidence.LOW,
            claims_db=tuple(claims_db),
            rules=tuple(folders),
            today=TODAY,
        )
    )


def run_examples(rules: Iterable[Rule], linter: Linter) -> Iterator[ExampleResult]:
    """The result of every example of every rule, in order. The settings of `linter` must let these rules run."""
    for rule in rules:
        for bad, examples in ((True, rule.bad), (False, rule.good)):
            for example in examples:
                yield run_example(rule, example, bad, linter)


def run_example(rule: Rule, example: Example, bad: bool, linter: Linter) -> ExampleResult:
    """The result of one example."""
    report = linter.check_text(example.markdown, "example.md")
    found = tuple(finding.code for finding in report.findings)
    if rule.code in found or not bad:
        return ExampleResult(rule, example, bad, found)
    from medlint.linting.unfound import why_unfound  # only where an example fails

    return ExampleResult(rule, example, bad, found, why_unfound(rule, linter.judged(example.markdown), found))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the examples of some rules."""

    results: tuple[ExampleResult, ...]

    @property
    def failed(self) -> tuple[ExampleResult, ...]:
        """The results that are not as they should be."""
        return tuple(result for result in self.results if not result.passed)

    @property
    def rules(self) -> tuple[str, ...]:
        """The codes of the rules whose examples were run, in order."""
        return tuple(dict.fromkeys(result.rule.code for result in self.results))

    @property
    def uncovered(self) -> tuple[str, ...]:
        """The codes of the rules of which no bad example is found, in order."""
        spoke = {result.rule.code for result in self.results if result.bad and result.passed}
        return tuple(code for code in self.rules if code not in spoke)
