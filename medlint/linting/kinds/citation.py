"""Kind `citation`: the article says that a source says what it does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from medlint.documents.model import BlockKind
from medlint.evidence.verdicts import Judgement, Verdict
from medlint.language.article import Advice, Claim, ClaimKind, Mention
from medlint.language.concepts import ConceptKind
from medlint.linting.drafts import Draft
from medlint.linting.judged import JudgedArticle
from medlint.linting.kinds.claim import draft
from medlint.linting.rule import Rule
from medlint.linting.scope import PROSE
from medlint.linting.sources import cited_as

Departure = Literal["direction", "strength", "population", "date"]

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
    "population": it says so of other patients; "date": it is dated to a year in which it neither appeared nor changed.
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
        if "date" in self.when.departs:
            for mention in case.article.mentions:
                yield from self._misdated(mention, case)

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
        if mention.kind is not ConceptKind.SOURCE or case.block(mention.span).kind not in self.when.blocks:
            return
        source, year = case.database.sources[mention.concept], year_of(mention, case)
        if year is not None and year not in (source.year, *source.updates):
            values = {"cited": cited_as(source), "actual": f"it is from {source.year}"}
            yield Draft(self.code, mention.span, verdict=Verdict.CONTRADICTED, values=values)


def _departure(claim: Claim, judgement: Judgement) -> Departure | None:
    """In what the claim departs from its source. To advise against less firmly than the source does is no departure."""
    departure = _DEPARTS.get(judgement.verdict)
    return None if departure == "strength" and claim.advice < Advice.NONE else departure


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
