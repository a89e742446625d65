"""Records as a list: what each says, how it is graded, who says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from medlint.evidence.database import Database
from medlint.evidence.gist import gist, grades
from medlint.evidence.kinds import kind_of
from medlint.evidence.models import Fact, Record
from medlint.reporting.jsontext import array
from medlint.reporting.layout import wrap
from medlint.reporting.options import Options
from medlint.reporting.terminal import paint

INDENT = "  "


def table(records: Sequence[Record], database: Database, options: Options) -> Iterator[str]:
    """The records under the name of their kind: identifier, source and grades in a row, what they say below."""
    for kind, members in groupby(records, key=kind_of):
        listed = list(members)
        yield paint(f"{kind.replace('_', ' ')} ({len(listed)})", options, bold=True) + "\n"
        for record in listed:
            yield from row(record, options, _source(record, database))
        yield "\n"
    yield f"{len(records)} {'record' if len(records) == 1 else 'records'}\n"


def row(record: Record, options: Options, said_by: str = "") -> Iterator[str]:
    """One entry: who says it with which grades, and what it says, below its identifier."""
    yield INDENT + paint(record.id, options, bold=True) + "\n"
    for text in (": ".join(filter(None, (said_by, grades(record)))), gist(record)):
        if text:
            yield wrap(text, options, first=INDENT * 2, rest=INDENT * 2) + "\n"


def as_json(records: Sequence[Record]) -> Iterator[str]:
    """The records as one JSON array, one line a record, with their kinds."""
    yield from array(map(fields, records))
    yield "\n"


def fields(record: Record) -> dict[str, object]:
    """A record for programs: its kind, then all it holds, as in its file."""
    kind = kind_of(record)
    return {"record_kind": kind, **record.model_dump(mode="json", exclude_none=True)}


def _source(record: Record, database: Database) -> str:
    if not isinstance(record, Fact):
        return ""
    source = database.sources[record.source]
    return f"{source.id} ({source.year})"
