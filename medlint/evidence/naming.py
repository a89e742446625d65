"""The database's concepts and sources as the language layer names them."""

from __future__ import annotations

from collections.abc import Iterable

from medlint.evidence.models import ConceptRecord, Source
from medlint.language.concepts import AmbiguousAlias, Concept, ConceptKind, Vocabulary


def vocabulary(concepts: Iterable[ConceptRecord], sources: Iterable[Source]) -> Vocabulary:
    """Every concept, and as one more kind the sources that articles cite by name, under their own identifiers."""
    named = {concept.id: as_concept(concept) for concept in concepts}
    return Vocabulary(named | {source.id: cited(source) for source in sources if source.names})


def as_concept(record: ConceptRecord) -> Concept:
    """A concept with all its names: the preferred one counts as an alias unless it is ambiguous."""
    return Concept(
        id=record.id,
        kind=record.kind,
        name=record.name,
        aliases=plain_names(record),
        ambiguous=tuple(AmbiguousAlias(item.alias, item.near) for item in record.ambiguous),
        decoys=record.decoys,
        broader=record.broader,
        invasive=record.invasive,
        seriousness=record.seriousness,
        duration=record.duration.value if record.duration else None,
        generic=record.generic,
        counts=record.counts,
    )


def cited(source: Source) -> Concept:
    """A source as a thing that articles name."""
    return Concept(source.id, ConceptKind.SOURCE, source.names[0], source.names)


def plain_names(record: ConceptRecord) -> tuple[str, ...]:
    """The names that mean the concept wherever they stand, each once."""
    unclear = {item.alias.casefold() for item in record.ambiguous}
    names = (record.name, *record.aliases, *record.lay)
    return tuple(dict.fromkeys(name for name in names if name.casefold() not in unclear))
