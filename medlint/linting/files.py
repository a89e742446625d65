"""Which files a run lints."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from medlint.documents.reading import format_of

SKIPPED_FOLDERS = frozenset({"node_modules", "venv", "__pycache__"})  # and every hidden one


@dataclass(frozen=True, slots=True)
class Target:
    """A file to lint, or a folder that yields none and why."""

    path: Path
    error: str | None = None


def discover(paths: Iterable[str | Path]) -> tuple[Target, ...]:
    """The files that `paths` name, each once: whatever is no folder as given, the articles of folders sorted by path.

    A folder that cannot be read or holds no article comes back as a target with an error of one line.
    """
    found: dict[Path, Target] = {}
    for path in map(Path, paths):
        for target in _in_folder(path) if path.is_dir() else (Target(path),):
            found.setdefault(target.path, target)
    return tuple(found.values())


def _in_folder(folder: Path) -> Iterator[Target]:
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        yield Target(folder, f"{folder}: cannot be read: {error.strerror}")
        return
    articles = sorted(_articles(folder))
    yield from (Target(article) for article in articles)
    if not articles:
        yield Target(folder, f"{folder}: no articles in this folder (Markdown, HTML or plain text)")


def _articles(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS]
        paths = (Path(here, name) for name in files if not name.startswith("."))
        yield from (path for path in paths if format_of(path) is not None and path.is_file())
