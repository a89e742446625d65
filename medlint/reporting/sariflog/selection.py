"""Which findings a SARIF log carries: code hosts keep so many results and drop the rest without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from medlint.linting.findings import Report, Severity
from medlint.reporting.ranking import Placed, placed

MOST = 5_000  # results that GitHub keeps of one log


@dataclass(frozen=True, slots=True)
class Candidate:
    """A finding, and whether it is suppressed."""

    placed: Placed
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """What the log carries, in the order of the report, and how many findings of each severity it does not."""

    kept: tuple[Candidate, ...]
    left_out: Counter[Severity]


def select(report: Report, most: int = MOST) -> Selection:
    """The gravest findings, suppressed ones last, `most` at most."""
    candidates = list(_candidates(report))
    ranked = sorted(candidates, key=lambda each: (each.suppressed, each.placed.rank))
    kept = sorted(ranked[:most], key=lambda each: (each.placed.order[0], each.suppressed, each.placed.order[1]))
    return Selection(tuple(kept), Counter(each.placed.finding.severity for each in ranked[most:]))


def _candidates(report: Report) -> Iterator[Candidate]:
    yield from (Candidate(each) for each in placed(report))
    for number, file in enumerate(report.files):
        for index, finding in enumerate(file.suppressed):
            yield Candidate(Placed((number, index), file, finding), suppressed=True)
