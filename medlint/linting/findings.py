"""What a check yields: findings, one report a file, one report a run. Everything is immutable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from medlint.documents.model import Position
from medlint.language.article import ArticleFacts


class Severity(StrEnum):
    """How much a finding matters, gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Confidence(StrEnum):
    """How sure medlint is that a careful editor would agree, surest first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class EvidenceNote:
    """A record that a finding rests on: its identifier, its source, what it says in our words."""

    record: str
    source: str
    says: str
    title: str = ""  # organisation and short title of the source, for people
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding is kept back: by a note on `line` of the article, good `until` that day included, or a baseline."""

    reason: str
    until: date | None = None
    line: int | None = None  # 1-based; None for a baseline


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing an editor should look at, at the exact words. `sentence` holds the source offsets around the words."""

    code: str
    name: str
    family: str
    severity: Severity
    confidence: Confidence
    message: str
    text: str
    start: Position
    end: Position
    sentence: tuple[int, int]
    intervention: str | None = None
    condition: str | None = None
    verdict: str | None = None
    suggestion: str | None = None
    evidence: tuple[EvidenceNote, ...] = ()
    fingerprint: str = ""
    suppression: Suppression | None = None  # of findings in `FileReport.suppressed`


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was found in one file. `error` is one line where the file could not be linted; then `article` is None.

    `source` is the decoded text that offsets count in (for frames); `sentences`, `claims`, `covered` and
    `not_covered` feed the summary.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    article: ArticleFacts | None = None
    error: str | None = None
    suppressed: tuple[Finding, ...] = ()
    source: str = ""
    sentences: int = 0
    claims: int = 0
    covered: int = 0
    not_covered: int = 0


@dataclass(frozen=True, slots=True)
class DataVersion:
    """The version and content digest (sha256, first 16 hex digits) of a data set."""

    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run."""

    files: tuple[FileReport, ...]
    tool_version: str
    data: Mapping[str, DataVersion] = field(default_factory=dict)  # "claims_db", "rules"

    def count(self, severity: Severity) -> int:
        """How many findings of this severity the run has."""
        return sum(finding.severity is severity for file in self.files for finding in file.findings)
