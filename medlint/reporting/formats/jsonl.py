"""For programs that read line by line: JSON Lines, one object a line, each with its `type`.

The first line is the `run`; then come, for every file, its `file` and a `finding` or `suppressed` each; the `summary`
is last. Names and positions are those of the JSON report.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from medlint.linting.findings import FileReport, Report
from medlint.reporting.fields import article_fields, finding_fields, left_out_fields, run_fields, summary_fields
from medlint.reporting.jsontext import dump
from medlint.reporting.options import Options


def render(report: Report, options: Options) -> Iterator[str]:  # noqa: ARG001 - every format takes options
    """The report, one JSON object a line."""
    yield _line("run", run_fields(report))
    for file in report.files:
        yield _line("file", _file(file))
        yield from _findings(file)
    yield _line("summary", summary_fields(report))


def _file(file: FileReport) -> dict[str, Any]:
    return {
        "path": file.path,
        "error": file.error,
        "article": article_fields(file),
        "left_out": left_out_fields(file.left_out),
    }


def _findings(file: FileReport) -> Iterator[str]:
    for kind, findings in (("finding", file.findings), ("suppressed", file.suppressed)):
        for finding in findings:
            yield _line(kind, {"path": file.path, **finding_fields(finding)})


def _line(kind: str, fields: dict[str, Any]) -> str:
    return dump({"type": kind, **fields}) + "\n"
