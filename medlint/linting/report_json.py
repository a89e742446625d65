"""A report on one file as JSON and back, for the cache: findings and facts, not the text that they are of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from medlint.documents.leftout import LeftOut
from medlint.documents.position import Position
from medlint.language.articlefacts import ArticleFacts
from medlint.linting.findings import Confidence, EvidenceNote, FileReport, Finding, Severity, Suppression

_COUNTS = ("sentences", "claims", "covered", "not_covered")


def to_json(report: FileReport) -> str:
    """What was found; neither the path, by which a file may be called otherwise another day, nor the source."""
    kept = {
        "findings": [asdict(finding) for finding in report.findings],
        "suppressed": [asdict(finding) for finding in report.suppressed],
        "article": asdict(report.article) if report.article else None,
        "left_out": report.left_out,
        "counts": [getattr(report, name) for name in _COUNTS],
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"), default=date.isoformat)


def from_json(text: str, path: str, source: str) -> FileReport:
    """The report again. Raises `ValueError`, `KeyError` or `TypeError` for what `to_json` has not written."""
    kept = json.loads(text)
    counts = dict(zip(_COUNTS, kept["counts"], strict=True))
    return FileReport(
        path,
        tuple(map(_finding, kept["findings"])),
        _facts(kept["article"]),
        suppressed=tuple(map(_finding, kept["suppressed"])),
        left_out=tuple(LeftOut(*part) for part in kept["left_out"]),
        source=source,
        **counts,
    )


def _facts(kept: Mapping[str, Any] | None) -> ArticleFacts | None:
    return ArticleFacts(**{**kept, "interventions": tuple(kept["interventions"])}) if kept else None


def _finding(kept: Mapping[str, Any]) -> Finding:
    values = {
        **kept,
        "severity": Severity(kept["severity"]),
        "confidence": Confidence(kept["confidence"]),
        "start": Position(**kept["start"]),
        "end": Position(**kept["end"]),
        "sentence": tuple(kept["sentence"]),
        "evidence": tuple(EvidenceNote(**note) for note in kept["evidence"]),
        "suppression": _suppression(kept["suppression"]),
    }
    return Finding(**values)


def _suppression(kept: Mapping[str, Any] | None) -> Suppression | None:
    if kept is None:
        return None
    return Suppression(**{**kept, "until": date.fromisoformat(kept["until"]) if kept["until"] else None})
