"""An article with each of its claims judged: what rules look at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from medlint.documents.model import Block, BlockKind
from medlint.evidence.database import Database
from medlint.evidence.hierarchy import Fit
from medlint.evidence.models import Authority, Requirement
from medlint.evidence.verdicts import Judgement
from medlint.language.article import Article, Mention, Sentence, Span
from medlint.language.concepts import ConceptKind
from medlint.linting.openings import Openings
from medlint.linting.wordplaces import WordPlaces

CLINICAL = frozenset({Authority.CLINICAL, Authority.REGULATOR, Authority.POSITION})  # not those who pay

_MEDICAL = frozenset(ConceptKind) - {ConceptKind.SOURCE}
T = TypeVar("T")
_METADATA = (BlockKind.TITLE, BlockKind.DESCRIPTION)


@dataclass(frozen=True)
class JudgedArticle:
    """An article, the database it was held against, and one judgement for each of its claims, in their order."""

    article: Article
    database: Database
    judgements: tuple[Judgement, ...]
    today: date = field(default_factory=date.today)
    openings: Openings = field(default=Openings.of(()), repr=False, compare=False)  # of what the rules look for
    _answers: dict[Callable[[JudgedArticle], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def sentence_words(self) -> WordPlaces:
        """The words of the sentences, to look for phrases in."""
        return WordPlaces.of((sentence.text for sentence in self.article.sentences), self.openings)

    def once(self, question: Callable[[JudgedArticle], T]) -> T:
        """The answer to a question about the whole article, worked out when first asked."""
        if question not in self._answers:
            self._answers[question] = question(self)
        answer: T = self._answers[question]
        return answer

    def block(self, span: Span) -> Block:
        """The block in which a span lies."""
        return self.article.document.blocks[span.block]

    def in_body(self, span: Span) -> bool:
        """Whether a span lies on the page itself, not in its metadata."""
        return self.block(span).kind not in _METADATA

    def words(self, span: Span) -> str:
        """The text of a span."""
        return self.block(span).text[span.start : span.end]

    def sentence(self, span: Span) -> Sentence:
        """The sentence in which a span begins; the whole block where none does."""
        place = bisect_right(self.article.sentences, (span.block, span.start), key=_beginning)
        nearest = self.article.sentences[place - 1] if place else None
        if nearest and nearest.span.block == span.block and span.start < nearest.span.end:
            return nearest
        text = self.block(span).text
        return Sentence(Span(span.block, 0, len(text)), text)

    def mentioned(self, span: Span) -> Sequence[Mention]:
        """The mentions that begin within a span, in order of place."""
        mentions = self.article.mentions
        first = bisect_left(mentions, (span.block, span.start), key=_place)
        return mentions[first : bisect_left(mentions, (span.block, span.end), first, key=_place)]

    def name(self, concept: str | None) -> str:
        """The preferred name of a concept; a word that is no concept stands for itself."""
        if concept is None:
            return ""
        return self.database.concepts[concept].name if concept in self.database.concepts else concept

    def is_a(self, concept: str, wider: Collection[str]) -> bool:
        """Whether a concept is one of `wider` or narrower than one of them."""
        return any(ancestor in wider for ancestor in self.database.hierarchy.ancestors(concept)) if wider else False

    def kind(self, concept: str) -> ConceptKind | None:
        """What sort of thing a concept is."""
        return self.database.concepts[concept].kind if concept in self.database.concepts else None

    def is_last_word(self, intervention: str) -> bool:
        """Whether the article names no narrower sort of an intervention that is not too general to mean one."""
        known = self.database.concepts.get(intervention)
        others = self.named - {intervention}
        return known is not None and not known.generic and not any(self.is_a(name, (intervention,)) for name in others)

    @cached_property
    def named(self) -> frozenset[str]:
        """The concepts that the article names."""
        return frozenset(mention.concept for mention in self.article.mentions)

    def named_of(self, kind: ConceptKind) -> tuple[str, ...]:
        """The concepts of a kind that the article names, each once, in the order in which they first stand there."""
        return tuple(dict.fromkeys(mention.concept for mention in self.article.mentions if mention.kind is kind))

    @cached_property
    def is_medical(self) -> bool:
        """Whether the article names anything medical at all."""
        return any(mention.kind in _MEDICAL for mention in self.article.mentions)

    def is_invasive(self, intervention: str) -> bool:
        """Whether an intervention is invasive, by its own record."""
        known = self.database.concepts
        return intervention in known and known[intervention].invasive

    def requirements(
        self, interventions: Iterable[str], kinds: Collection[str], narrower: bool = False
    ) -> tuple[Requirement, ...]:
        """The requirements of these kinds for any of the interventions, each once, those of clinicians first.

        With `narrower` also those for a narrower sort of one of the interventions.
        """
        found: dict[str, Requirement] = {}
        for intervention in interventions:
            for match in self.database.requirements(intervention):
                if match.record.kind in kinds and (narrower or match.intervention is not Fit.NARROWER):
                    found.setdefault(match.record.id, match.record)
        return tuple(sorted(found.values(), key=lambda record: record.authority not in CLINICAL))


def _beginning(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.block, sentence.span.start


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.block, mention.span.start
