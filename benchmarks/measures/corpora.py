"""Larger sets of texts: health news releases with experts' verdicts, and answers that deserve trust."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from measures.counting import Counts
from measures.engine import Checked, Engine
from measures.pages import NEEDS
from medlint.documents.position import Format

_UNTOLD = NEEDS["risk"][2]


@dataclass(frozen=True, slots=True)
class Release:
    """One news release and whether its reviewers found the harms satisfactorily told; `None`: not applicable."""

    harms_told: bool | None
    checked: Checked

    @property
    def warned(self) -> bool:
        """Whether medlint says that harms are not told."""
        return any(finding.code in _UNTOLD for finding in self.checked.shown)


def load_releases(path: Path, engine: Engine) -> list[Release]:
    """The releases, read and linted."""
    told = {"satisfactory": True, "not_satisfactory": False}
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [Release(told.get(row["labels"].get("harms")), engine.check(row["text"], Format.TEXT)) for row in rows]


def harms_untold(releases: Sequence[Release]) -> Counts:
    """Whether the releases that leave harms out are told from those that do not."""
    return Counts.of((not r.harms_told, r.warned) for r in releases if r.harms_told is not None)


@dataclass(frozen=True, slots=True)
class Trusted:
    """How many texts and sentences were read, and the overstatement findings on them by code."""

    texts: int
    sentences: int
    findings: Counter[str]


def measure_trusted(folder: Path, engine: Engine) -> Trusted:
    """What is flagged in texts in which hardly anything should be."""
    texts = sentences = 0
    findings: Counter[str] = Counter()
    for path in sorted(folder.glob("*.md")):
        checked = engine.check(path.read_text(encoding="utf-8"))
        texts += 1
        sentences += checked.report.sentences
        findings.update(f.code for f in checked.shown if f.family == "overstatement")
    return Trusted(texts, sentences, findings)
