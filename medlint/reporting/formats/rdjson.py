"""For reviewdog: a DiagnosticResult of the Reviewdog Diagnostic Format, with columns in UTF-8 bytes.

A suggested wording stands in the message: what reviewdog calls a suggestion replaces text at a click, and medlint
never rewrites an article.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from medlint.documents.position import Position
from medlint.linting.findings import FileReport, Finding, Report
from medlint.reporting.jsontext import array
from medlint.reporting.options import Options
from medlint.reporting.paths import relative
from medlint.reporting.units import Units, utf8


def render(report: Report, options: Options) -> Iterator[str]:  # noqa: ARG001 - every format takes options
    """One JSON object; a file that could not be checked is an error without a place in it."""
    yield '{"source": {"name": "medlint"},\n "diagnostics": '
    yield from array(diagnostic for file in report.files for diagnostic in _diagnostics(file))
    yield "}\n"


def _diagnostics(file: FileReport) -> Iterator[dict[str, Any]]:
    path, units = relative(file.path), utf8(file.source)
    if file.error is not None:
        yield {"message": file.error, "location": {"path": path}, "severity": "ERROR"}
    for finding in file.findings:
        places = {"start": _place(finding.start, units), "end": _place(finding.end, units)}
        yield {
            "message": _message(finding),
            "location": {"path": path, "range": places},
            "severity": finding.severity.upper(),
            "code": {"value": finding.code},
        }


def _place(position: Position, units: Units) -> dict[str, int]:
    return {"line": position.line, "column": units.column(position)}


def _message(finding: Finding) -> str:
    return f"{finding.message}\nInstead: {finding.suggestion}" if finding.suggestion else finding.message
