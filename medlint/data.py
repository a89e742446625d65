"""The shipped data, `claims_db/` and `rules/`: where they lie, and any folder of YAML as plain data, quickly.

A folder is parsed once; after that its values come from a cache that is keyed by the content itself.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from medlint.caching import keep, prune, recall_json
from medlint.errors import DataError
from medlint.regular_files import UnreadableError, read_file
from medlint.walking import walk

PACKAGE = Path(__file__).resolve().parent
LARGEST = 5_000_000  # bytes of one file

T = TypeVar("T")
_FORM = 1  # of a cache entry; raise it when what `load_tree` yields for the same bytes changes
_KEPT = 50_000_000  # bytes of parsed data that the cache keeps


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A folder at one moment: its digest, and its parsed files by relative name."""

    digest: str
    tree: Mapping[str, object]


def data_root() -> Path:
    """The folder that holds `claims_db/` and `rules/`: inside the installed package, else the checkout around it."""
    shipped = PACKAGE / "_data"
    return shipped if shipped.is_dir() else PACKAGE.parent


def load_tree(folder: Path) -> Mapping[str, object]:
    """Every YAML file below `folder`, parsed, by its name relative to it (with `/`), in order of name.

    Raises `DataError` ("file:line: what is wrong") for a missing folder and for unreadable, over-large or broken files.
    """
    return _parse(folder, contents(folder))


def digest(folder: Path) -> str:
    """The first 16 hex digits of the sha256 over the relative names and the bytes of the YAML files of `folder`."""
    return _digest(contents(folder))


def snapshot(folder: Path) -> Snapshot:
    """What `digest` and `load_tree` give, from one reading; parsed only where the user's cache does not have it."""
    files = contents(folder)
    mark = _digest(files)
    tree = _recalled(_entry(mark), files)
    if tree is None:
        tree = _parse(folder, files)
        keep(_entry(mark), json.dumps(tree, ensure_ascii=False))
        prune("data", _KEPT)
    return Snapshot(mark, tree)


def built(folder: Path, build: Callable[[Snapshot], T]) -> T:
    """What `build` makes of a folder, which raises `DataError` or any other error where it makes no sense of it.

    If it makes none of what the cache has, that may have been written by somebody else: the files are parsed, and the
    cache is put right.
    """
    taken = snapshot(folder)
    try:
        return build(taken)
    except Exception:
        files = contents(folder)
        tree = _parse(folder, files)
        if tree == taken.tree:
            raise
    keep(_entry(_digest(files)), json.dumps(tree, ensure_ascii=False))
    return build(Snapshot(_digest(files), tree))


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every YAML file below `folder` by relative name, hidden files and folders left out.

    Raises `DataError` for a missing folder, for what cannot be read or is too large, and, but for the shipped data, for
    a link that leads out of the folder.
    """
    if not os.path.isdir(folder):  # noqa: PTH112 - Path.is_dir raises errors for some names
        problem = "is not a folder" if os.path.lexists(folder) else "there is no such folder"
        raise DataError(f"{folder}:1: {problem}")
    names: list[str] = []
    for here, folders, files in walk(folder, _unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(here, name) for name in files if name.endswith((".yaml", ".yml")) and not name.startswith("."))
        names.extend(path.relative_to(folder).as_posix() for path in paths)
    if not folder.is_relative_to(data_root()):
        _refuse_links_out(folder, names)
    return {name: read_yaml(folder / name) for name in sorted(names)}


def _unreadable(error: OSError) -> None:
    raise DataError(f"{error.filename}:1: cannot be read: {error.strerror}") from None


def _refuse_links_out(folder: Path, names: Iterable[str]) -> None:
    root = os.path.realpath(folder)
    for name in names:
        path = folder / name
        if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root):
            raise DataError(f"{path}:1: is a link that leads out of {folder}")


def read_yaml(path: Path) -> bytes:
    """The bytes of one data file.

    Raises `DataError` ("file:line: what is wrong") for what is not a regular file, cannot be read or is too large.
    """
    try:
        return read_file(path, LARGEST)
    except UnreadableError as error:
        raise DataError(f"{path}:1: {error}") from None


def _digest(files: Mapping[str, bytes]) -> str:
    total = hashlib.sha256()
    for name, content in files.items():
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()[:16]


def _entry(mark: str) -> str:
    """The name in the cache of what is parsed of the files with this digest."""
    return f"data-{_FORM}-{mark}.json"


def _parse(folder: Path, files: Mapping[str, bytes]) -> dict[str, object]:
    from medlint.yamltree import parse  # only where the cache has nothing

    return {name: parse(content, str(folder / name)) for name, content in files.items()}


def _recalled(entry: str, files: Mapping[str, bytes]) -> dict[str, object] | None:
    tree = recall_json(entry)
    return tree if isinstance(tree, dict) and list(tree) == list(files) else None
