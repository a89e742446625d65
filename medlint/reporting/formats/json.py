"""For programs: JSON, version 1, one line a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from medlint.linting.findings import FileReport, Finding, Report, Severity
from medlint.reporting.jsontext import array, dump
from medlint.reporting.options import Options

VERSION = 1


def render(report: Report, options: Options) -> Iterator[str]:  # noqa: ARG001 - every format takes options
    """The report as one JSON object, file by file.

    Offsets are 0-based code points of the decoded file, half-open; lines and columns are 1-based code points.
    """
    yield f'{{"version": {VERSION},\n "tool": {dump({"name": "medlint", "version": report.tool_version})},\n'
    yield f' "data": {dump({name: asdict(data) for name, data in report.data.items()})},\n "files": '
    yield from array(map(_file, report.files))
    yield f',\n "summary": {dump(_summary(report))}}}\n'


def _file(file: FileReport) -> dict[str, Any]:
    return {
        "path": file.path,
        "error": file.error,
        "findings": [_finding(finding) for finding in file.findings],
        "article": asdict(file.article) if file.article else None,
        "suppressed": [_finding(finding) for finding in file.suppressed],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "family": finding.family,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "text": finding.text,
        "start": asdict(finding.start),
        "end": asdict(finding.end),
        "intervention": finding.intervention,
        "condition": finding.condition,
        "verdict": finding.verdict,
        "suggestion": finding.suggestion,
        "evidence": [{"record": note.record, "source": note.source, "says": note.says} for note in finding.evidence],
        "fingerprint": finding.fingerprint,
    }


def _summary(report: Report) -> dict[str, Any]:
    return {
        "files": len(report.files),
        "findings": {severity: report.count(severity) for severity in Severity},
        "sentences": sum(file.sentences for file in report.files),
        "claims": sum(file.claims for file in report.files),
        "covered": sum(file.covered for file in report.files),
        "not_covered": sum(file.not_covered for file in report.files),
    }
