"""The parts of a report as plain mappings, under the names that other programs read: JSON, version 1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from medlint.documents.leftout import LeftOut
from medlint.linting.findings import FileReport, Finding, Report, Severity, Suppression

VERSION = 1


def run_fields(report: Report) -> dict[str, Any]:
    """What the run was made with."""
    return {
        "version": VERSION,
        "tool": {"name": "medlint", "version": report.tool_version},
        "data": {name: asdict(data) for name, data in report.data.items()},
    }


def finding_fields(finding: Finding) -> dict[str, Any]:
    """A finding. Offsets are 0-based code points, half-open; lines and columns are 1-based code points."""
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
        **_suppression_fields(finding.suppression),
    }


def _suppression_fields(suppression: Suppression | None) -> dict[str, Any]:
    """Why a finding is kept back; nothing for one that is not. Without a line it is by a baseline."""
    if suppression is None:
        return {}
    until = suppression.until.isoformat() if suppression.until else None
    return {"suppression": {"reason": suppression.reason, "until": until, "line": suppression.line}}


def article_fields(file: FileReport) -> dict[str, Any] | None:
    """What an article tells as a whole; nothing for a file that could not be checked."""
    return asdict(file.article) if file.article else None


def left_out_fields(parts: Iterable[LeftOut]) -> list[dict[str, Any]]:
    """What people can see of an article and medlint did not read, by reason."""
    return [part._asdict() for part in parts]


def summary_fields(report: Report) -> dict[str, Any]:
    """The run in numbers."""
    return {
        "files": len(report.files),
        "findings": {severity: report.count(severity) for severity in Severity},
        "sentences": sum(file.sentences for file in report.files),
        "claims": sum(file.claims for file in report.files),
        "covered": sum(file.covered for file in report.files),
        "not_covered": sum(file.not_covered for file in report.files),
    }
