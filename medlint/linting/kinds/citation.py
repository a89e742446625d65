"""Kind `citation`: the article says that a source says what it does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from medlint.documents.model import BlockKind
from medlint.evidence.disputes import in_force
from medlint.evidence.verdicts import Judgement, Verdict, telling
from medlint.language.article import Advice, Claim, ClaimKind, Mention
from medlint.language.concepts import ConceptKind
from medlint.linting.drafts import Draft
from medlint.linting.findings import Confidence
from medlint.linting.judged import JudgedArticle
from medlint.linting.kinds.claim import draft
from medlint.linting.rule import Rule
from medlint.linting.scope import PROSE
from medlint.linting.sources import cited_as
from medlint.linting.wordkeys import numbers_in

Departure = Literal["direction", "strength", "population", "date", "force"]

_DEPARTS: Mapping[Verdict, Departure] = {
    Verdict.CONTRADICTED: "direction",
    Verdict.OVERSTATED: "strength",
    Verdict.UNPROVEN: "population",
}
# A year belongs to a source's name straight before it ("the 2019 X"), in brackets behind it or its kind ("X guideline
# (2019)"), or joined to them ("X guideline from 2019").
_YEAR_BEFORE = re.compile(r"((?:19|20)\d\d)\s+$")
_YEAR_AFTER = re.compile(
    r"^(?:'s|’s)?(?:\s+(?:guidelines?|guidance|recommendations?|statement|review))?"
    r"(?:\s+(?:of|from|in)\s+|\s*[(,]\s*|\s+)((?:19|20)\d\d)(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


class Conditions(BaseModel):
    """In what the article may depart from its source.

    "direction": the source advises the opposite, or is on record as misquoted so; "strength": it advises less firmly;
    "population": it says so of other patients; "date": it is dated to a year in which it neither appeared nor changed,
    or, with low confidence, to a change that is on record as having left this advice alone; "force": it is superseded
    or withdrawn, and what took its place is not named.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    departs: tuple[Departure, ...] = Field(min_length=1)
    blocks: tuple[BlockKind, ...] = Field(default=PROSE, alias="in")


class CitationRule(Rule):
    """A rule on statements that the article attributes to a source of the database."""

    kind: Literal["citation"]
    when: Conditions

    def find(self, case: JudgedArticle) -> Iterator[Draft]:
        """Every advice that its source does not give, and every source with a year that is not its own."""
        for claim, judgement in zip(case.article.claims, case.judgements, strict=True):
            source = case.database.sources.get(claim.assertion.source or "")
            if source and self._departs(claim, judgement, case):
                found = draft(self.code, claim, judgement, case)
                yield replace(found, values={**found.values, "cited": cited_as(source), "actual": judgement.reason})
        for mention in case.article.mentions:
            if mention.kind is ConceptKind.SOURCE and case.block(mention.span).kind in self.when.blocks:
                yield from self._misdated(mention, case) if "date" in self.when.departs else ()
                yield from self._out_of_force(mention, case) if "force" in self.when.departs else ()

    def _departs(self, claim: Claim, judgement: Judgement, case: JudgedArticle) -> bool:
        said = claim.assertion
        return (
            claim.kind is ClaimKind.RECOMMENDATION
            and not (said.asked or said.conditional)
            and case.block(claim.span).kind in self.when.blocks
            and _departure(claim, judgement) in self.when.departs
            and bool(judgement.records)
        )

    def _misdated(self, mention: Mention, case: JudgedArticle) -> Iterator[Draft]:
        source, year = case.database.sources[mention.concept], year_of(mention, case)
        values = {"cited": cited_as(source), "actual": f"it is from {source.year}"}
        if year is not None and year not in (source.year, *source.updates):
            yield Draft(self.code, mention.span, verdict=Verdict.CONTRADICTED, values=values)
        elif year in source.updates and (traps := _traps_of_date(mention, year, case)):
            unsure = Draft(self.code, mention.span, verdict=Verdict.CONTRADICTED, values=values)
            yield replace(unsure, records=traps, confidence=Confidence.LOW)

    def _out_of_force(self, mention: Mention, case: JudgedArticle) -> Iterator[Draft]:
        source = case.database.sources[mention.concept]
        if not in_force(source.id, case.database) and source.superseded_by not in case.named:
            successor = case.database.sources.get(source.superseded_by or "")
            actual = f"superseded by {cited_as(successor)}" if successor else source.status
            yield Draft(self.code, mention.span, values={"cited": cited_as(source), "actual": actual})


def _departure(claim: Claim, judgement: Judgement) -> Departure | None:
    """In what the claim departs from its source. To advise against less firmly than the source does is no departure."""
    departure = _DEPARTS.get(judgement.verdict)
    return None if departure == "strength" and claim.advice < Advice.NONE else departure


def _traps_of_date(mention: Mention, year: int, case: JudgedArticle) -> tuple[str, ...]:
    """The records by which advice on a treatment of this sentence is often, and wrongly, dated to `year`."""
    number = case.article.sentences.index(case.sentence(mention.span))
    interventions = case.article.topics[number].interventions
    found = (match.record for name in interventions for match in case.database.misattributions(mention.concept, name))
    return telling(record.id for record in found if year in numbers_in(record.often_said))


def year_of(mention: Mention, case: JudgedArticle) -> int | None:
    """The year that the text gives a source: in its name, straight before it, or behind it."""
    text = case.block(mention.span).text
    found = (
        _YEAR.search(mention.text)
        or _YEAR_BEFORE.search(text[max(0, mention.span.start - 8) : mention.span.start])
        or _YEAR_AFTER.match(text[mention.span.end :])
    )
    return int(found[1]) if found else None


RULE = CitationRule
