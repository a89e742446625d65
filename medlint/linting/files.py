"""Which files a run lints."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from medlint.documents.decoding import format_of, suffixes
from medlint.walking import walk

Unwanted = Callable[[Path, bool], bool]  # of a path, and whether that is a folder

SKIPPED_FOLDERS = frozenset({"node_modules", "venv", "__pycache__"})  # and every hidden one

_DATA = frozenset({".toml", ".json", ".yaml", ".yml"})  # any other file that is named is read as plain text
_WILD = frozenset("*?[")
_NO_ARTICLES = "no articles in this folder (Markdown, HTML or plain text)"


@dataclass(frozen=True, slots=True)
class Target:
    """A file to lint, or one line on why there is none: an `error`, or that the file is `left_out` of its folder."""

    path: Path
    error: str | None = None
    left_out: str | None = None


def _none(_path: Path, _folder: bool) -> bool:
    return False


def discover(paths: Iterable[str | Path], unwanted: Unwanted = _none) -> tuple[Target, ...]:
    """The files that `paths` name, each once: whatever is no folder as given, the articles of folders sorted by path.

    What is `unwanted` in a folder is left out. A folder that cannot be read or holds no article comes back as a target
    with an error of one line, and a link that leads out of its folder as a target that is left out: whoever checks a
    folder of somebody else's wants no other file quoted. A link that is named itself is read.
    """
    found: dict[Path, Target] = {}
    for given in paths:
        path = Path(given)
        for target in _in_folder(path, unwanted) if given and _is_folder(path) else (_file(path, given),):
            found.setdefault(target.path, target)
    return tuple(found.values())


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises errors for some names


def _file(path: Path, given: str | Path) -> Target:
    """A file as given; where it is a pattern that no shell has expanded, or empty, with a word on that; so for data."""
    if not given:
        return Target(path, "'' is no path: is a variable of the command not set?")
    missing = not os.path.lexists(path)
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
    unreadable: list[Target] = []
    articles = sorted(_articles(folder, unwanted, unreadable))
    yield from map(partial(_within, os.path.realpath(folder)), articles)
    yield from unreadable
    if not articles and not unreadable:
        left_out = next(_articles(folder, _none, []), None) is not None
        why = "every article in this folder is left out by configuration or .gitignore" if left_out else _NO_ARTICLES
        yield Target(folder, f"{folder}: {why}")


def _within(folder: str, article: Path) -> Target:
    """An article of a folder (a real path), or that it is a link that leads out of it."""
    if not article.is_symlink() or Path(os.path.realpath(article)).is_relative_to(folder):
        return Target(article)
    return Target(article, left_out="is a link that leads out of the folder; name the link itself to check it")


def _articles(folder: Path, unwanted: Unwanted, unreadable: list[Target]) -> Iterator[Path]:
    """The articles below a folder; folders that cannot be read are added to `unreadable`."""

    def refused(error: OSError) -> None:
        unreadable.append(Target(Path(error.filename), f"{error.filename}: cannot be read: {error.strerror}"))

    for here, folders, files in walk(folder, refused):
        folders[:] = [name for name in folders if _searched(name) and not unwanted(Path(here, name), True)]
        paths = (Path(here, name) for name in files if not name.startswith("."))
        yield from (path for path in paths if format_of(path) and _is_file(path) and not unwanted(path, False))


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises errors for some names


def _searched(folder_name: str) -> bool:
    return not folder_name.startswith(".") and folder_name not in SKIPPED_FOLDERS
