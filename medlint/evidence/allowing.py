"""What one record allows an article to say.

Certainty sets the verb (GRADE guidelines 26, Santesso et al. 2020): high certainty a plain statement, moderate
"probably" or "likely", low "may", very low "it is very uncertain whether". An effect too small to matter to patients
allows no promise. Certainty that is not stated counts as low.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from medlint.evidence.models import Certainty, Direction, EffectSize, Evidence, Recommendation, Strength
from medlint.language.article import HORIZONS, Advice, Effect, Horizon

_BENEFITS = frozenset({EffectSize.SMALL, EffectSize.MODERATE, EffectSize.LARGE})
_VERBS: Mapping[Certainty, Effect] = {
    Certainty.HIGH: Effect.PLAIN,
    Certainty.MODERATE: Effect.LIKELY,
    Certainty.LOW: Effect.MAY,
    Certainty.UNSTATED: Effect.MAY,
    Certainty.VERY_LOW: Effect.UNCERTAIN,
}
_SURE = frozenset({Certainty.HIGH, Certainty.MODERATE})
_FOR: Mapping[Strength, Advice] = {
    Strength.STRONG: Advice.RECOMMENDED,
    Strength.CONSENSUS: Advice.RECOMMENDED,
    Strength.WEAK: Advice.REASONABLE,
    Strength.UNSTATED: Advice.REASONABLE,
}
_AGAINST: Mapping[Strength, Advice] = {Strength.STRONG: Advice.SHOULD_NOT, Strength.CONSENSUS: Advice.SHOULD_NOT}


def allowed_effect(record: Evidence) -> Effect:
    """The strongest assertion of an effect that the record allows."""
    if record.effect in _BENEFITS:
        if record.effect is EffectSize.LARGE and record.certainty is Certainty.HIGH:
            return Effect.ABSOLUTE
        return _VERBS[record.certainty]
    if record.effect is EffectSize.HARM or (record.effect is EffectSize.NONE and record.certainty in _SURE):
        return Effect.DENIED
    return Effect.UNCERTAIN


def shows_benefit(record: Evidence) -> bool:
    """Whether the record shows an effect that matters; very uncertain evidence shows nothing."""
    return record.effect in _BENEFITS and record.certainty is not Certainty.VERY_LOW


def longest_benefit(records: Iterable[Evidence]) -> Evidence | None:
    """The record that shows a benefit at the latest time, the first of equals."""
    return max(filter(shows_benefit, records), key=lambda record: lasting(record.horizon), default=None)


def lasting(horizon: Horizon) -> int:
    """The place of a horizon in their order, from 0 for unstated."""
    return HORIZONS.index(horizon)


def allowed_advice(record: Recommendation) -> Advice:
    """The advice that the record gives, as strong as it gives it."""
    if record.direction is Direction.FOR:
        return _FOR[record.strength]
    if record.direction is Direction.AGAINST:
        return _AGAINST.get(record.strength, Advice.NOT_ROUTINELY)
    return Advice.NONE
