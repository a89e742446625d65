"""The findings of a run in order of gravity, for formats that can carry only so many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from medlint.linting.findings import FileReport, Finding, Report, Severity

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with its file; `order` is the number of the file in the run and of the finding in the file, from 0."""

    order: tuple[int, int]
    file: FileReport
    finding: Finding

    @property
    def rank(self) -> int:
        """0 for the gravest severity."""
        return _RANK[self.finding.severity]


def placed(report: Report) -> Iterator[Placed]:
    """Every finding that is not suppressed, in the order of the report."""
    for number, file in enumerate(report.files):
        for index, finding in enumerate(file.findings):
            yield Placed((number, index), file, finding)


def gravest_first(report: Report) -> list[Placed]:
    """Every finding that is not suppressed, by severity, within one severity in the order of the report."""
    return sorted(placed(report), key=lambda each: each.rank)


def only(report: Report, kept: Iterable[Placed]) -> Report:
    """The same run with no findings but these, and no files but theirs."""
    orders = sorted(each.order for each in kept)
    findings: dict[int, list[Finding]] = {}
    for number, index in orders:
        findings.setdefault(number, []).append(report.files[number].findings[index])
    files = tuple(replace(report.files[number], findings=tuple(found)) for number, found in findings.items())
    return replace(report, files=files)
