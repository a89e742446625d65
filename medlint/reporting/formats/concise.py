"""One line a finding: `path:line:column: CODE message`, as editors and grep read it."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.linting.findings import FileReport, Finding, Report
from medlint.reporting.options import Options
from medlint.reporting.terminal import inert, paint, printable


def render(report: Report, options: Options) -> Iterator[str]:
    """One line for each finding, in the order of the report."""
    for file in report.files:
        for finding in file.findings:
            yield _line(file, finding, options)


def _line(file: FileReport, finding: Finding, options: Options) -> str:
    place = f"{printable(file.path, options.encoding)}:{finding.start.line}:{finding.start.column}:"
    message = printable(f"{finding.code} {finding.message}", options.encoding)
    return inert(f"{paint(place, options, bold=True)} {message}\n")
