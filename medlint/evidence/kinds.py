"""What the entries of a claims database are called: by the key under which they stand in its files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from medlint.evidence.layout import sections
from medlint.evidence.models import ConceptFile, Record, SourceFile, TopicFile


@cache
def kinds() -> Mapping[str, type[Record]]:
    """Every kind of entry and its model, in the order of the schema: those of topics, then sources and concepts."""
    return {**sections(TopicFile), **sections(SourceFile), **sections(ConceptFile)}


def kind_of(record: Record) -> str:
    """The kind of an entry."""
    return next(kind for kind, model in kinds().items() if isinstance(record, model))
