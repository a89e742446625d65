"""Kind `claim`: the article asserts something of a treatment, with a given kind, strength, horizon and verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from medlint.documents.model import BlockKind
from medlint.evidence.models import Identifier, Text
from medlint.evidence.similar import hint
from medlint.evidence.verdicts import Judgement, Verdict
from medlint.language.article import HORIZONS, Advice, Claim, ClaimKind, Effect, Horizon
from medlint.linting.drafts import Draft
from medlint.linting.findings import Confidence
from medlint.linting.judged import JudgedArticle
from medlint.linting.quotations import is_quoted
from medlint.linting.rule import Rule
from medlint.linting.scope import PROSE, Scope, alternatives
from medlint.linting.sourcing import is_sourced


def _rung(ladder: type[Effect] | type[Advice]) -> BeforeValidator:
    """Let rule files name the rungs of a ladder: "may", "should-not"."""
    rungs = {rung.name.lower().replace("_", "-"): rung for rung in ladder}

    def read(value: object) -> object:
        named = isinstance(value, str) and value in rungs
        if not named and (type(value) not in (int, ladder) or value not in rungs.values()):
            context = {"value": value, "rungs": ", ".join(rungs), "hint": hint(str(value), rungs)}
            raise PydanticCustomError("rung", "'{value}' is none of {rungs}{hint}", context)
        return rungs.get(value, value) if isinstance(value, str) else value

    return BeforeValidator(read, json_schema_input_type=Literal[tuple(rungs)])


EffectName = Annotated[Effect, _rung(Effect)]
AdviceName = Annotated[Advice, _rung(Advice)]


class Conditions(Scope):
    """What a claim must be. Conditions left out hold for any claim; a switch is true (only), false (never) or null.

    `beyond_horizon`: the claim's horizon passes the one that the evidence allows. `sourced`: the text says where the
    claim comes from, or the page lists sources. `quoted`: the claim stands in quotation marks or in a quotation.
    `comparators` are concepts, with narrower ones, or words; `cues` are identifiers of cues or their beginnings;
    `confidence` is that of the rule unless given.
    """

    blocks: tuple[BlockKind, ...] = Field(default=PROSE, alias="in")
    kinds: tuple[ClaimKind, ...] = ()
    min_effect: EffectName = Effect.DENIED
    max_effect: EffectName = Effect.ABSOLUTE
    min_advice: AdviceName = Advice.SHOULD_NOT
    max_advice: AdviceName = Advice.RECOMMENDED
    horizons: tuple[Horizon, ...] = ()
    beyond_horizon: bool | None = None
    verdicts: tuple[Verdict, ...] = ()
    comparators: tuple[Identifier, ...] = ()
    not_comparators: tuple[Identifier, ...] = ()
    outcomes: tuple[Identifier, ...] = ()
    cues: tuple[Text, ...] = ()
    not_cues: tuple[Text, ...] = ()
    boosted: bool | None = None
    figure: bool | None = None
    attributed: bool | None = None
    sourced: bool | None = None
    negated: bool | None = False
    asked: bool | None = False
    conditional: bool | None = False
    compared: bool | None = False
    quoted: bool | None = None
    confidence: Confidence | None = None

    def hold(self, claim: Claim, judgement: Judgement, case: JudgedArticle) -> bool:
        """Whether a claim and its judgement meet every condition."""
        return self._of_kind(claim) and next(self.unmet(claim, judgement, case), None) is None

    def unmet(self, claim: Claim, judgement: Judgement, case: JudgedArticle) -> Iterator[str]:
        """The keys of the conditions that a claim and its judgement do not meet, the cheapest to ask first."""
        yield from self._of_claim(claim)
        for asked in (self._assertion, self._others):
            yield from (key for key, holds in asked(claim, judgement, case).items() if not holds)
        if not self.covers(claim.topic, case):
            yield "topic, about, not_about or sells"
        if not self.in_sentence(claim.sentence, case):
            yield "with or without"
        if self.sourced not in (None, self.sourced is not None and is_sourced(claim, case)):
            yield "sourced"

    def _of_kind(self, claim: Claim) -> bool:
        return not self.kinds or claim.kind in self.kinds

    def _of_claim(self, claim: Claim) -> Iterator[str]:
        """Those on what is claimed and how strongly: most claims fail one of them."""
        if not self._of_kind(claim):
            yield "kinds"
        if claim.effect < self.min_effect:
            yield "min_effect"
        if claim.effect > self.max_effect:
            yield "max_effect"
        if claim.advice < self.min_advice:
            yield "min_advice"
        if claim.advice > self.max_advice:
            yield "max_advice"
        if self.horizons and claim.horizon not in self.horizons:
            yield "horizons"
        if self.outcomes and claim.outcome not in self.outcomes:
            yield "outcomes"
        if self.figure not in (None, claim.figure is not None):
            yield "figure"

    def _assertion(self, claim: Claim, *_: object) -> dict[str, bool]:
        said = claim.assertion
        return {
            "negated": self.negated in (None, said.negated),
            "asked": self.asked in (None, said.asked),
            "conditional": self.conditional in (None, said.conditional),
            "compared": self.compared in (None, said.compared),
            "boosted": self.boosted in (None, said.boosted),
            "attributed": self.attributed in (None, said.attributed_to is not None),
        }

    def _others(self, claim: Claim, judgement: Judgement, case: JudgedArticle) -> dict[str, bool]:
        block, other = case.block(claim.span), claim.comparator
        beyond = later(claim.horizon, judgement.allowed_horizon)
        return {
            "in": block.kind in self.blocks,
            "quoted": self.quoted in (None, self.quoted is not None and is_quoted(block, claim.span.start)),
            "cues": not self.cues or any(cue.startswith(self.cues) for cue in claim.cues),
            "not_cues": not any(cue.startswith(self.not_cues) for cue in claim.cues),
            "comparators": not self.comparators or (other is not None and case.is_a(other, self.comparators)),
            "not_comparators": other is None or not case.is_a(other, self.not_comparators),
            "verdicts": not self.verdicts or judgement.verdict in self.verdicts,
            "beyond_horizon": self.beyond_horizon in (None, beyond),
        }


class ClaimRule(Rule):
    """A rule on single claims; `when` lists alternatives."""

    kind: Literal["claim"]
    when: Annotated[tuple[Conditions, ...], alternatives(Conditions), Field(min_length=1)]

    def find(self, case: JudgedArticle) -> Iterator[Draft]:
        """Every claim that meets one of the alternatives; the first that it meets sets the confidence."""
        kinds = case.once(_kinds)
        on_page = [
            conditions
            for conditions in self.when
            if not kinds.isdisjoint(conditions.kinds or kinds) and conditions.on_page(case)
        ]
        for claim, judgement in zip(case.article.claims, case.judgements, strict=True) if on_page else ():
            held = next((conditions for conditions in on_page if conditions.hold(claim, judgement, case)), None)
            if held:
                yield replace(draft(self.code, claim, judgement, case), confidence=held.confidence)


def _kinds(case: JudgedArticle) -> frozenset[ClaimKind]:
    """The kinds of claims that the article makes."""
    return frozenset(claim.kind for claim in case.article.claims)


def draft(code: str, claim: Claim, judgement: Judgement, case: JudgedArticle) -> Draft:
    """What is to be said of a claim and its judgement."""
    values = {"comparator": case.name(claim.comparator), "figure": claim.figure.text if claim.figure else ""}
    return Draft(
        code,
        claim.span,
        intervention=judgement.intervention or next(iter(claim.topic.interventions), None),
        condition=next(iter(claim.topic.conditions), None),
        verdict=judgement.verdict,
        allowed=judgement.allowed_effect,
        horizon=judgement.allowed_horizon,
        records=judgement.records,
        wording=judgement.wording,
        values=values,
    )


def later(horizon: Horizon, allowed: Horizon | None) -> bool:
    """Whether a horizon lies beyond the one allowed, `None` standing for no time at all; an unstated one never does."""
    return HORIZONS.index(horizon) > (HORIZONS.index(allowed) if allowed else 0)


RULE = ClaimRule
