"""Which files a run lints."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from medlint.documents.decoding import format_of, suffixes

Unwanted = Callable[[Path, bool], bool]  # of a path, and whether that is a folder

SKIPPED_FOLDERS = frozenset({"node_modules", "venv", "__pycache__"})  # and every hidden one

_DATA = frozenset({".toml", ".json", ".yaml", ".yml"})  # any other file that is named is read as plain text
_WILD = frozenset("*?[")
_NO_ARTICLES = "no articles in this folder (Markdown, HTML or plain text)"


@dataclass(frozen=True, slots=True)
class Target:
    """A file to lint, or a folder that yields none and why."""

    path: Path
    error: str | None = None


def _none(_path: Path, _folder: bool) -> bool:
    return False


def discover(paths: Iterable[str | Path], unwanted: Unwanted = _none) -> tuple[Target, ...]:
    """The files that `paths` name, each once: whatever is no folder as given, the articles of folders sorted by path.

    What is `unwanted` in a folder is left out. A folder that cannot be read or holds no article comes back as a target
    with an error of one line.
    """
    found: dict[Path, Target] = {}
    for given in paths:
        path = Path(given)
        for target in _in_folder(path, unwanted) if given and _is_folder(path) else (_file(path, given),):
            found.setdefault(target.path, target)
    return tuple(found.values())


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _file(path: Path, given: str | Path) -> Target:
    """A file as given; where it is a pattern that no shell has expanded, or empty, with a word on that; so for data."""
    if not given:
        return Target(path, "'' is no path: is a variable of the command not set?")
    try:
        missing = not path.exists()
    except OSError as error:  # such as a name that is too long
        return Target(path, f"{path}: cannot be read: {error.strerror}")
    if missing and (folder := _folder_of_pattern(path)):
        hint = f"give the folder: medlint check {shlex.quote(str(folder))}"
        return Target(path, f"{path}: patterns are not expanded; {hint}")
    if not missing and path.suffix.lower() in _DATA:
        return Target(path, f"{path}: configuration or data, not an article; medlint reads {', '.join(suffixes())}")
    return Target(path)


def _folder_of_pattern(path: Path) -> Path | None:
    """The folder in front of the first part of a path that is a pattern, if any is."""
    parts = path.parts
    first = next((number for number, part in enumerate(parts) if not _WILD.isdisjoint(part)), None)
    return None if first is None else Path(*parts[:first])


def _in_folder(folder: Path, unwanted: Unwanted) -> Iterator[Target]:
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        yield Target(folder, f"{folder}: cannot be read: {error.strerror}")
        return
    articles = sorted(_articles(folder, unwanted))
    yield from (Target(article) for article in articles)
    if not articles:
        left_out = next(_articles(folder, _none), None) is not None
        why = "every article in this folder is left out by configuration or .gitignore" if left_out else _NO_ARTICLES
        yield Target(folder, f"{folder}: {why}")


def _articles(folder: Path, unwanted: Unwanted) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if _searched(name) and not unwanted(Path(here, name), True)]
        paths = (Path(here, name) for name in files if not name.startswith("."))
        yield from (path for path in paths if format_of(path) and path.is_file() and not unwanted(path, False))


def _searched(folder_name: str) -> bool:
    return not folder_name.startswith(".") and folder_name not in SKIPPED_FOLDERS
