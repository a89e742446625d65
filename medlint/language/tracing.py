"""How each sentence was read: the cues seen in it, what they acted on, where its topic comes from.

An `Article` holds what was concluded; a trace holds what led there, for whoever writes cues and rules. The document is
read anew for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from medlint.documents.model import Document
from medlint.language.article import Origin, Sentence, Span, Topic
from medlint.language.assertion import Trigger
from medlint.language.blocks import BlockReading, headings_above, is_top
from medlint.language.concepts import ConceptKind
from medlint.language.contents import Found
from medlint.language.linking import read_blocks
from medlint.language.reading import Reader
from medlint.language.sentences import ReadSentence

_GUARDS = frozenset({"mask", "pseudo", "terminator"})


class Role(StrEnum):
    """What became of a cue that stands in a sentence."""

    MEANING = "meaning"  # patterns may be made of it
    ASSERTION = "assertion"  # it acts on a stretch of the sentence
    GUARD = "guard"  # it keeps other cues from being heard, or ends what they act on
    OVERRULED = "overruled"  # a longer cue or a guard took its place


@dataclass(frozen=True, slots=True)
class SeenCue:
    """A cue that stands in the text: its identifier, its words, what became of it."""

    cue: str
    span: Span
    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class SeenTrigger:
    """An assertion cue and the words it acts on; `scope` is `None` where nothing is left for it."""

    cue: str
    span: Span
    text: str
    scope: Span | None
    scope_text: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A concept of a sentence's topic and the words that name it; no words where it is the one that is named most."""

    concept: str
    origin: Origin
    span: Span | None
    text: str


@dataclass(frozen=True, slots=True)
class SentenceTrace:
    """One sentence: its topic with the words behind it, its cues and triggers, the known sources it rests on."""

    sentence: Sentence
    topic: Topic
    carried: tuple[Carried, ...]
    cues: tuple[SeenCue, ...]
    triggers: tuple[SeenTrigger, ...]
    figures: tuple[str, ...]
    sources: tuple[str, ...]


def trace(reader: Reader, document: Document) -> tuple[SentenceTrace, ...]:
    """How every sentence of the document is read, in the order of `Article.sentences`."""
    blocks = read_blocks(document, reader.lexicon)
    return tuple(_trace(document, blocks, sentence) for sentence in reader.sentences(document, blocks))


def _trace(document: Document, blocks: Sequence[BlockReading], sentence: ReadSentence) -> SentenceTrace:
    return SentenceTrace(
        sentence.sentence,
        sentence.topic,
        tuple(_carried(document, blocks, sentence)),
        tuple(_cues(sentence)),
        tuple(_trigger(sentence, trigger) for trigger in sentence.assertion.triggers),
        tuple(placed.figure.text for placed in sentence.figures),
        sentence.sources,
    )


def _cues(sentence: ReadSentence) -> Iterator[SeenCue]:
    meanings = {(part.name, part.first, part.last) for part in sentence.parts}
    triggers = {(trigger.cue.id, trigger.first, trigger.last) for trigger in sentence.assertion.triggers}
    for hit in sentence.hits:
        name, first, last = hit.label.partition(":")[2], hit.first, hit.last
        if (name, first, last) in meanings:
            role = Role.MEANING
        elif (name, first, last) in triggers:
            role = Role.ASSERTION
        else:
            role = Role.GUARD if name.partition(".")[0] in _GUARDS else Role.OVERRULED
        yield SeenCue(name, sentence.span(first, last), sentence.text(first, last), role)


def _trigger(sentence: ReadSentence, trigger: Trigger) -> SeenTrigger:
    span, text = sentence.span(trigger.first, trigger.last), sentence.text(trigger.first, trigger.last)
    if trigger.start >= trigger.end:
        return SeenTrigger(trigger.cue.id, span, text, None, "")
    scope = sentence.span(trigger.start, trigger.end)
    return SeenTrigger(trigger.cue.id, span, text, scope, sentence.text(trigger.start, trigger.end))


def _carried(document: Document, blocks: Sequence[BlockReading], sentence: ReadSentence) -> Iterator[Carried]:
    topic = sentence.topic
    sides = (
        (topic.interventions, topic.interventions_from, ConceptKind.INTERVENTION),
        (topic.conditions, topic.conditions_from, ConceptKind.CONDITION),
    )
    for concepts, origin, kind in sides:
        places = tuple(_places(document, blocks, sentence, origin))
        for concept in concepts:
            yield _named(concept, origin, [place for place in places if place[1].concept.kind is kind])


def _named(concept: str, origin: Origin, places: Sequence[tuple[BlockReading, Found]]) -> Carried:
    for block, found in places:
        if found.concept.id == concept:
            start, end = block.tokens.starts[found.first], block.tokens.ends[found.last - 1]
            return Carried(concept, origin, Span(block.number, start, end), block.tokens.text[start:end])
    return Carried(concept, origin, None, "")


def _places(
    document: Document, blocks: Sequence[BlockReading], sentence: ReadSentence, origin: Origin
) -> Iterator[tuple[BlockReading, Found]]:
    """Where a topic of this origin may be named, the nearest place first."""
    index = sentence.block.number
    if origin is Origin.SENTENCE:
        # A sentence that ends in a colon speaks of what the items behind it name.
        items = (block for block in blocks if document.blocks[block.number].lead_in == index)
        yield from ((sentence.block, found) for found in sentence.found)
        yield from ((block, found) for block in items for found in block.found)
    elif origin is Origin.PREVIOUS_SENTENCE:
        yield from ((sentence.block, f) for f in reversed(sentence.block.found) if f.last <= sentence.first)
    else:
        above = _above(document, blocks, index, origin)
        yield from ((block, found) for block in above for found in block.found)


def _above(document: Document, blocks: Sequence[BlockReading], index: int, origin: Origin) -> Iterator[BlockReading]:
    if origin is Origin.LEAD_IN:
        seen: set[int] = set()
        lead_in = document.blocks[index].lead_in
        while lead_in is not None and lead_in not in seen:
            seen.add(lead_in)
            yield blocks[lead_in]
            lead_in = document.blocks[lead_in].lead_in
    elif origin in (Origin.HEADING, Origin.SECTION):
        yield from (blocks[heading] for heading in headings_above(document, index))
    elif origin is Origin.TITLE:
        yield from (block for block in blocks if is_top(block.block))
