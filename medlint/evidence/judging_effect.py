"""Judging what a claim promises of an effect: that it comes, how surely, and for how long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from medlint.evidence.allowing import allowed_effect, lasting, longest_benefit, shows_benefit
from medlint.evidence.database import Database
from medlint.evidence.disputes import controversies_about, guidelines, opposed
from medlint.evidence.matching import Match
from medlint.evidence.models import EffectSize, Evidence
from medlint.evidence.verdicts import Judgement, Verdict, telling
from medlint.language.article import Claim, Effect, Horizon

_LONG = lasting(Horizon.LONG)
_NO_BENEFIT = frozenset({EffectSize.NONE, EffectSize.TRIVIAL, EffectSize.HARM})
_SIZEABLE = frozenset({EffectSize.MODERATE, EffectSize.LARGE})
_EFFECTS: Mapping[EffectSize, str] = {
    EffectSize.NONE: "no effect",
    EffectSize.TRIVIAL: "an effect too small to matter",
    EffectSize.HARM: "a worse outcome",
    EffectSize.UNKNOWN: "an unknown effect",
}
_TIMES: Mapping[Horizon, str] = {
    Horizon.UNSTATED: "a time not stated",
    Horizon.HOURS: "hours to days",
    Horizon.WEEKS: "up to 6 weeks",
    Horizon.MONTHS: "up to 3 months",
    Horizon.MEDIUM: "3 to 12 months",
    Horizon.LONG: "over 12 months",
    Horizon.PERMANENT: "good",
}

Ruling = tuple[Verdict, str, list[str]]


def judge_effect(claim: Claim, intervention: str, database: Database, found: Sequence[Match[Evidence]]) -> Judgement:
    """Hold a claim against the evidence that applies to it (`found`, not empty, the closest first).

    It is overstated where its strength passes what every record allows, where it boasts of an effect that is small in
    every record, or where its horizon passes what any record shows;
    contested where it is within the most permissive record, beyond the least, and the field disagrees.
    """
    records = sorted((match.record for match in found), key=allowed_effect, reverse=True)  # stable: closest first
    best, longest = records[0], longest_benefit(records)
    if claim.effect > allowed_effect(best) or (claim.assertion.boosted and not any(map(_sizeable, records))):
        ruling = _too_strong(claim, records)
    elif longest and _too_long(claim.horizon, longest, records):
        ruling = _too_long_for(longest, records)
    elif claim.effect > allowed_effect(records[-1]) and (sides := _sides(claim, intervention, database, records)):
        ruling = Verdict.CONTESTED, "those who judge the evidence disagree", [best.id, *sides]
    else:
        ruling = Verdict.SUPPORTED, summary(best), [best.id]
    verdict, reason, rests_on = ruling
    horizon = longest.horizon if longest else None
    return Judgement(verdict, reason, allowed_effect(best), horizon, telling(rests_on), None, intervention)


def _sizeable(record: Evidence) -> bool:
    """Whether a record bears out words such as "significant" and "highly": a moderate or large effect."""
    return record.effect in _SIZEABLE and shows_benefit(record)


def summary(record: Evidence) -> str:
    """A record in short words: "a small effect, low certainty"."""
    effect = _EFFECTS.get(record.effect, f"a {record.effect} effect")
    return f"{effect}, {record.certainty.replace('-', ' ')} certainty"


def _too_strong(claim: Claim, records: Sequence[Evidence]) -> Ruling:
    best = records[0]
    harmful = [record.id for record in records if record.effect is EffectSize.HARM]
    if harmful and allowed_effect(best) is Effect.DENIED:
        return Verdict.CONTRADICTED, "the evidence shows harm", [*harmful, *(record.id for record in records)]
    reason = f"at best {summary(best)}"
    if claim.effect is Effect.ABSOLUTE and shows_benefit(best):
        reason = f"nothing is that certain: {reason}"
    return Verdict.OVERSTATED, reason, [record.id for record in records]


def _too_long(claimed: Horizon, longest: Evidence, records: Sequence[Evidence]) -> bool:
    """Whether a claim outlasts every benefit shown.

    Below "long" it takes a record that found nothing by then: a time at which nobody measured is not held against it.
    """
    limit, asked = lasting(longest.horizon), lasting(claimed)
    if asked <= limit or asked >= _LONG:
        return asked > limit
    return any(record.effect in _NO_BENEFIT and limit < lasting(record.horizon) <= asked for record in records)


def _too_long_for(longest: Evidence, records: Sequence[Evidence]) -> Ruling:
    gone = [record.id for record in records if record.effect in _NO_BENEFIT and _outlasts(record, longest)]
    return Verdict.OVERSTATED, f"benefit shown for {_TIMES[longest.horizon]} only", [longest.id, *gone]


def _outlasts(record: Evidence, other: Evidence) -> bool:
    return lasting(record.horizon) > lasting(other.horizon)


def _sides(claim: Claim, intervention: str, database: Database, records: Sequence[Evidence]) -> list[str]:
    """The records of both sides where guidelines point opposite ways or a controversy is recorded; else nothing."""
    found = database.recommendations(intervention, claim.topic.conditions)
    advice = guidelines((match.record for match in found), database)
    pair = next(opposed(advice, database.conditions), ())
    concerned = {name for record in (*records, *advice) for name in (record.id, record.source)}
    disputes = controversies_about(concerned, intervention, database)
    if not pair and not disputes:
        return []
    return [record.id for record in (*pair, *disputes[:1], records[-1])]
