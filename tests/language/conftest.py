from __future__ import annotations

from collections.abc import Callable

import pytest

from medlint.documents.position import Format
from medlint.documents.reading import parse
from medlint.language.article import Article
from medlint.language.concepts import AmbiguousAlias, Concept, ConceptKind, Seriousness, Vocabulary
from medlint.language.reading import Reader

TREATMENT, CONDITION, OUTCOME, HARM, CARE, SOURCE = (
    ConceptKind.INTERVENTION,
    ConceptKind.CONDITION,
    ConceptKind.OUTCOME,
    ConceptKind.HARM,
    ConceptKind.CONSERVATIVE_CARE,
    ConceptKind.SOURCE,
)

CONCEPTS = (
    Concept("injection", TREATMENT, "spinal injection", ("back injection",), invasive=True),
    Concept(
        "epidural",
        TREATMENT,
        "epidural steroid injection",
        ("epidural shot", "low-back cortisone shot"),
        (AmbiguousAlias("epidural", ("back pain", "sciatica")), AmbiguousAlias("ESI", ("spine",))),
        ("labour epidural",),
        ("injection",),
        invasive=True,
    ),
    Concept("ablation", TREATMENT, "radiofrequency ablation", ("nerve burning",), invasive=True),
    Concept("sacroiliac", TREATMENT, "sacroiliac joint injection", broader=("injection",), invasive=True),
    Concept("plasma", TREATMENT, "platelet-rich plasma", invasive=True),
    Concept("surgery", TREATMENT, "surgery", ("back surgery", "operation"), invasive=True, generic=True),
    Concept("bypass", TREATMENT, "weight loss surgery", invasive=True),
    Concept("medicine", TREATMENT, "medicine", ("drug", "tablet"), generic=True),
    Concept("patch", TREATMENT, "lidocaine patch"),
    Concept("back-pain", CONDITION, "back pain", ("lower back pain",)),
    Concept("sciatica", CONDITION, "sciatica", ("slipped disc",), broader=("back-pain",)),
    Concept("stenosis", CONDITION, "spinal stenosis"),
    Concept("migraine", CONDITION, "migraine"),
    Concept("function", OUTCOME, "function"),
    Concept("infection", HARM, "infection", seriousness=Seriousness.SERIOUS),
    Concept("paralysis", HARM, "paralysis", seriousness=Seriousness.CATASTROPHIC),
    Concept("soreness", HARM, "soreness", seriousness=Seriousness.MINOR),
    Concept("bruising", HARM, "bruising", seriousness=Seriousness.MINOR),
    Concept("migraine-attack", HARM, "migraine", ("migraine attack",), seriousness=Seriousness.SERIOUS),
    Concept("physio", CARE, "physiotherapy", ("physical therapy",)),
    Concept("exercise", CARE, "exercise"),
    Concept("weight-loss", CARE, "weight loss"),
    Concept("simple-care", CARE, "non-surgical care", ambiguous=(AmbiguousAlias("care plan", ("exercise",)),)),
    Concept("bed-rest", CARE, "bed rest", counts=False),
    Concept("guide-2025", SOURCE, "Acme guideline", ("Acme Society",)),
    Concept("guide-2020", SOURCE, "Other guideline", ("Other Society",)),
)


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.of(Vocabulary({concept.id: concept for concept in CONCEPTS}))


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[[str], Article]:
    def from_markdown(text: str) -> Article:
        return reader.read(parse(text, Format.MARKDOWN, "article.md"))

    return from_markdown


@pytest.fixture(scope="session")
def below_nerve_burning(read: Callable[[str], Article]) -> Callable[[str], Article]:
    """Read a text that stands below the heading "Nerve burning"."""
    return lambda text: read(f"# Nerve burning\n\n{text}")


@pytest.fixture(scope="session")
def sold(below_nerve_burning: Callable[[str], Article]) -> Callable[[str], Article]:
    """Read a text on nerve burning from the page of somebody who sells it."""
    return lambda text: below_nerve_burning(f"{text}\n\nCall us or book a consultation.")
