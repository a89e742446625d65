"""Kind `phrase`: words that are wrong wherever they stand, with exceptions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from medlint.documents.model import Block
from medlint.evidence.models import Certainty, Identifier
from medlint.evidence.verdicts import telling
from medlint.language.article import Assertion, Sentence, Span, Topic
from medlint.linting.arithmetic import contradict
from medlint.linting.certainty import surest
from medlint.linting.drafts import Draft
from medlint.linting.findings import Confidence
from medlint.linting.judged import CLINICAL, JudgedArticle
from medlint.linting.phraselists import Phrases
from medlint.linting.quotations import is_quoted
from medlint.linting.rule import Rule, fields_of
from medlint.linting.scope import Scope, alternatives
from medlint.linting.wordkeys import numbers_in
from medlint.linting.words import Found, WordIndex, index_of

Excuse = Literal["negated", "quoted", "asked", "hedged", "conditional", "compared", "attributed"]
_ROLES: tuple[Literal["percent", "part", "whole"], ...] = ("percent", "part", "whole")


class Conditions(Scope):
    """Phrases, what excuses them, and of what the sentence must speak.

    `#` in a phrase stands for a number. `unsupported`: no clinical source of the database states these numbers in a
    requirement of these kinds for the treatment. `contradicting` says what the numbers of a phrase are, in order; then
    it counts only where they cannot all be right. `uncertain`: records on the treatment are graded, none as of high
    certainty. `rests_on` are records that findings cite. `confidence` is that of the rule unless given.
    """

    phrases: Phrases = Field(min_length=1)
    unless: tuple[Excuse, ...] = ("negated", "quoted", "asked", "hedged")
    unsupported: tuple[Literal["interval", "maximum", "conservative-care"], ...] = ()
    contradicting: tuple[Literal["percent", "part", "whole"], ...] = ()
    uncertain: bool = False
    rests_on: tuple[Identifier, ...] = ()
    confidence: Confidence | None = None

    @cached_property
    def index(self) -> WordIndex:
        """The index of the phrases."""
        return index_of(self.phrases)

    def looked_for(self) -> Iterator[WordIndex]:
        """The indexes of the phrases that are looked for all over a page."""
        yield self.index
        yield from super().looked_for()

    def where(self, case: JudgedArticle) -> Sequence[int]:
        """The numbers of the sentences in which a phrase may stand."""
        return case.sentence_words.where(self.index)

    def places(self, case: JudgedArticle, number: int) -> Sequence[Found]:
        """Where the phrases stand in sentence `number`, excused or not."""
        return case.sentence_words.find(self.index, number)

    def find(self, case: JudgedArticle, number: int) -> Iterator[Span]:
        """The places in sentence `number` where a phrase stands and nothing excuses it."""
        sentence, topic = case.article.sentences[number], case.article.topics[number]
        block = case.block(sentence.span)
        if block.kind not in self.blocks or not self.covers(topic, case):
            return
        places = self.places(case, number)
        if not places or not self.in_sentence(number, case) or not self._is_open(topic, case):
            return
        for found in filter(self._faulty, places):
            if not (self.excuses(block, sentence, found) or self._supported(topic, found, case)):
                offset = sentence.span.start
                yield Span(sentence.span.block, offset + found.start, offset + found.end)

    def _is_open(self, topic: Topic, case: JudgedArticle) -> bool:
        """Whether no record is of high certainty, if that is asked."""
        if not self.uncertain:
            return True
        best = next((record.certainty for record in surest(topic, case)), None)
        return best not in (None, Certainty.HIGH)

    def _faulty(self, found: Found) -> bool:
        """Whether the numbers of a phrase contradict one another, if that is what is looked for."""
        roles = dict(zip(self.contradicting, found.numbers, strict=False))
        return not self.contradicting or (len(roles) == len(_ROLES) and contradict(*(roles[role] for role in _ROLES)))

    def excuses(self, block: Block, sentence: Sentence, found: Found) -> frozenset[str]:
        """What of `unless` excuses a phrase."""
        if "quoted" in self.unless and is_quoted(block, sentence.span.start + found.start):
            return frozenset({"quoted"})
        from medlint.language.assertion import status

        return _excuses(status(sentence.text, found.start, found.end)) & frozenset(self.unless)

    def _supported(self, topic: Topic, found: Found, case: JudgedArticle) -> bool:
        records = case.requirements(topic.interventions, self.unsupported, narrower=True)
        clinical = (record for record in records if record.authority in CLINICAL)
        return any(set(found.numbers) <= numbers_in(f"{record.value} {record.says}") for record in clinical)


class PhraseRule(Rule):
    """A rule on words; `when` lists alternatives."""

    kind: Literal["phrase"]
    when: Annotated[tuple[Conditions, ...], alternatives(Conditions), Field(min_length=1)]

    @model_validator(mode="after")
    def _has_what_it_says(self) -> PhraseRule:
        without = not any(each.rests_on or each.unsupported or each.uncertain for each in self.when)
        if without and (unfilled := fields_of(self.message) & {"says", "source"}):
            context = {"fields": " and ".join(f"'{{{name}}}'" for name in sorted(unfilled))}
            fault = "{fields} in the message of a rule that rests on no record; name some under 'rests_on'"
            raise PydanticCustomError("message", fault, context)
        return self

    def find(self, case: JudgedArticle) -> Iterator[Draft]:
        """Every phrase in the article that nothing excuses."""
        asked: dict[int, list[Conditions]] = {}  # by sentence
        for conditions in self.when:
            places = conditions.where(case)
            for number in places if places and conditions.on_page(case) else ():
                asked.setdefault(number, []).append(conditions)
        for number in sorted(asked):
            for conditions in asked[number]:
                for span in conditions.find(case, number):
                    yield self._draft(span, case.article.topics[number], conditions, case)

    def _draft(self, span: Span, topic: Topic, conditions: Conditions, case: JudgedArticle) -> Draft:
        required = case.requirements(topic.interventions, conditions.unsupported, narrower=True)
        graded = surest(topic, case) if conditions.uncertain else ()
        return Draft(
            self.code,
            span,
            intervention=next(iter(topic.interventions), None),
            condition=next(iter(topic.conditions), None),
            records=telling((*conditions.rests_on, *(record.id for record in (*required, *graded)))),
            confidence=conditions.confidence,
        )


def _excuses(said: Assertion) -> frozenset[str]:
    return frozenset(
        name
        for name, holds in (
            ("negated", said.negated),
            ("asked", said.asked),
            ("hedged", said.possible),
            ("conditional", said.conditional),
            ("compared", said.compared),
            ("attributed", said.attributed_to is not None),
        )
        if holds
    )


RULE = PhraseRule
