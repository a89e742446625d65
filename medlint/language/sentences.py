"""One sentence with all that is known of it before claims and disclosures are read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from medlint.language.article import Horizon, Sentence, Span, Topic
from medlint.language.assertion import CATEGORIES, SentenceAssertion
from medlint.language.blocks import BlockReading, Found
from medlint.language.concepts import Concept, ConceptKind, Seriousness
from medlint.language.cues import load_cues
from medlint.language.figures import Placed, figures_in
from medlint.language.horizons import PlacedTime, times_in
from medlint.language.patterns import Match, Part, matches

_OUTCOMES = (ConceptKind.OUTCOME, ConceptKind.CONDITION)
_SYMPTOM_WORDS = "outcome-word"  # what people want less of
_OUTCOME_WORDS = (_SYMPTOM_WORDS, "outcome-good")
_BRIEF = frozenset({Horizon.WEEKS, Horizon.MONTHS, Horizon.MEDIUM})
_MAJOR = 50  # percent from which a share is one to boast of
_MASK = "mask"


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """Sentence `number` of the article: tokens `[first, last)` of its block, with parts, concepts, figures, topic.

    `names` are the categories and names of its parts, `matches` the patterns that these make.
    """

    number: int
    sentence: Sentence
    block: BlockReading
    first: int
    last: int
    parts: tuple[Part, ...]
    names: frozenset[str]
    matches: tuple[Match, ...]
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

    def of(self, *categories: str) -> tuple[Part, ...]:
        """The parts that are cues of one of the categories or names, in order of place."""
        return tuple(part for part in self.parts if part.category in categories or part.name in categories)

    def has(self, *categories: str) -> bool:
        """Whether a cue of one of the categories or names stands in the sentence."""
        return not self.names.isdisjoint(categories)

    def source_at(self, token: int) -> str | None:
        """The known source behind the words at a token: that of their clause, else of the nearest clause before it.

        Where none of these names one it is the first of the sentence.
        """
        number = self._clause(token)
        named = [(self._clause(f.first), f.concept.id) for f in self.found if f.concept.kind is ConceptKind.SOURCE]
        nearest = max((clause for clause, _ in named if clause <= number), default=None)
        own = (source for clause, source in named if clause == nearest)
        return next(own, self.sources[0] if self.sources else None)

    def _clause(self, token: int) -> int:
        """The number of the clause in which a token stands, by what ends the scope of a negation."""
        return sum(last <= token for _, last in self.assertion.breaks)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: its number in the article, its block, its tokens `[first, last)` there."""

    number: int
    sentence: Sentence
    block: BlockReading
    first: int
    last: int


def read_sentence(place: Place, topic: Topic, sources: tuple[str, ...]) -> ReadSentence:
    """Gather the parts of the sentence at `place`."""
    block, sentence, bounds = place.block, place.sentence, (place.first, place.last)
    found = block.found_in(bounds)
    figures = tuple(figures_in(sentence.text))
    hits = block.hits_in(bounds)
    meanings = _meanings()
    parts = [Part(*meanings[h.label], h.first, h.last) for h in hits if h.label in meanings]
    parts += _parts_of(found)
    parts += [_figure(block, sentence, placed) for placed in figures]
    parts += list(_times(block, sentence))
    keys = block.tokens.keys[place.first : place.last]
    parts += [Part("number", "number", i, i + 1) for i, key in enumerate(keys, place.first) if key.isdigit()]
    parts += [part._replace(category="symptom") for part in parts if part.category == _SYMPTOM_WORDS]
    parts += [part._replace(category="outcome") for part in parts if part.category in _OUTCOME_WORDS]
    parts += [Part("symptom", f"symptom.{f.concept.id}", f.first, f.last) for f in found if _is_symptom(f.concept)]
    kept = _unmasked(parts)
    assertion = SentenceAssertion.of(block.tokens, bounds, hits)
    names = frozenset(name for part in kept for name in (part.category, part.name))
    return ReadSentence(
        place.number,
        sentence,
        block,
        *bounds,
        kept,
        names,
        tuple(matches(kept, names)),
        found,
        figures,
        topic,
        sources,
        assertion,
    )


@cache
def _meanings() -> Mapping[str, tuple[str, str]]:
    """The category and name of the part that a hit is, by its label; what asserts is no part."""
    cues = load_cues().values()
    return {f"cue:{cue.id}": (cue.category, cue.id) for cue in cues if cue.category not in CATEGORIES}


def _parts_of(found: Sequence[Found]) -> Iterator[Part]:
    """The parts that the concepts of a sentence are: its outcomes, then its treatments, then its harms."""
    if found:
        yield from (
            Part("outcome", f"outcome.{f.concept.id}", f.first, f.last) for f in found if f.concept.kind in _OUTCOMES
        )
        yield from (
            Part("treatment", f.concept.id, f.first, f.last)
            for f in found
            if f.concept.kind is ConceptKind.INTERVENTION
        )
        yield from (Part("harm", f.concept.id, f.first, f.last) for f in found if f.concept.kind is ConceptKind.HARM)


def _times(block: BlockReading, sentence: Sentence) -> Iterator[Part]:
    """The spans of time from a week to a year: how long a benefit takes to come, or lasts."""
    for placed in times_in(sentence.text):
        if placed.horizon in _BRIEF:
            yield Part("brief-time", f"brief-time.{placed.horizon}", *_tokens_of(block, sentence, placed))


def _is_symptom(concept: Concept) -> bool:
    """Whether people want to be rid of it: a condition, or what is a minor harm where a treatment brings it."""
    return concept.kind is ConceptKind.CONDITION or concept.seriousness is Seriousness.MINOR


def _figure(block: BlockReading, sentence: Sentence, placed: Placed) -> Part:
    name = "figure.major" if (placed.figure.value or 0) >= _MAJOR else "figure.minor"
    return Part("figure", name, *_tokens_of(block, sentence, placed))


def _tokens_of(block: BlockReading, sentence: Sentence, placed: Placed | PlacedTime) -> tuple[int, int]:
    return block.tokens.span_of(sentence.span.start + placed.start, sentence.span.start + placed.end)


def _unmasked(parts: list[Part]) -> tuple[Part, ...]:
    """Drop parts that a longer part of their category or a mask for their category covers; sort by place."""
    masked: dict[int, set[str]] = {}  # categories by token
    for mask in parts:
        if mask.category == _MASK:
            for token in range(mask.first, mask.last):
                masked.setdefault(token, set()).update(_masked_by(mask.name))
    kept = []
    ends: dict[str, int] = {}  # of each category, where the part ends that reaches farthest
    starts: dict[str, int] = {}  # and where it begins
    for part in sorted(dict.fromkeys(parts), key=_longest_first):
        category, _, first, last = part
        hidden = last < ends.get(category, 0) or (last == ends.get(category) and starts[category] < first)
        if last > ends.get(category, 0):
            starts[category], ends[category] = first, last
        if masked and any(category in masked.get(token, ()) for token in range(first, last)):
            continue
        if category != _MASK and not hidden:
            kept.append(part)
    return tuple(sorted(kept, key=attrgetter("first", "last")))


def _longest_first(part: Part) -> tuple[int, int]:
    return part.first, -part.last


def _masked_by(name: str) -> Collection[str]:
    """The categories that a mask covers: those it lists, else the one it is named for."""
    listed: Collection[str] | None = load_cues()[name].traits.get("masks")
    return listed or (name.partition(".")[2],)
