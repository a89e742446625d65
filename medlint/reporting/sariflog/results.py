"""Findings as SARIF results, with places in UTF-16 code units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from medlint.linting.findings import FileReport, Finding, Suppression
from medlint.reporting.paths import uri
from medlint.reporting.sariflog.rules import LEVELS
from medlint.reporting.sariflog.selection import Candidate
from medlint.reporting.units import Units, utf16

ROOT = "SRCROOT"
FINGERPRINT = "medlintSentence/v1"


def results(candidates: Iterable[Candidate], rules: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """The results, in the order given; `rules` holds the index of each rule by code."""
    for _, group in groupby(candidates, key=lambda each: each.placed.order[0]):
        members = list(group)
        file = members[0].placed.file
        units = utf16(file.source)
        for each in members:
            yield _result(each, rules[each.placed.finding.code], units)


def location(path: str) -> dict[str, Any]:
    """Where a file is: relative to the folder of the run, or absolute outside it."""
    address, inside = uri(path)
    return {"uri": address, "uriBaseId": ROOT} if inside else {"uri": address}


def _result(each: Candidate, rule: int, units: Units) -> dict[str, Any]:
    finding = each.placed.finding
    result = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": _physical(each.placed.file, finding, units)}],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": _properties(finding),
    }
    if not finding.fingerprint:
        del result["partialFingerprints"]
    return result | ({"suppressions": [_suppression(finding.suppression)]} if each.suppressed else {})


def _message(finding: Finding) -> str:
    if not finding.suggestion:
        return finding.message
    end = "" if finding.message.endswith((".", "…")) else "."
    return f"{finding.message}{end} {finding.suggestion_label}: {finding.suggestion}"


def _physical(file: FileReport, finding: Finding, units: Units) -> dict[str, Any]:
    start, end = units.offset(finding.start.offset), units.offset(finding.end.offset)
    region = {
        "startLine": finding.start.line,
        "startColumn": units.column(finding.start),
        "endLine": finding.end.line,
        "endColumn": units.column(finding.end),
        "charOffset": start,
        "charLength": end - start,
        "snippet": {"text": file.source[finding.start.offset : finding.end.offset] or finding.text},
    }
    return {"artifactLocation": location(file.path), "region": region}


def _properties(finding: Finding) -> dict[str, Any]:
    return {
        "confidence": finding.confidence,
        "intervention": finding.intervention,
        "condition": finding.condition,
        "verdict": finding.verdict,
        "evidence": [
            {"record": note.record, "source": note.title or note.source, "year": note.year, "says": note.says}
            for note in finding.evidence
        ],
    }


def _suppression(suppression: Suppression | None) -> dict[str, Any]:
    if suppression is None:
        return {"kind": "external", "status": "accepted"}
    until = {"properties": {"until": suppression.until.isoformat()}} if suppression.until else {}
    kind = "external" if suppression.line is None else "inSource"
    return {"kind": kind, "status": "accepted", "justification": suppression.reason, **until}
