"""For build servers: the XML of Checkstyle, with columns in code points."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.linting.findings import FileReport, Report
from medlint.reporting.markup import tag
from medlint.reporting.options import Options
from medlint.reporting.paths import relative

SCHEMA_VERSION = "4.3"
_INDENT = "    "


def render(report: Report, options: Options) -> Iterator[str]:
    """One element a file, one a finding; a file that could not be checked has an error at its first line."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield tag("checkstyle", {"version": SCHEMA_VERSION}) + "\n"
    for file in report.files:
        yield "  " + tag("file", {"name": relative(file.path)}, options.encoding) + "\n"
        for attributes in _errors(file):
            yield _INDENT + tag("error", attributes, options.encoding, closed=True) + "\n"
        yield "  </file>\n"
    yield "</checkstyle>\n"


def _errors(file: FileReport) -> Iterator[dict[str, object]]:
    if file.error is not None:
        yield {"line": 1, "severity": "error", "message": file.error, "source": "medlint.not-checked"}
    for finding in file.findings:
        yield {
            "line": finding.start.line,
            "column": finding.start.column,
            "severity": finding.severity,
            "message": finding.message,
            "source": f"medlint.{finding.code}",
        }
