"""A claims database small enough to read: sources, concepts, and makers of records with only what a test is about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from medlint.evidence.database import Database
from medlint.evidence.models import (
    ConceptRecord,
    Controversy,
    DatabaseInfo,
    Evidence,
    HarmRecord,
    Misattribution,
    NoRecommendation,
    Recommendation,
    Record,
    Source,
    Wording,
)
from medlint.language.article import Assertion, Claim, ClaimKind, Span, Topic

CHECKED, DUE = date(2026, 1, 1), date(2028, 1, 1)
INFO = {
    "name": "tiny",
    "version": "1",
    "released": CHECKED,
    "curators": ["someone"],
    "review_by": DUE,
    "licence": "CC0",
}


def source(identifier: str, **changes: Any) -> dict[str, Any]:
    base = {"id": identifier, "organisation": identifier, "title": "A title", "year": 2020, "kind": "guideline"}
    return {**base, "verified": "primary", "checked_on": CHECKED, "review_by": DUE, **changes}


def concept(identifier: str, kind: str, *broader: str, **changes: Any) -> dict[str, Any]:
    name = identifier.replace("-", " ")
    lay = {"lay": [f"plain {name}"]} if kind == "intervention" else {}
    return {"id": identifier, "kind": kind, "name": name, "broader": list(broader), **lay, **changes}


def fact(identifier: str, **changes: Any) -> dict[str, Any]:
    base = {"id": identifier, "source": "society", "says": "So it is.", "locator": "abstract", "verified": "primary"}
    seen = {"seen_at": "https://example.org", "checked_by": "someone", "checked_on": CHECKED, "review_by": DUE}
    return {**base, **seen, "interventions": ["epidural"], **changes}


def recommendation(identifier: str, direction: str = "for", **changes: Any) -> dict[str, Any]:
    base = {"direction": direction, "strength": "strong", "authority": "clinical-guideline", "conditions": ["sciatica"]}
    return fact(identifier, **{**base, **changes})


def evidence(identifier: str, effect: str = "small", certainty: str = "moderate", **changes: Any) -> dict[str, Any]:
    base = {"effect": effect, "certainty": certainty, "outcome": "pain", "horizon": "weeks", "comparator": "placebo"}
    return fact(identifier, **{**base, "conditions": ["sciatica"], **changes})


def harm(identifier: str, seriousness: str = "serious", **changes: Any) -> dict[str, Any]:
    return fact(identifier, **{"harm": "infection", "seriousness": seriousness, "frequency": "rare", **changes})


def wording(identifier: str, topic: str = "effect", **changes: Any) -> dict[str, Any]:
    base = {"id": identifier, "interventions": ["epidural"], "conditions": ["sciatica"], "topic": topic}
    return {**base, "may_say": f"Honest words on {topic}.", "basis": ["ev-epidural"], **changes}


def controversy(identifier: str, *about: str, **changes: Any) -> dict[str, Any]:
    sides = {
        "supporters": ["society"],
        "critics": ["college"],
        "supporters_say": "It helps.",
        "critics_say": "It fails.",
    }
    told = {"topic": "whether it helps", "handling": "name both", "checked_on": CHECKED, "review_by": DUE}
    return {"id": identifier, "interventions": ["epidural"], "about": list(about), **sides, **told, **changes}


SOURCES = [
    source("society"),
    source("college"),
    source("college-standard", organisation="college"),
    source("insurer", kind="payer"),
]
CONCEPTS = [
    concept("surgery", "intervention"),
    concept("spine-surgery", "intervention", "surgery"),
    concept("injection", "intervention"),
    concept("spinal-injection", "intervention", "injection"),
    concept("epidural", "intervention", "spinal-injection"),
    concept("caudal-epidural", "intervention", "epidural"),
    concept("facet-injection", "intervention", "spinal-injection"),
    concept("tonic", "intervention"),
    concept("any-condition", "condition"),
    concept("spine-pain", "condition", "any-condition"),
    concept("sciatica", "condition", "spine-pain"),
    concept("acute-sciatica", "condition", "sciatica", duration="acute"),
    concept("chronic-sciatica", "condition", "sciatica", duration="chronic"),
    concept("slipped-disc", "condition", "chronic-sciatica"),
    concept("axial-pain", "condition", "spine-pain"),
    concept("knee-pain", "condition", "any-condition"),
    concept("any-outcome", "outcome"),
    concept("pain", "outcome", "any-outcome"),
    concept("function", "outcome", "any-outcome"),
    concept("tissue-repair", "outcome", "any-outcome"),
    concept("surgery-avoidance", "outcome", "any-outcome"),
    concept("diagnosis-accuracy", "outcome", "any-outcome"),
    concept("infection", "harm"),
    concept("exercise", "conservative-care"),
]

SECTIONS: dict[type[Record], str] = {
    Recommendation: "recommendations",
    NoRecommendation: "no_recommendation",
    Evidence: "evidence",
    HarmRecord: "harms",
    Controversy: "controversies",
    Wording: "wording",
    Misattribution: "misattributions",
}


def kind_of(record: dict[str, Any]) -> type[Record]:
    """The model that a made record is of, by the key that only it has."""
    telling = {
        "direction": Recommendation,
        "searched": NoRecommendation,
        "effect": Evidence,
        "frequency": HarmRecord,
        "supporters": Controversy,
        "may_say": Wording,
        "often_said": Misattribution,
    }
    return next(model for key, model in telling.items() if key in record)


def database(
    *records: dict[str, Any],
    sources: Iterable[dict[str, Any]] = (),
    concepts: Iterable[dict[str, Any]] = (),
) -> Database:
    """A database of the tiny concepts and sources, further ones, and these records."""
    return Database(
        info=DatabaseInfo.model_validate(INFO),
        digest="0" * 16,
        sources={made["id"]: Source.model_validate(made) for made in (*SOURCES, *sources)},
        concepts={made["id"]: ConceptRecord.model_validate(made) for made in (*CONCEPTS, *concepts)},
        records={made["id"]: kind_of(made).model_validate(made) for made in records},
    )


class Plain(yaml.SafeDumper):
    """Writes equal values out in full each time: medlint reads no anchors."""

    def ignore_aliases(self, _: Any) -> bool:
        return True


def write(file: Path, content: object) -> Path:
    """Write a YAML file, with the folders it needs."""
    file.parent.mkdir(parents=True, exist_ok=True)
    text = content if isinstance(content, str) else yaml.dump(content, Dumper=Plain, sort_keys=False, width=100)
    file.write_text(text, encoding="utf-8")
    return file


def sound() -> list[dict[str, Any]]:
    """Records that leave a check nothing to say of an epidural."""
    return [
        recommendation("rec-epidural"),
        evidence("ev-epidural"),
        harm("harm-epidural"),
        wording("say-epidural"),
    ]


def write_database(
    folder: Path,
    *records: dict[str, Any],
    sources: Iterable[dict[str, Any]] = SOURCES,
    concepts: Iterable[dict[str, Any]] = CONCEPTS,
    info: dict[str, Any] | None = INFO,
) -> Path:
    """Write a database folder as YAML and return it."""
    topic: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        topic.setdefault(SECTIONS[kind_of(record)], []).append(record)
    if info:
        write(folder / "database.yaml", info)
    write(folder / "sources" / "all.yaml", {"sources": list(sources)})
    write(folder / "concepts" / "all.yaml", {"concepts": list(concepts)})
    write(folder / "topics" / "spine" / "epidural.yaml", topic)
    return folder


def claim(
    kind: ClaimKind = ClaimKind.EFFICACY,
    interventions: tuple[str, ...] = ("epidural",),
    conditions: tuple[str, ...] = ("sciatica",),
    *,
    negated: bool = False,
    asked: bool = False,
    source: str | None = None,
    **changes: Any,
) -> Claim:
    """A claim of an article: what it asserts goes by keyword, as in `Claim`."""
    assertion = Assertion(negated=negated, asked=asked, source=source)
    return Claim(Span(0, 0, 1), "x", 0, kind, Topic(interventions, conditions), assertion, **changes)


def line_with(file: Path, text: str, nth: int = 1) -> int:
    """The number of the nth line of a file that holds `text`."""
    numbers = [number for number, line in enumerate(file.read_text().splitlines(), 1) if text in line]
    return numbers[nth - 1]
