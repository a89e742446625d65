"""A report on one file as JSON and back, for the cache: findings and facts, not the text that they are of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from medlint.documents.leftout import LeftOut
from medlint.documents.position import Position
from medlint.language.articlefacts import ArticleFacts
from medlint.linting.findings import Confidence, EvidenceNote, FileReport, Finding, Severity, Suppression
from medlint.shapes import has_shape

_COUNTS = ("sentences", "claims", "covered", "not_covered")
_TEXT = (str, None)
_POSITION = {"offset": int, "line": int, "column": int}
_FINDING = {
    **dict.fromkeys(("code", "name", "family", "severity", "confidence", "message", "text", "fingerprint"), str),
    **dict.fromkeys(("intervention", "condition", "verdict", "suggestion"), _TEXT),
    **dict.fromkeys(("start", "end"), _POSITION),
    "sentence": [int],
    "evidence": [{"record": str, "source": str, "says": str, "title": str, "year": (int, None)}],
    "worded": bool,
    "suppression": ({"reason": str, "until": _TEXT, "line": (int, None)}, None),
}
_FACTS = {"interventions": [str], "promotes": bool, "risk": str, "conservative_care": str, "limits": str}
_SHAPE = {
    "findings": [_FINDING],
    "suppressed": [_FINDING],
    "article": (_FACTS, None),
    "counts": [int],
    "left_out": [[(str, int)]],
}


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
    """The report again. Raises `ValueError` or `RecursionError` for what `to_json` cannot have written of `source`."""
    kept = json.loads(text)
    if not has_shape(kept, _SHAPE):
        raise ValueError("this is no report")
    counts = dict(zip(_COUNTS, kept["counts"], strict=True))
    return FileReport(
        path,
        tuple(_finding(each, source) for each in kept["findings"]),
        _facts(kept["article"]),
        suppressed=tuple(_finding(each, source) for each in kept["suppressed"]),
        left_out=tuple(map(_left_out, kept["left_out"])),
        source=source,
        **counts,
    )


def _facts(kept: Mapping[str, Any] | None) -> ArticleFacts | None:
    return ArticleFacts(**{**kept, "interventions": tuple(kept["interventions"])}) if kept else None


def _left_out(kept: Sequence[Any]) -> LeftOut:
    if [*map(type, kept)] != [str, int, int]:
        raise ValueError("nothing is left out like that")
    return LeftOut(*kept)


def _finding(kept: Mapping[str, Any], source: str) -> Finding:
    _require_place(kept["start"], source)
    _require_place(kept["end"], source)
    first, last = kept["sentence"]
    if not (kept["start"]["offset"] <= kept["end"]["offset"] and 0 <= first <= last <= len(source)):
        raise ValueError("the end stands before the beginning, or outside")
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


def _require_place(kept: Mapping[str, int], source: str) -> None:
    """Raise `ValueError` for a position that the source does not have."""
    offset, column = kept["offset"], kept["column"]
    if not (0 <= offset <= len(source) and 1 <= column <= offset + 1 and 1 <= kept["line"] <= offset + 1):
        raise ValueError("outside of the text")


def _suppression(kept: Mapping[str, Any] | None) -> Suppression | None:
    if kept is None:
        return None
    return Suppression(**{**kept, "until": date.fromisoformat(kept["until"]) if kept["until"] else None})
