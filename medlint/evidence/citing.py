"""A record as it is cited to a reader: what it says, and who said it where."""

from __future__ import annotations

from dataclasses import dataclass

from medlint.evidence.database import Database
from medlint.evidence.models import Controversy, Fact, NoRecommendation, Record, Wording


@dataclass(frozen=True, slots=True)
class Citation:
    """A record, its source (empty where it has none of its own), the source's organisation and title, its year."""

    record: str
    source: str
    title: str
    year: int | None
    says: str


def cite(record_id: str, database: Database) -> Citation:
    """The citation of a record. Raises `KeyError` for an identifier that no record has."""
    record = database.records[record_id]
    if isinstance(record, Fact):
        source = database.sources[record.source]
        return Citation(record.id, source.id, f"{source.organisation}: {source.title}", source.year, record.says)
    return Citation(record.id, "", database.info.name, _year(record), _own_words(record))


def _year(record: Record) -> int | None:
    """The year in which a record that rests on no single source was last checked, where it says."""
    return record.checked_on.year if isinstance(record, Controversy | NoRecommendation) else None


def _own_words(record: Record) -> str:
    if isinstance(record, Controversy):
        return f"{record.topic}. For: {record.supporters_say} Against: {record.critics_say}"
    if isinstance(record, NoRecommendation):
        return f"No guideline on it was found: {record.searched}"
    return record.may_say if isinstance(record, Wording) else record.id
