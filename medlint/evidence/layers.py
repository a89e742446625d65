"""One folder of a claims database: its files validated, and where each record stands when something is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from pydantic import BaseModel, ValidationError

from medlint.data import Snapshot, built, read_yaml, snapshot
from medlint.errors import DataError
from medlint.evidence.layout import FOLDERS, INFO, model_of, records_of
from medlint.evidence.models import ConceptRecord, DatabaseInfo, Record, Source


@dataclass(frozen=True, slots=True)
class Layer:
    """A valid folder. Its records are in order of file and place, each identifier once."""

    folder: Path
    digest: str
    info: DatabaseInfo | None
    sources: Mapping[str, Source]
    concepts: Mapping[str, ConceptRecord]
    records: Mapping[str, Record]


def read_layer(folder: Path) -> Layer:
    """Read a folder. Raises `DataError` ("file:line: what is wrong") at the first thing that is wrong with it."""
    return built(folder, partial(_layer, folder))


def _layer(folder: Path, taken: Snapshot) -> Layer:
    files = {name: _validated(folder, name, content) for name, content in taken.tree.items()}
    entries: dict[str, Record] = {}
    for name, file in files.items():
        for key, index, record in records_of(file):
            if record.id in entries:
                raise DataError(
                    f"{place(folder, name, (key, index, 'id'))}: identifier '{record.id}' stands here twice"
                )
            entries[record.id] = record
    return Layer(
        folder,
        taken.digest,
        cast("DatabaseInfo | None", files.get(INFO)),
        {name: entry for name, entry in entries.items() if isinstance(entry, Source)},
        {name: entry for name, entry in entries.items() if isinstance(entry, ConceptRecord)},
        {name: entry for name, entry in entries.items() if not isinstance(entry, Source | ConceptRecord)},
    )


def place(folder: Path, name: str, path: tuple[str | int, ...] = ()) -> str:
    """Where a value stands ("file:line"), by its path of keys and indices. Parses the file again: for errors only."""
    from medlint.yamltree import line_of, lines

    file = folder / name
    return f"{file}:{line_of(lines(read_yaml(file), str(file)), path)}"


def find(folder: Path, identifier: str) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """The files and paths of the entries with this identifier."""
    for name, file in snapshot(folder).tree.items():
        sections = file.items() if isinstance(file, dict) else ()
        lists = ((key, entries) for key, entries in sections if isinstance(entries, list))
        for key, entries in lists:
            yield from (
                (name, (key, index))
                for index, entry in enumerate(entries)
                if isinstance(entry, dict) and entry.get("id") == identifier
            )


def _validated(folder: Path, name: str, content: object) -> BaseModel:
    model = model_of(name)
    if model is None:
        allowed = ", ".join(FOLDERS)
        raise DataError(f"{folder / name}:1: a claims database holds {INFO} and files in {allowed} only")
    try:
        return model.model_validate({} if content is None else content)
    except ValidationError as error:
        from medlint.evidence.diagnosing import faults

        first = faults(error, model)[0]
        raise DataError(f"{place(folder, name, first.path)}: {first.message}") from None
