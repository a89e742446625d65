"""The shipped data, `claims_db/` and `rules/`: where they lie, and any folder of YAML as plain data, quickly.

A folder is parsed once; after that its values come from a cache that is keyed by the content itself.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from medlint.caching import keep, prune, recall_json
from medlint.errors import DataError

PACKAGE = Path(__file__).resolve().parent
LARGEST = 5_000_000  # bytes of one file

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


def compiled(folder: Path) -> Mapping[str, object]:
    """The same as `load_tree`, from the user's cache where that holds these very contents."""
    return snapshot(folder).tree


def snapshot(folder: Path) -> Snapshot:
    """What `digest` and `compiled` give, from one reading of the folder."""
    files = contents(folder)
    mark = _digest(files)
    entry = f"data-{_FORM}-{mark}.json"
    tree = _recalled(entry, files)
    if tree is None:
        tree = _parse(folder, files)
        keep(entry, json.dumps(tree, ensure_ascii=False))
        prune("data", _KEPT)
    return Snapshot(mark, tree)


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every YAML file below `folder` by relative name, hidden files and folders left out.

    Raises `DataError` for a missing folder, for what cannot be read or is too large, and, but for the shipped data, for
    a link that leads out of the folder.
    """
    if not os.path.isdir(folder):  # noqa: PTH112 - Path.is_dir raises errors for some names
        raise DataError(f"{folder}:1: there is no such folder")
    names: list[str] = []
    for here, folders, files in os.walk(folder, onerror=_unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(here, name) for name in files if name.endswith((".yaml", ".yml")) and not name.startswith("."))
        names.extend(path.relative_to(folder).as_posix() for path in paths)
    if not folder.is_relative_to(data_root()):
        _refuse_links_out(folder, names)
    return {name: _read(folder / name) for name in sorted(names)}


def _unreadable(error: OSError) -> None:
    raise DataError(f"{error.filename}:1: cannot be read: {error.strerror}") from None


def _refuse_links_out(folder: Path, names: Iterable[str]) -> None:
    root = os.path.realpath(folder)
    for name in names:
        path = folder / name
        if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root):
            raise DataError(f"{path}:1: is a link that leads out of {folder}")


def _read(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise DataError(f"{path}:1: is no regular file")  # a pipe would be waited for
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise DataError(f"{path}:1: cannot be read: {error.strerror}") from None
    if len(content) > LARGEST:
        raise DataError(f"{path}:1: larger than {LARGEST // 1_000_000} MB")
    return content


def _digest(files: Mapping[str, bytes]) -> str:
    total = hashlib.sha256()
    for name, content in files.items():
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()[:16]


def _parse(folder: Path, files: Mapping[str, bytes]) -> dict[str, object]:
    from medlint.yamltree import parse  # only where the cache has nothing

    return {name: parse(content, str(folder / name)) for name, content in files.items()}


def _recalled(entry: str, files: Mapping[str, bytes]) -> dict[str, object] | None:
    tree = recall_json(entry)
    return tree if isinstance(tree, dict) and list(tree) == list(files) else None
