"""Judging what a claim says is recommended, and what a treatment is said to be for."""

from __future__ import annotations

from collections.abc import Sequence

from medlint.evidence.allowing import allowed_advice, shows_benefit
from medlint.evidence.database import Database
from medlint.evidence.disputes import guidelines
from medlint.evidence.matching import ANY_CONDITION, Match
from medlint.evidence.models import Direction, Evidence, Recommendation
from medlint.evidence.verdicts import Judgement, Verdict, telling
from medlint.language.article import Advice, Claim


def judge_advice(claim: Claim, intervention: str, database: Database) -> Judgement:
    """Hold advice against the source it is attributed to, or against all clinical guidelines that apply."""
    source = claim.assertion.source
    found = [match.record for match in database.recommendations(intervention, claim.topic.conditions)]
    if source is None or source not in database.sources:
        said = _specific(guidelines(found, database), claim)
        return _weigh(_advice(claim), said, intervention) if said else _unguided(intervention, database)
    said = _specific(_said_by(source, found, database), claim)
    if said:
        return _weigh(_advice(claim), said, intervention)
    return _unsaid(source, claim, intervention, database)


def judge_indication(
    claim: Claim, intervention: str, database: Database, found: Sequence[Match[Evidence]]
) -> Judgement:
    """Hold "is used for" against the evidence that applies (`found`) or, where that shows no benefit, the guidelines.

    A treatment is for what it is shown to help, or what a guideline lets it be considered for.
    """
    helped = [match.record.id for match in found if shows_benefit(match.record)]
    if helped:
        return Judgement(Verdict.SUPPORTED, "a benefit is shown", records=telling(helped), intervention=intervention)
    recommendations = (match.record for match in database.recommendations(intervention, claim.topic.conditions))
    said = _specific(guidelines(recommendations, database), claim)
    if said:
        return _weigh(Advice.MAY_BE_CONSIDERED, said, intervention)
    shown = telling(match.record.id for match in found)
    return Judgement(
        Verdict.UNPROVEN, "no benefit is shown, no guideline speaks of it", records=shown, intervention=intervention
    )


def _advice(claim: Claim) -> Advice:
    """The advice given: a denied recommendation is one against routine use."""
    return Advice.NOT_ROUTINELY if claim.assertion.negated and claim.advice > Advice.NONE else claim.advice


def _said_by(source: str, found: Sequence[Recommendation], database: Database) -> list[Recommendation]:
    """What a source says itself, then what other guidelines in force of the same organisation say."""
    own = [record for record in found if record.source == source]
    organisation = database.sources[source].organisation.casefold()
    siblings = {name for name, other in database.sources.items() if other.organisation.casefold() == organisation}
    related = [record for record in found if record.source in siblings - {source}]
    return own + guidelines(related, database)


def _specific(said: list[Recommendation], claim: Claim) -> list[Recommendation]:
    """What is said of the claim's conditions by name, if anything is; else what is said of any condition."""
    by_name = [record for record in said if ANY_CONDITION not in record.conditions]
    return by_name if by_name and claim.topic.conditions else said


def _weigh(advice: Advice, said: Sequence[Recommendation], intervention: str) -> Judgement:
    favourable = [record for record in said if record.direction is Direction.FOR]
    adverse = [record for record in said if record.direction is Direction.AGAINST]
    alike, opposite = (favourable, adverse) if advice > Advice.NONE else (adverse, favourable)
    verdict, reason = _ruling(advice, alike, opposite)
    first = [*alike[:1], *opposite, *alike[1:]] or said
    return Judgement(verdict, reason, records=telling(record.id for record in first), intervention=intervention)


def _ruling(advice: Advice, alike: Sequence[Recommendation], opposite: Sequence[Recommendation]) -> tuple[Verdict, str]:
    """The verdict on advice, given the recommendations that point its way and those that point the other."""
    if advice is Advice.NONE:
        return Verdict.NOT_COVERED if alike or opposite else Verdict.SUPPORTED, "no advice to compare"
    if alike and opposite:
        return Verdict.CONTESTED, "recommendations point both ways"
    if opposite:
        return Verdict.CONTRADICTED, "the recommendation is the opposite"
    if not alike:
        return Verdict.OVERSTATED, "no recommendation either way"
    strongest = max(alike, key=allowed_advice)
    if advice > max(allowed_advice(strongest), Advice.NONE):
        return Verdict.OVERSTATED, f"the strength of the recommendation is {strongest.strength}"
    return Verdict.SUPPORTED, "so recommended"


def _unsaid(source: str, claim: Claim, intervention: str, database: Database) -> Judgement:
    """The source says nothing of this intervention in these conditions: is it known to be misquoted so?"""
    traps = database.misattributions(source, intervention, claim.topic.conditions)
    if traps:
        records = telling(trap.record.id for trap in traps)
        return Judgement(Verdict.CONTRADICTED, "the source does not say so", records=records, intervention=intervention)
    elsewhere = _said_by(source, [match.record for match in database.recommendations(intervention)], database)
    reason = "the source says so of other patients" if elsewhere else "the source makes no recommendation on it"
    records = telling(record.id for record in elsewhere)
    return Judgement(Verdict.UNPROVEN, reason, records=records, intervention=intervention)


def _unguided(intervention: str, database: Database) -> Judgement:
    gaps = telling(match.record.id for match in database.gaps(intervention))
    return Judgement(Verdict.UNPROVEN, "no guideline speaks of it", records=gaps, intervention=intervention)
