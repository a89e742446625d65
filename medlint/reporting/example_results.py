"""What came of the rules' own examples, as text."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.linting.examples import ExampleResult, Outcome
from medlint.reporting.layout import wrap
from medlint.reporting.options import Options
from medlint.reporting.terminal import paint

INDENT = "    "


def report(outcome: Outcome, coverage: bool, options: Options) -> Iterator[str]:
    """Each example that failed, with `coverage` each rule of which no bad example is found, then the sums."""
    for result in outcome.failed:
        yield from _failure(result, options)
    if coverage:
        for code in outcome.uncovered:
            yield f"{paint(code, options, bold=True)}: none of its bad examples is found\n"
    yield _sum(outcome, coverage)


def _failure(result: ExampleResult, options: Options) -> Iterator[str]:
    what = "a bad example is not found" if result.bad else "a good example is found"
    yield f"{paint(result.rule.code, options, bold=True)} {result.rule.name}: {what}\n"
    yield wrap(result.example.markdown, options, first=INDENT, rest=INDENT) + "\n"
    for reason in result.reasons:
        yield wrap(f"({reason})", options, first=INDENT, rest=f"{INDENT} ") + "\n"


def _sum(outcome: Outcome, coverage: bool) -> str:
    rules, examples, failed = len(outcome.rules), len(outcome.results), len(outcome.failed)
    covered = f", {rules - len(outcome.uncovered)} of them covered" if coverage else ""
    verdict = f"{failed} failed" if failed else "all as they should be"
    return f"{_count(rules, 'rule')}{covered}, {_count(examples, 'example')}: {verdict}.\n"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
