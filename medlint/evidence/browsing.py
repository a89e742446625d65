"""Choosing records by what they are about and where they come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from medlint.errors import UsageError
from medlint.evidence.database import Database
from medlint.evidence.hierarchy import RANK, Fit
from medlint.evidence.kinds import kind_of, kinds
from medlint.evidence.layout import sections
from medlint.evidence.models import Record, TopicFile
from medlint.evidence.searching import identify
from medlint.evidence.similar import hint
from medlint.language.concepts import ConceptKind


@dataclass(frozen=True, slots=True)
class Choice:
    """Which records: those that meet every part that is given. All are identifiers but `kinds`, which are kinds.

    A record meets an intervention or a condition if it names that or a broader one, which holds for it too; with
    `narrower` also if it names a narrower one.
    """

    interventions: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    narrower: bool = False


_TREATMENTS = (ConceptKind.INTERVENTION, ConceptKind.CONSERVATIVE_CARE)


def choose(database: Database, asked: Mapping[str, Iterable[str]], narrower: bool = False) -> Choice:
    """The choice that a person names under `interventions`, `conditions`, `sources` and `kinds`, by any name.

    Raises `UsageError` where nothing of the sort is called so.
    """
    concepts = database.concepts
    pools: Mapping[str, Mapping[str, Record]] = {
        "interventions": {name: concept for name, concept in concepts.items() if concept.kind in _TREATMENTS},
        "conditions": {name: concept for name, concept in concepts.items() if concept.kind is ConceptKind.CONDITION},
        "sources": database.sources,
    }
    known = {part: tuple(identify(name, pool) for name in asked.get(part, ())) for part, pool in pools.items()}
    return Choice(**known, kinds=tuple(map(_known_kind, asked.get("kinds", ()))), narrower=narrower)


def browse(database: Database, choice: Choice) -> tuple[Record, ...]:
    """The records chosen, by kind, the closest to the intervention first, then in the order of the database."""
    order = list(kinds())
    placed = (
        ((order.index(kind_of(record)), closeness), record)
        for record in database.records.values()
        if (closeness := _closeness(record, database, choice)) is not None
    )
    return tuple(record for _, record in sorted(placed, key=lambda pair: pair[0]))


def _closeness(record: Record, database: Database, choice: Choice) -> tuple[int, int] | None:
    """How far a record is from what is asked for, or `None` if it is not meant."""
    if choice.kinds and kind_of(record) not in choice.kinds:
        return None
    if choice.sources and getattr(record, "source", None) not in choice.sources:
        return None
    suffered = _nearest(choice.conditions, getattr(record, "conditions", ()), database, choice.narrower)
    treated = _nearest(choice.interventions, getattr(record, "interventions", ()), database, choice.narrower)
    return None if suffered is None else treated


def _nearest(asked: Iterable[str], named: Iterable[str], database: Database, narrower: bool) -> tuple[int, int] | None:
    """The closest relation of what is asked for to what a record names; nothing asked for is met by all."""
    wanted = tuple(asked)
    kins = (database.hierarchy.relate(one, other) for one in wanted for other in named)
    met = (kin for kin in kins if kin and (narrower or kin.fit is not Fit.NARROWER))
    return min((kin.order for kin in met), default=None) if wanted else (RANK[Fit.EXACT], 0)


def _known_kind(kind: str) -> str:
    known = sections(TopicFile)
    if kind not in known:
        raise UsageError(f"there are no records of kind '{kind}'{hint(kind, known)}; known are {', '.join(known)}")
    return kind
