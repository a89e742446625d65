"""One sentence with all that is known of it before claims and disclosures are read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from medlint.language.article import Sentence, Span, Topic
from medlint.language.assertion import SentenceAssertion
from medlint.language.blocks import BlockReading
from medlint.language.concepts import ConceptKind
from medlint.language.contents import Content, Found
from medlint.language.figures import COUNTED, Placed, figures_in
from medlint.language.parts import counted_parts, parts_of
from medlint.language.patterns import Match, Part, matches
from medlint.language.phrases import Hit


class _Read(NamedTuple):
    number: int
    sentence: Sentence
    block: BlockReading
    content: Content
    topic: Topic
    sources: tuple[str, ...]


class ReadSentence(_Read):
    """Sentence `number` of the article: its words, its block, what stands there, its topic and sources.

    Of most sentences nobody asks more than whether something stands there; the rest is worked out where it is asked,
    and remembered. A sentence equals itself alone.
    """

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def forget(self) -> None:
        """Forget what was worked out: whoever asks again waits again."""
        vars(self).clear()

    @property
    def bounds(self) -> tuple[int, int]:
        """Its tokens, half-open, of those of the block."""
        return self.block.tokens.sentences[self.content.place]

    @property
    def first(self) -> int:
        """Its first token."""
        return self.bounds[0]

    @property
    def last(self) -> int:
        """The token behind its last."""
        return self.bounds[1]

    @property
    def found(self) -> Sequence[Found]:
        """The concepts named in it, in order of place."""
        return self.content.found

    @cached_property
    def hits(self) -> Sequence[Hit]:
        """The cues in it, in order of place."""
        return self.block.text.hits(self.content.place)

    @cached_property
    def figures(self) -> tuple[Placed, ...]:
        """The figures in it, in order of place."""
        return tuple(figures_in(self.sentence.text)) if self._counts else ()

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What patterns can be made of, in order of place."""
        tokens = self.block.tokens
        counted = counted_parts(tokens, self.sentence, self.bounds, self.figures) if self._counts else ()
        return parts_of(self.hits, self.found, counted)

    @property
    def _counts(self) -> bool:
        """Whether something may be counted in it."""
        return not self.content.possible.isdisjoint(COUNTED)

    @cached_property
    def names(self) -> frozenset[str]:
        """The categories and names of its parts."""
        return frozenset([name for part in self.parts for name in part[:2]])

    @property
    def matches(self) -> tuple[Match, ...]:
        """The patterns that its parts make, in order of place."""
        return self._matches if self.content.promising else ()

    @cached_property
    def _matches(self) -> tuple[Match, ...]:
        return tuple(matches(self.parts, self.names))

    @cached_property
    def assertion(self) -> SentenceAssertion:
        """What tells how its words are asserted."""
        return SentenceAssertion.of(self.block.tokens, self.bounds, self.hits)

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens `[first, last)`."""
        tokens = self.block.tokens
        return Span(self.block.number, tokens.starts[first], tokens.ends[last - 1])

    def text(self, first: int, last: int) -> str:
        """The words of the tokens `[first, last)`."""
        span = self.span(first, last)
        return self.block.tokens.text[span.start : span.end]

    def of(self, *categories: str) -> tuple[Part, ...]:
        """The parts that are cues of one of the categories or names, in order of place."""
        if self.content.possible.isdisjoint(categories):
            return ()
        return tuple(part for part in self.parts if part.category in categories or part.name in categories)

    def has(self, *categories: str) -> bool:
        """Whether a cue of one of the categories or names stands in the sentence."""
        return not (self.content.possible.isdisjoint(categories) or self.names.isdisjoint(categories))

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
