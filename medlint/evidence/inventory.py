"""Everything that folders of a claims database hold, faulty entries left out and reported, each entry with its place.

The loader stops at the first fault; a check wants all of them, and to go on with what is sound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path as Folder
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from medlint.data import contents
from medlint.errors import DataError
from medlint.evidence.database import Database
from medlint.evidence.diagnosing import Fault, faults
from medlint.evidence.layout import FOLDERS, INFO, model_of, records_of, sections
from medlint.evidence.models import ConceptRecord, DatabaseInfo, Record, Source
from medlint.evidence.problems import Entry, Problem, as_problem
from medlint.yamltree import Path, line_of, lines, parse

T = TypeVar("T", bound=Record)


@dataclass(frozen=True, slots=True)
class Inventory:
    """What was found.

    `layers` are the entries of each folder, `entries` those in force by identifier, `database` what these make,
    `described` each description of a database with its file, `faults` what is wrong with single files.
    """

    layers: tuple[tuple[Entry, ...], ...]
    entries: Mapping[str, Entry]
    database: Database
    described: tuple[tuple[str, DatabaseInfo], ...]
    faults: tuple[Problem, ...]
    today: date

    def every(self, kind: type[T]) -> Iterator[tuple[Entry, T]]:
        """The entries in force whose records are of this kind."""
        return ((entry, entry.record) for entry in self.entries.values() if isinstance(entry.record, kind))


@dataclass(frozen=True, slots=True)
class _File:
    """What one file came to."""

    path: str
    entries: tuple[Entry, ...] = ()
    info: DatabaseInfo | None = None
    problems: tuple[Problem, ...] = ()


def take_inventory(folders: Iterable[Folder], today: date) -> Inventory:
    """Read the folders; later entries take the place of earlier ones with the same identifier."""
    layers = [tuple(_files(folder)) for folder in folders]
    files = [file for layer in layers for file in layer]
    entries = {entry.record.id: entry for file in files for entry in file.entries}
    described = tuple((file.path, file.info) for file in files if file.info)
    problems = [problem for file in files for problem in file.problems]
    if not described and not problems:
        problems = [Problem(str(file), 1, "there is no such file") for file in (folder / INFO for folder in folders)]
    return Inventory(
        layers=tuple(tuple(entry for file in layer for entry in file.entries) for layer in layers),
        entries=entries,
        database=_database(entries, described[0][1] if described else _undescribed(today)),
        described=described,
        faults=tuple(problems),
        today=today,
    )


def _files(folder: Folder) -> Iterator[_File]:
    try:
        found = contents(folder)
    except DataError as error:
        yield _File(str(folder), problems=(as_problem(error),))
        return
    for name, content in found.items():
        try:
            yield _file(str(folder / name), name, content)
        except DataError as error:
            yield _File(str(folder / name), problems=(as_problem(error),))


def _file(path: str, name: str, content: bytes) -> _File:
    model = model_of(name)
    if model is None:
        raise DataError(f"{path}:1: a claims database holds {INFO} and files in {', '.join(FOLDERS)} only")
    value, places = parse(content, path) or {}, lines(content, path)
    try:
        file = model.model_validate(value)
    except ValidationError as error:
        wrong = tuple(_problem(path, places, fault) for fault in faults(error, model))
        return _File(path, tuple(_sound(model, value, path, places)), problems=wrong)
    entries = tuple(Entry(record, path, (key, index), places) for key, index, record in records_of(file))
    return _File(path, entries, file if isinstance(file, DatabaseInfo) else None)


def _problem(path: str, places: Mapping[Path, int], fault: Fault) -> Problem:
    return Problem(path, line_of(places, fault.path), fault.message)


def _sound(model: type[BaseModel], value: object, path: str, places: Mapping[Path, int]) -> Iterator[Entry]:
    """The entries of a faulty file that are valid by themselves."""
    for key, kind in sections(model).items():
        listed = value.get(key) if isinstance(value, dict) else None
        for index, entry in enumerate(listed if isinstance(listed, list) else ()):
            try:
                yield Entry(kind.model_validate(entry), path, (key, index), places)
            except ValidationError:
                continue


def _database(entries: Mapping[str, Entry], info: DatabaseInfo) -> Database:
    records = {name: entry.record for name, entry in entries.items()}
    return Database(
        info=info,
        digest="",
        sources={name: record for name, record in records.items() if isinstance(record, Source)},
        concepts={name: record for name, record in records.items() if isinstance(record, ConceptRecord)},
        records={name: record for name, record in records.items() if not isinstance(record, Source | ConceptRecord)},
    )


def _undescribed(today: date) -> DatabaseInfo:
    return DatabaseInfo(name="?", version="?", released=today, curators=(), review_by=today, licence="?")
