"""Every identifier that a record names exists, once, and is of the right sort."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from medlint.evidence.inventory import Inventory
from medlint.evidence.models import ConceptRecord, Record, Source
from medlint.evidence.problems import Entry, Problem
from medlint.evidence.similar import hint
from medlint.language.concepts import ConceptKind

_CONCEPTS: Mapping[str, tuple[ConceptKind, ...]] = {
    "interventions": (ConceptKind.INTERVENTION, ConceptKind.CONSERVATIVE_CARE),
    "conditions": (ConceptKind.CONDITION,),
    "outcome": (ConceptKind.OUTCOME,),
    "harm": (ConceptKind.HARM,),
}
_SOURCES = ("source", "superseded_by", "contested_by")
_RECORDS = ("basis",)
_SOURCES_OR_RECORDS = ("about", "supporters", "critics")


def unique_identifiers(inventory: Inventory) -> Iterator[Problem]:
    """No identifier stands twice in one folder; another folder may replace it."""
    for layer in inventory.layers:
        first: dict[str, Entry] = {}
        for entry in layer:
            before = first.setdefault(entry.record.id, entry)
            if before is not entry:
                yield entry.problem(f"identifier '{entry.record.id}' already stands at {before.where()}", "id")


def known_sources(inventory: Inventory) -> Iterator[Problem]:
    """Every source that a record names is one."""
    yield from _unknown(inventory, _SOURCES, inventory.database.sources, "source")


def known_records(inventory: Inventory) -> Iterator[Problem]:
    """Every record that honest wording rests on is one."""
    yield from _unknown(inventory, _RECORDS, inventory.database.records, "record")


def known_sides(inventory: Inventory) -> Iterator[Problem]:
    """What a controversy is about, and who takes which side, are sources or records."""
    known = inventory.database.sources.keys() | inventory.database.records.keys()
    yield from _unknown(inventory, _SOURCES_OR_RECORDS, known, "source or record")


def known_concepts(inventory: Inventory) -> Iterator[Problem]:
    """Every concept that a record names is one, of the kind that its place asks for."""
    for field, kinds in _CONCEPTS.items():
        known = {name for name, concept in inventory.database.concepts.items() if concept.kind in kinds}
        yield from _unknown(inventory, (field,), known, kinds[0].value)


def known_broader_concepts(inventory: Inventory) -> Iterator[Problem]:
    """Every broader concept is one, of the same kind."""
    for entry, concept in inventory.every(ConceptRecord):
        alike = {name for name, other in inventory.database.concepts.items() if other.kind is concept.kind}
        yield from _unknown_in(entry, "broader", alike, concept.kind.value)


def superseded_by_something(inventory: Inventory) -> Iterator[Problem]:
    """A source that is superseded says by what."""
    for entry, source in inventory.every(Source):
        if source.status == "superseded" and source.superseded_by is None:
            yield entry.problem("superseded, but 'superseded_by' does not say by what", "status", severity="warning")


def _unknown(inventory: Inventory, fields: Iterable[str], known: Iterable[str], sort: str) -> Iterator[Problem]:
    for entry in inventory.entries.values():
        for field in fields:
            yield from _unknown_in(entry, field, known, sort)


def _unknown_in(entry: Entry, field: str, known: Iterable[str], sort: str) -> Iterator[Problem]:
    for index, name in _named(entry.record, field):
        if name not in known:
            within = (field,) if index is None else (field, index)
            yield entry.problem(f"{field}: there is no {sort} '{name}'{hint(name, known)}", *within)


def _named(record: Record, field: str) -> Iterator[tuple[int | None, str]]:
    value = getattr(record, field, None)
    if isinstance(value, str):
        yield None, value
    elif value:
        yield from enumerate(value)
