"""Conservative care told: named, or said to come before the treatment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from medlint.language.article import Disclosure, DisclosureKind
from medlint.language.blocks import Found
from medlint.language.concepts import ConceptKind
from medlint.language.patterns import Part
from medlint.language.scoping import disclosure_at
from medlint.language.sentences import ReadSentence

_REACH = 14  # tokens between conservative care and the words that say it has not helped


def care_in(sentence: ReadSentence, frame: Sequence[ReadSentence]) -> Iterator[Disclosure]:
    """The conservative care that the sentence names, or says to have failed without naming it.

    `frame` are the sentences of its lead-in and of the headings above it: where they tell when to call the doctor,
    pain that is "not relieved by tablets" is a warning sign and says nothing of what comes first.
    """
    calls = any(s.has("urgent-sign", "contact-word") for s in (sentence, *frame))
    care = [f for f in sentence.found if f.concept.kind is ConceptKind.CONSERVATIVE_CARE and f.concept.counts]
    for found in care:
        if not sentence.assertion.status(found.first, found.last).compared:
            told = disclosure_at(sentence, DisclosureKind.CONSERVATIVE_CARE, found.first, found.last)
            yield replace(told, concept=found.concept.id, first=not calls and _comes_first(sentence, found))
    if not care:
        for part in sentence.parts:
            if part.name == "care-first.failed":
                told = disclosure_at(sentence, DisclosureKind.CONSERVATIVE_CARE, part.first, part.last)
                yield replace(told, first=True)


def _comes_first(sentence: ReadSentence, care: Found) -> bool:
    """Whether it is said to come first, or not to have helped."""
    if sentence.has("care-first"):
        return True
    return any(
        part.category == "fail-word"
        and -_REACH <= part.first - care.last <= _REACH
        and not _of_treatment(sentence, part)
        for part in sentence.parts
    )


def _of_treatment(sentence: ReadSentence, fail: Part) -> bool:
    """Whether it is a procedure that failed: "after failed surgery" says nothing of what came before it."""
    return any(
        f.concept.kind is ConceptKind.INTERVENTION and fail.last <= f.first <= fail.last + 1 for f in sentence.found
    )
