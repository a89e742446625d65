"""Reading the claims database: the shipped one, and folders that add to it or override it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from medlint.data import data_root
from medlint.errors import DataError
from medlint.evidence.database import Database
from medlint.evidence.layers import Layer, find, place, read_layer
from medlint.evidence.layout import INFO
from medlint.evidence.models import DatabaseInfo, Fact
from medlint.evidence.similar import hint

V = TypeVar("V")


def claims_folder() -> Path:
    """The folder of the database that medlint ships."""
    return data_root() / "claims_db"


def load_database(*folders: Path | None) -> Database:
    """The database in `folders`, where `None` stands for the shipped one; without folders, the shipped one alone.

    Later folders add records, or replace those of the same identifier; the first `database.yaml` describes the whole.
    Raises `DataError` ("file:line: what is wrong, and what was meant").
    """
    layers = [read_layer(folder or claims_folder()) for folder in folders or (None,)]
    database = Database(
        info=next((layer.info for layer in layers if layer.info), None) or _undescribed(layers[0]),
        digest=_digest(layers),
        sources=_overlaid(layer.sources for layer in layers),
        concepts=_overlaid(layer.concepts for layer in layers),
        records=_overlaid(layer.records for layer in layers),
    )
    _require_sources(database, layers)
    return database


def _overlaid(parts: Iterable[Mapping[str, V]]) -> dict[str, V]:
    return {name: value for part in parts for name, value in part.items()}


def _digest(layers: list[Layer]) -> str:
    if len(layers) == 1:
        return layers[0].digest
    return hashlib.sha256("\n".join(layer.digest for layer in layers).encode()).hexdigest()[:16]


def _undescribed(layer: Layer) -> DatabaseInfo:
    raise DataError(f"{layer.folder / INFO}:1: there is no such file; it names the database, its version and curators")


def _require_sources(database: Database, layers: list[Layer]) -> None:
    """Raise for a fact whose source is nowhere: it could not be cited."""
    for record in database.records.values():
        if isinstance(record, Fact) and record.source not in database.sources:
            layer = next(layer for layer in reversed(layers) if record.id in layer.records)
            name, path = next(find(layer.folder, record.id))
            where = place(layer.folder, name, (*path, "source"))
            raise DataError(f"{where}: no source '{record.source}'{hint(record.source, database.sources)}")
