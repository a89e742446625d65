"""Judging a claim: which evidence bears on it, and what it comes to."""

from __future__ import annotations

from dataclasses import replace

from medlint.evidence.allowing import shows_benefit
from medlint.evidence.database import Database
from medlint.evidence.judging_advice import judge_advice, judge_indication
from medlint.evidence.judging_effect import judge_effect
from medlint.evidence.judging_safety import judge_safety
from medlint.evidence.matching import ANY_OUTCOME, Match
from medlint.evidence.models import Evidence
from medlint.evidence.verdicts import Judgement, Verdict
from medlint.evidence.wordings import honest_wording
from medlint.language.article import Claim, ClaimKind, Effect

SURGERY = "surgery"
_TISSUE, _DIAGNOSIS, _NO_SURGERY = "tissue-repair", "diagnosis-accuracy", "surgery-avoidance"
_FELT = ("pain", "function", "quality-of-life")  # what "it works" is taken to mean, the first with evidence
_RIVALS = frozenset({"active", "usual-care", "mixed"})
_PEERS = frozenset({"active", "surgery"})

# Where one treatment of several carries the claim, the claim stands; where none does, the best known decides.
_PREFERENCE = (
    Verdict.SUPPORTED,
    Verdict.CONTESTED,
    Verdict.OVERSTATED,
    Verdict.CONTRADICTED,
    Verdict.UNPROVEN,
    Verdict.NOT_COVERED,
)


def judge(claim: Claim, database: Database) -> Judgement:
    """What a claim comes to: the most permissive of its treatments decides, so that a list is not faulted for one.

    Questions, denials and statements of uncertainty promise nothing and are never faulted. Without a treatment that
    the database covers the verdict is `NOT_COVERED`.
    """
    covered = [name for name in _treatments(claim, database) if database.covers(name)]
    if not covered:
        return Judgement(Verdict.NOT_COVERED, "no treatment that the database covers")
    if not _promises(claim):
        return Judgement(Verdict.SUPPORTED, "promises nothing", intervention=covered[0])
    judgements = [_judge_one(claim, name, database) for name in covered]
    decisive = min(judgements, key=lambda judgement: _PREFERENCE.index(judgement.verdict))
    if decisive.intervention is None or decisive.verdict in (Verdict.SUPPORTED, Verdict.NOT_COVERED):
        return decisive
    operation = SURGERY in database.hierarchy.ancestors(decisive.intervention)  # words on having none do not fit it
    beside_surgery = claim.kind is ClaimKind.COMPARISON and _surgical(claim, database) and not operation
    return replace(decisive, wording=honest_wording(claim, decisive.intervention, database, beside_surgery))


def _treatments(claim: Claim, database: Database) -> tuple[str, ...]:
    """The treatments that the claim is about: not the one that they are compared with, unless it stands alone."""
    if claim.kind is not ClaimKind.COMPARISON or claim.comparator is None:
        return claim.topic.interventions
    rivals = {*database.hierarchy.ancestors(claim.comparator), *([SURGERY] if _surgical(claim, database) else [])}
    return tuple(name for name in claim.topic.interventions if name not in rivals) or claim.topic.interventions


def _promises(claim: Claim) -> bool:
    if claim.assertion.asked:
        return False
    return claim.kind is ClaimKind.RECOMMENDATION or (claim.effect > Effect.UNCERTAIN and not claim.assertion.negated)


def _judge_one(claim: Claim, intervention: str, database: Database) -> Judgement:
    if claim.kind is ClaimKind.RECOMMENDATION:
        return judge_advice(claim, intervention, database)
    if claim.kind is ClaimKind.SAFETY:
        return judge_safety(claim, intervention, database)
    if claim.kind is ClaimKind.MECHANISM and claim.outcome != _TISSUE:
        return Judgement(Verdict.NOT_COVERED, "how a treatment works is not judged", intervention=intervention)
    found = _bearing(claim, intervention, database)
    if claim.kind is ClaimKind.INDICATION:
        return judge_indication(claim, intervention, database, found)
    if found:
        return judge_effect(claim, intervention, database, found)
    return Judgement(Verdict.UNPROVEN, "no evidence on this outcome and condition", intervention=intervention)


def _bearing(claim: Claim, intervention: str, database: Database) -> tuple[Match[Evidence], ...]:
    """The evidence that a claim of this kind is to be held against."""
    if claim.kind is ClaimKind.CURE:
        return _measured(claim, intervention, database, _TISSUE)
    if claim.kind is ClaimKind.DIAGNOSIS:
        return _measured(claim, intervention, database, _DIAGNOSIS)
    if claim.kind is ClaimKind.COMPARISON:
        return _compared(claim, intervention, database)
    return tuple(match for match in _felt(claim, intervention, database) if _absolute(match.record))


def _absolute(record: Evidence) -> bool:
    """Whether a record speaks of the treatment itself: doing as well as another is not doing nothing."""
    return record.comparator not in _PEERS or shows_benefit(record)


def _felt(claim: Claim, intervention: str, database: Database) -> tuple[Match[Evidence], ...]:
    outcomes = _FELT if claim.outcome in (None, ANY_OUTCOME) else (claim.outcome,)
    found = (_measured(claim, intervention, database, outcome) for outcome in outcomes)
    return next(filter(None, found), ())


def _compared(claim: Claim, intervention: str, database: Database) -> tuple[Match[Evidence], ...]:
    """Against surgery: how often surgery is avoided, else how patients fare beside it. Otherwise: against rivals."""
    if _surgical(claim, database):
        avoided = _measured(claim, intervention, database, _NO_SURGERY)
        return avoided or tuple(
            match for match in _felt(claim, intervention, database) if match.record.comparator == "surgery"
        )
    return tuple(match for match in _felt(claim, intervention, database) if match.record.comparator in _RIVALS)


def _measured(claim: Claim, intervention: str, database: Database, outcome: str) -> tuple[Match[Evidence], ...]:
    return database.evidence(intervention, claim.topic.conditions, outcome)


def _surgical(claim: Claim, database: Database) -> bool:
    rival = claim.comparator or ""
    return SURGERY in database.hierarchy.ancestors(rival) or SURGERY in rival.casefold()
