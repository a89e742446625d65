"""What a check yields: findings, one report a file, one report a run. Everything is immutable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from medlint.documents.leftout import LeftOut
from medlint.documents.position import Position
from medlint.language.articlefacts import ArticleFacts


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
    """One thing an editor should look at, at the exact words. `sentence` holds the source offsets around the words.

    `suggestion` is a sentence to write instead where it is `worded`, else what to do.
    """

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
    worded: bool = False
    suppression: Suppression | None = None  # of findings in `FileReport.suppressed`

    @property
    def suggestion_label(self) -> str:
        """What people are told that the suggestion is."""
        return "Suggested wording" if self.worded else "How to mend"


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of wall time that a file took in all, and each rule by its code."""

    seconds: float
    rules: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was found in one file. `error` is one line where the file, or a rule on it, could not be linted.

    Then `article` is None, unless only a rule failed: what the others found still stands. `trace` is what a fault of
    medlint itself leaves for whoever mends it. `source` is the decoded text that offsets count in (for frames);
    `sentences`, `claims`, `covered` and `not_covered` feed the summary. `timing` is None where nothing was worked out.
    `left_out` is what people can see of the article and medlint did not read.
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
    trace: str = ""
    timing: Timing | None = field(default=None, compare=False)
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class DataVersion:
    """The version and content digest (sha256, first 16 hex digits) of a data set."""

    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run; its files may still be on their way while they are read for the first time."""

    files: Sequence[FileReport]
    tool_version: str
    data: Mapping[str, DataVersion] = field(default_factory=dict)  # "claims_db", "rules"

    def count(self, severity: Severity) -> int:
        """How many findings of this severity the run has."""
        return sum(finding.severity is severity for file in self.files for finding in file.findings)
