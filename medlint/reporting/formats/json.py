"""For programs: JSON, version 1, one line a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from medlint.linting.findings import FileReport, Report
from medlint.reporting.fields import article_fields, finding_fields, left_out_fields, run_fields, summary_fields
from medlint.reporting.jsontext import array, dump
from medlint.reporting.options import Options


def render(report: Report, options: Options) -> Iterator[str]:  # noqa: ARG001 - every format takes options
    """The report as one JSON object, file by file.

    Offsets are 0-based code points of the decoded file, half-open; lines and columns are 1-based code points.
    """
    yield "{" + ",\n ".join(f'"{key}": {dump(value)}' for key, value in run_fields(report).items())
    yield ',\n "files": '
    yield from array(map(_file, report.files))
    yield f',\n "summary": {dump(summary_fields(report))}}}\n'


def _file(file: FileReport) -> dict[str, Any]:
    return {
        "path": file.path,
        "error": file.error,
        "findings": [finding_fields(finding) for finding in file.findings],
        "article": article_fields(file),
        "left_out": left_out_fields(file.left_out),
        "suppressed": [finding_fields(finding) for finding in file.suppressed],
    }
