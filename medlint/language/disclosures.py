"""Disclosures: harms, limits, conservative care and the other things that an honest article tells."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from medlint.documents.model import BlockKind, Document
from medlint.language.article import Disclosure, DisclosureKind
from medlint.language.blocks import headings_above
from medlint.language.care import care_in
from medlint.language.concepts import ConceptKind, Seriousness
from medlint.language.harms import harms_in, is_of_others
from medlint.language.patterns import Match
from medlint.language.scoping import disclosure_at
from medlint.language.sentences import ReadSentence

_TREATMENTS = frozenset({ConceptKind.INTERVENTION, ConceptKind.CONSERVATIVE_CARE})
_OF_RISK = frozenset({DisclosureKind.VAGUE_RISK, DisclosureKind.HARM})
_HEADING_SENTENCES = 5  # of a heading; one with more is a page in the wrong tags, and frames all that follows
_NOT_FROM_SMALL_PRINT = frozenset({DisclosureKind.VAGUE_RISK, DisclosureKind.LIMIT, DisclosureKind.UNCERTAINTY})


def disclosures_in(
    sentence: ReadSentence, frame: Callable[[], Sequence[ReadSentence]], subject: Collection[str]
) -> tuple[Disclosure, ...]:
    """The disclosures of one sentence.

    `frame` gives the sentences of its lead-in and of the headings above it; `subject` the treatments that the whole
    article is about: what is told of them is told of every treatment in it.
    """
    found = [*harms_in(sentence, frame, subject), *care_in(sentence, frame, subject), *_told(sentence)]
    if not found:  # as in most sentences
        return ()
    told = (replace(d, interventions=()) if subject and set(d.interventions) <= set(subject) else d for d in found)
    return tuple(sorted(told, key=lambda disclosure: (disclosure.span, disclosure.kind)))


def _told(sentence: ReadSentence) -> Iterator[Disclosure]:
    for match in sentence.matches:
        kind = match.pattern.discloses
        if kind is not None and _counts(sentence, match, kind):
            told = disclosure_at(sentence, kind, match.first, match.last)
            yield replace(told, seriousness=Seriousness.MINOR) if kind is DisclosureKind.HARM else told


def _counts(sentence: ReadSentence, match: Match, kind: DisclosureKind) -> bool:
    """Whether the words disclose what their pattern says, where they stand."""
    if sentence.block.block.kind is BlockKind.DISCLAIMER and kind in _NOT_FROM_SMALL_PRINT:
        return False
    if match.pattern.needs == "treatment" and not _speaks_of_treatment(sentence):
        return False
    status = sentence.assertion.status(match.head.first, match.head.last)
    if kind is DisclosureKind.LIMIT:  # not "never stops working", "if it lasts for three months"
        said = not (status.negated or status.conditional) and not _is_of_care(sentence, match.head.first)
        return said and (not status.asked or sentence.block.block.kind is BlockKind.HEADING)  # "Am I a candidate?"
    if kind is DisclosureKind.HARM and is_of_others(sentence, match.head):
        return False
    return not status.asked and not (kind in _OF_RISK and (status.negated or status.compared))


def _is_of_care(sentence: ReadSentence, first: int) -> bool:
    """Whether the words at token `first` follow the name of conservative care and of no treatment: its limit it is."""
    before = {f.concept.kind for f in sentence.found if f.last <= first}
    return ConceptKind.CONSERVATIVE_CARE in before and ConceptKind.INTERVENTION not in before


def _speaks_of_treatment(sentence: ReadSentence) -> bool:
    """Whether a treatment or its result is named: what is unknown of a disease is no limit of a benefit."""
    kinds = {f.concept.kind for f in sentence.found}
    carried = bool(sentence.topic.interventions) and ConceptKind.CONDITION not in kinds
    return (
        carried
        or bool(kinds & _TREATMENTS)
        or sentence.has("anaphor", "result-word", "benefit-noun", "benefit-verb", "effective")
    )


def frame_of(
    document: Document, sentence: ReadSentence, by_block: Sequence[Sequence[ReadSentence]]
) -> list[ReadSentence]:
    """The sentences that frame a sentence: the last one of its block's lead-in, and the two nearest headings."""
    index = sentence.block.number
    block = document.blocks[index]
    frame: list[ReadSentence] = []
    if block.lead_in is not None:
        frame.extend(by_block[block.lead_in][-1:])
    for heading in headings_above(document, index)[:2]:
        frame.extend(by_block[heading][:_HEADING_SENTENCES])
    return frame
