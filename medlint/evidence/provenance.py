"""The chain of provenance of an entry: where it comes from, who disputes it, what it rests on, what rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from medlint.evidence.database import Database
from medlint.evidence.models import Controversy, Fact, Record, Source

_RESTS_ON = ("basis", "about", "supporters", "critics", "superseded_by", "broader")
_NAMES = (*_RESTS_ON, "source", "contested_by", "interventions", "conditions", "outcome", "harm")
E = TypeVar("E", bound=Record)


@dataclass(frozen=True, slots=True)
class Chain:
    """An entry and all that is tied to it.

    `source` is the source of a fact, `contested_by` the sources that dispute it or its source, `controversies` the
    disputes about the entry or its source, `rests_on` what the entry names as its ground (for a concept, the broader
    ones; for a source, what superseded it), `bears` the entries that name it in turn.
    """

    entry: Record
    source: Source | None
    contested_by: tuple[Source, ...]
    controversies: tuple[Controversy, ...]
    rests_on: tuple[Record, ...]
    bears: tuple[Record, ...]


def trace(identifier: str, database: Database) -> Chain:
    """The chain of a record, concept or source. Raises `KeyError` for an identifier that nothing has."""
    entry = every(database)[identifier]
    source = database.sources[entry.source] if isinstance(entry, Fact) else None
    disputed = source or (entry if isinstance(entry, Source) else None)
    controversies = tuple(_controversies(entry, source, database))
    return Chain(
        entry=entry,
        source=source,
        contested_by=tuple(_known(disputed.contested_by, database.sources) if disputed else ()),
        controversies=controversies,
        rests_on=tuple(_known(_named(entry, _RESTS_ON), every(database))),
        bears=tuple(_bears(entry, database, controversies)),
    )


def every(database: Database) -> dict[str, Record]:
    """Every entry of a database by identifier: records, sources, concepts."""
    return {**database.records, **database.sources, **database.concepts}


def _controversies(entry: Record, source: Source | None, database: Database) -> Iterator[Controversy]:
    """Disputes about the entry itself; about its source only where they are on the same interventions."""
    treated = set(getattr(entry, "interventions", ()))
    for dispute in database.every(Controversy):
        parties = {*dispute.about, *dispute.supporters, *dispute.critics}
        of_source = source is not None and source.id in parties and not treated.isdisjoint(dispute.interventions)
        if entry.id in parties or of_source:
            yield dispute


def _bears(entry: Record, database: Database, told: Iterable[Record]) -> Iterator[Record]:
    """The entries that name this one, those told as controversies left out."""
    apart = {entry.id, *(record.id for record in told)}
    named = (record for record in every(database).values() if entry.id in _named(record, _NAMES))
    yield from (record for record in named if record.id not in apart)


def _named(record: Record, fields: Iterable[str]) -> tuple[str, ...]:
    """The identifiers that a record names in these fields, each once."""
    values = (getattr(record, field, None) or () for field in fields)
    return tuple(dict.fromkeys(name for value in values for name in ((value,) if isinstance(value, str) else value)))


def _known(names: Iterable[str], entries: Mapping[str, E]) -> Iterator[E]:
    yield from (entries[name] for name in names if name in entries)
