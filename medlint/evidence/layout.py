"""What lies where in a claims database: the model of each file, and of each entry in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import get_args

from pydantic import BaseModel

from medlint.evidence.models import ConceptFile, DatabaseInfo, Record, SourceFile, TopicFile

INFO = "database.yaml"
_FOLDERS: Mapping[str, type[BaseModel]] = {"sources": SourceFile, "concepts": ConceptFile, "topics": TopicFile}
FOLDERS = tuple(f"{folder}/" for folder in _FOLDERS)


def model_of(name: str) -> type[BaseModel] | None:
    """The model of the file with this relative name, or `None` where the database has no such file."""
    if name == INFO:
        return DatabaseInfo
    folder, slash, _ = name.partition("/")
    return _FOLDERS.get(folder) if slash else None


@cache
def sections(model: type[BaseModel]) -> Mapping[str, type[Record]]:
    """The keys of a file that hold lists of records, and the model of their entries."""
    entries = {key: next(iter(get_args(field.annotation)), None) for key, field in model.model_fields.items()}
    return {key: kind for key, kind in entries.items() if isinstance(kind, type) and issubclass(kind, Record)}


def records_of(file: BaseModel) -> Iterator[tuple[str, int, Record]]:
    """Every record of a valid file with the key and the index under which it stands."""
    for key in sections(type(file)):
        for index, record in enumerate(getattr(file, key)):
            yield key, index, record
