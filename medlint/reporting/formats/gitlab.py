"""For GitLab: a Code Quality report, one JSON object a finding, with paths relative to the folder of the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from medlint.linting.findings import FileReport, Report, Severity
from medlint.reporting.jsontext import array
from medlint.reporting.options import Options
from medlint.reporting.paths import relative

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, options: Options) -> Iterator[str]:  # noqa: ARG001 - every format takes options
    """One JSON array; a file that could not be checked is a `blocker` at its first line."""
    yield from array(_issues(report))
    yield "\n"


def _issues(report: Report) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()  # GitLab drops what repeats a fingerprint
    for file in report.files:
        path = relative(file.path)
        for issue, mark in _of_file(file):
            key = "\0".join((path, issue["check_name"], mark))
            seen[key] += 1
            yield issue | {"fingerprint": _digest(f"{key}\0{seen[key]}")}


def _of_file(file: FileReport) -> Iterator[tuple[dict[str, Any], str]]:
    """The issues of a file without their fingerprints, and what marks each out."""
    if file.error is not None:
        yield _issue("not-checked", file.error, "blocker") | {"location": _lines(file, 1, 1)}, ""
    for finding in file.findings:
        issue = _issue(finding.code, finding.message, SEVERITIES[finding.severity])
        yield issue | {"location": _lines(file, finding.start.line, finding.end.line)}, finding.fingerprint


def _issue(name: str, description: str, severity: str) -> dict[str, Any]:
    return {"description": description, "check_name": name, "severity": severity}


def _lines(file: FileReport, begin: int, end: int) -> dict[str, Any]:
    return {"path": relative(file.path), "lines": {"begin": begin, "end": end}}


def _digest(key: str) -> str:
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
