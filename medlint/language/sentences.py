"""One sentence with all that is known of it before claims and disclosures are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from medlint.language.article import Sentence, Span, Topic
from medlint.language.assertion import CATEGORIES, SentenceAssertion
from medlint.language.blocks import BlockReading, Found
from medlint.language.concepts import ConceptKind
from medlint.language.cues import Cue
from medlint.language.figures import Placed, figures_in
from medlint.language.patterns import Part

_OUTCOMES = (ConceptKind.OUTCOME, ConceptKind.CONDITION)
_OUTCOME_WORDS = ("outcome-word", "outcome-good")
_MASK = "mask"


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """Sentence `number` of the article: tokens `[first, last)` of its block, with parts, concepts, figures, topic."""

    number: int
    sentence: Sentence
    block: BlockReading
    first: int
    last: int
    parts: tuple[Part, ...]
    found: tuple[Found, ...]
    figures: tuple[Placed, ...]
    topic: Topic
    sources: tuple[str, ...]
    assertion: SentenceAssertion

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens `[first, last)`."""
        tokens = self.block.tokens
        return Span(self.block.index, tokens.starts[first], tokens.ends[last - 1])

    def text(self, first: int, last: int) -> str:
        """The words of the tokens `[first, last)`."""
        span = self.span(first, last)
        return self.block.tokens.text[span.start : span.end]

    def has(self, *categories: str) -> bool:
        """Whether a cue of one of the categories or names stands in the sentence."""
        return any(part.category in categories or part.name in categories for part in self.parts)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: its number in the article, its block, its tokens `[first, last)` there."""

    number: int
    sentence: Sentence
    block: BlockReading
    first: int
    last: int


def read_sentence(place: Place, topic: Topic, sources: tuple[str, ...], cues: Mapping[str, Cue]) -> ReadSentence:
    """Gather the parts of the sentence at `place`."""
    block, sentence, bounds = place.block, place.sentence, (place.first, place.last)
    found = block.found_in(bounds)
    figures = tuple(figures_in(sentence.text))
    hits = [hit for hit in block.hits if bounds[0] <= hit.first and hit.last <= bounds[1]]
    parts = [Part(cues[h.label[4:]].category, h.label[4:], h.first, h.last) for h in hits]
    parts += [Part("outcome", f"outcome.{f.concept.id}", f.first, f.last) for f in found if f.concept.kind in _OUTCOMES]
    parts += [
        Part("treatment", f.concept.id, f.first, f.last) for f in found if f.concept.kind is ConceptKind.INTERVENTION
    ]
    parts += [_figure(block, sentence, placed) for placed in figures]
    parts += [Part("number", "number", i, i + 1) for i in range(*bounds) if block.tokens.keys[i].isdigit()]
    parts += [part._replace(category="outcome") for part in parts if part.category in _OUTCOME_WORDS]
    kept = _unmasked([part for part in parts if part.category not in CATEGORIES])
    assertion = SentenceAssertion.of(block.tokens, bounds, hits)
    return ReadSentence(place.number, sentence, block, *bounds, kept, found, figures, topic, sources, assertion)


def _figure(block: BlockReading, sentence: Sentence, placed: Placed) -> Part:
    first, last = block.tokens.span_of(sentence.span.start + placed.start, sentence.span.start + placed.end)
    return Part("figure", "figure.rate", first, last)


def _unmasked(parts: list[Part]) -> tuple[Part, ...]:
    """Drop parts that a longer part of their category or a mask for their category covers; sort by place."""
    masks = [part for part in parts if part.category == _MASK]
    kept = [
        part
        for part in parts
        if part.category != _MASK
        and not any(m.name == f"mask.{part.category}" and m.first < part.last and part.first < m.last for m in masks)
        and not any(_covers(other, part) for other in parts)
    ]
    return tuple(sorted(set(kept), key=lambda part: (part.first, part.last)))


def _covers(other: Part, part: Part) -> bool:
    return (
        other.category == part.category
        and other.first <= part.first
        and part.last <= other.last
        and other.last - other.first > part.last - part.first
    )
