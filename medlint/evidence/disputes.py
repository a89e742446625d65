"""Where records disagree: guidelines that point opposite ways for the same patients, and recorded controversies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import product

from medlint.evidence.database import Database
from medlint.evidence.matching import ANY_CONDITION, Conditions, together
from medlint.evidence.models import Authority, Controversy, Direction, Recommendation

_OUT_OF_FORCE = frozenset({"superseded", "withdrawn"})


def guidelines(recommendations: Iterable[Recommendation], database: Database) -> list[Recommendation]:
    """Those that may be told as what guidelines say: clinical ones in force, never payers or regulators."""
    return [
        record
        for record in recommendations
        if record.authority is Authority.CLINICAL and in_force(record.source, database)
    ]


def in_force(source: str, database: Database) -> bool:
    """Whether a source is neither superseded nor withdrawn."""
    return source not in database.sources or database.sources[source].status not in _OUT_OF_FORCE


def opposed(
    recommendations: Collection[Recommendation], conditions: Conditions
) -> Iterator[tuple[Recommendation, Recommendation]]:
    """Every pair of a recommendation for and one against that can speak of the same treatment and patient."""
    favourable = [record for record in recommendations if record.direction is Direction.FOR]
    adverse = [record for record in recommendations if record.direction is Direction.AGAINST]
    for one, other in product(favourable, adverse):
        if _same_treatment(one, other, conditions) and _same_patient(one, other, conditions):
            yield one, other


def controversies_about(identifiers: Collection[str], intervention: str, database: Database) -> tuple[Controversy, ...]:
    """The controversies over these records, or over sources among them."""
    found = (match.record for match in database.controversies(intervention))
    return tuple(record for record in found if not set(record.about).isdisjoint(identifiers))


def _same_treatment(one: Recommendation, other: Recommendation, conditions: Conditions) -> bool:
    pairs = product(one.interventions, other.interventions)
    return any(conditions.hierarchy.relate(mine, theirs) for mine, theirs in pairs)


def _same_patient(one: Recommendation, other: Recommendation, conditions: Conditions) -> bool:
    if not together(one.duration, other.duration):
        return False
    if ANY_CONDITION in one.conditions or ANY_CONDITION in other.conditions:
        return True
    return any(
        conditions.hierarchy.relate(mine, theirs) and together(conditions.duration(mine), conditions.duration(theirs))
        for mine, theirs in product(one.conditions, other.conditions)
    )
