"""Sentences labelled one by one: clinical negation, assertion in lay text, and claims written without seeing a cue."""

from __future__ import annotations

import csv
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from measures.counting import Counts
from measures.engine import Checked, Engine
from medlint.language.article import Assertion
from medlint.language.assertion import status
from medlint.language.concepts import ConceptKind

# The labels of the lay set, and what `status` calls them.
LAY = {
    "negated": "negated",
    "uncertain": "possible",
    "hypothetical": "conditional",
    "asked": "asked",
    "compared": "compared",
    "attributed": "attributed_to",
}
HEADING = "# Epidural steroid injection\n\n"
_ROUNDS = 3  # the fastest of which is the speed: the machine does other things too


@dataclass(frozen=True, slots=True)
class Negation:
    """How well negated concepts are told from affirmed ones, and how many sentences a second of processor time."""

    counts: Counts
    a_second: float


def measure_negation(path: Path) -> Negation:
    """Read the tab-separated concepts, sentences and labels of the NegEx test set.

    A row whose concept does not stand in its sentence cannot be asked about and is left out.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    placed = [(row["Sentence"], _place(row["Concept"], row["Sentence"]), row["Negation"] == "Negated") for row in rows]
    asked = [(sentence, *place, negated) for sentence, place, negated in placed if place]
    runs = [_timed(asked) for _ in range(_ROUNDS)]
    counts = Counts.of((negated, found) for (_, _, _, negated), found in zip(asked, runs[0][0], strict=True))
    return Negation(counts, len(asked) / min(seconds for _, seconds in runs))


def _place(concept: str, sentence: str) -> tuple[int, int] | None:
    """Where the concept stands in the sentence: usually in capitals, with any white space between its words."""
    capitals = r"\s+".join(map(re.escape, concept.upper().split()))
    match = re.search(capitals, sentence) or re.search(capitals, sentence, re.IGNORECASE)
    return match.span() if match else None


def _timed(asked: Sequence[tuple[str, int, int, bool]]) -> tuple[list[bool], float]:
    start = time.process_time()
    found = [status(sentence, first, last).negated for sentence, first, last, _ in asked]
    return found, time.process_time() - start


def measure_lay(path: Path) -> dict[str, Counts]:
    """How well each label of the lay set is found."""
    cases: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = [_status(case) for case in cases]
    return {
        label: Counts.of((bool(case[label]), bool(getattr(one, name))) for case, one in zip(cases, found, strict=True))
        for label, name in LAY.items()
    }


def _status(case: dict[str, Any]) -> Assertion:
    start = case["text"].index(case["span"])
    return status(case["text"], start, start + len(case["span"]))


@dataclass(frozen=True, slots=True)
class BlindClaim:
    """A sentence written without knowledge of the cues: whether and in what it is overstated, and what was found."""

    text: str
    overstated: bool
    kind: str | None
    found: bool
    checked: Checked


def measure_claims(path: Path, engine: Engine) -> list[BlindClaim]:
    """Read each sentence as an article of its own, below a heading where it names no treatment itself."""
    cases: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [_claim(case, engine) for case in cases]


def _claim(case: dict[str, Any], engine: Engine) -> BlindClaim:
    checked, start = engine.check(case["text"]), 0
    if not any(mention.kind is ConceptKind.INTERVENTION for mention in checked.article.mentions):
        checked, start = engine.check(HEADING + case["text"]), len(HEADING)
    found = any(finding.end.offset > start for finding in checked.caught)
    return BlindClaim(case["text"], case["overstated"], case["kind"], found, checked)


def overstated(claims: Iterable[BlindClaim]) -> Counts:
    """How well overstated sentences are told from others."""
    return Counts.of((claim.overstated, claim.found) for claim in claims)


def kinds_found(claims: Sequence[BlindClaim]) -> dict[str, tuple[int, int]]:
    """For each kind of overstatement how many sentences there are, and how many were found."""
    kinds = sorted({claim.kind for claim in claims if claim.overstated and claim.kind})
    groups = {kind: [claim for claim in claims if claim.overstated and claim.kind == kind] for kind in kinds}
    return {kind: (len(group), sum(claim.found for claim in group)) for kind, group in groups.items()}


def cues_confirmed(claims: Iterable[BlindClaim], engine: Engine) -> Iterator[str]:
    """The cues and patterns that find an overstated sentence of the blind set."""
    for claim in claims:
        if claim.overstated:
            for finding in claim.checked.caught:
                yield from engine.cues(claim.checked, finding)
