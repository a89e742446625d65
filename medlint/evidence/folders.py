"""Which folders of claims databases are meant: the shipped one, folders as named, and those that hold named files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from medlint.errors import UsageError
from medlint.evidence.layers import find, place
from medlint.evidence.layout import FOLDERS, INFO
from medlint.evidence.loading import claims_folder
from medlint.regular_files import UnreadableError, read_start


def gather(paths: Iterable[Path], alone: bool = False) -> tuple[Path, ...]:
    """The folders to read for some paths, each once, the shipped database before them unless they stand `alone`.

    A file stands for the database it lies in, a folder for itself. Raises `UsageError` for a path that does not exist
    and where there would be no folder at all.
    """
    found = [] if alone else [claims_folder()]
    found += [_database_of(path) for path in paths]
    if not found:
        raise UsageError("no folder to check: name the database that stands alone")
    unique = {folder.resolve(): folder for folder in reversed(found)}
    return tuple(_short(folder) for folder in reversed(unique.values()))


def whereabouts(identifier: str, folders: Iterable[Path]) -> str:
    """The file and line where the entry in force stands, "file:line"; the last of the folders wins."""
    for folder in reversed(tuple(folders)):
        for name, path in find(folder, identifier):
            return place(folder, name, path)
    raise KeyError(identifier)


def _database_of(path: Path) -> Path:
    """The folder of the database that a file lies in: the nearest described one, else that above the known folders."""
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises errors for some names
        return path
    try:
        read_start(path, 0)
    except UnreadableError as error:
        raise UsageError(f"{path}: {'there is no such file or folder' if error.missing else error}") from None
    above = path.absolute().parents
    known = [folder.strip("/") for folder in FOLDERS]
    described = (folder for folder in above if (folder / INFO).is_file())
    placed = (folder.parent for folder in above if folder.name in known)
    return next(described, None) or next(placed, above[0])


def _short(folder: Path) -> Path:
    """The folder as people in the working folder call it."""
    here, there = Path.cwd(), folder.absolute()
    return there.relative_to(here) if there.is_relative_to(here) else folder
