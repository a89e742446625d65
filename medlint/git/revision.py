"""A revision of a repository: which files it has, and what is in them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path

from medlint.errors import UsageError
from medlint.git.objects import Entry, Objects
from medlint.git.program import run
from medlint.git.view import View, find_repository

_FOLDER = 50_000_000  # bytes of the names in one folder
_MOST = 200_000  # files and folders of a revision that are listed


class Revision:
    """The revision called `name` of the repository around `folder`.

    Raises `UsageError` if there is no repository or no such revision, if git is missing or too old, and, in every
    method, where the repository lacks an object of the revision (nothing is fetched).
    """

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        repository = find_repository(folder)
        if repository is None:
            raise UsageError(f"'{name}' cannot be looked up: this is no git repository")
        self.top = repository.top
        self._view = View(repository, with_history_of_names="@{" in name)
        self._commit = self._resolved(f"{self._resolved(name)}^{{commit}}")
        self._folder = cache(self._read_folder)

    def path_of(self, file: Path) -> str | None:
        """Return the path from the top, with `/`, of a file of today; None for one that lies elsewhere."""
        real = Path(os.path.realpath(file))
        return real.relative_to(self.top).as_posix() if real.is_relative_to(self.top) else None

    def content(self, path: str, most: int) -> bytes | None:
        """Return the content of the file at `path` from the top, None if there is none or it has over `most` bytes."""
        oid = self._top_folder
        *folders, name = os.fsencode(path).split(b"/")
        for folder in folders:
            inner = self._folder(oid).get(folder)
            if inner is None or not inner.is_folder:
                return None
            oid = inner.oid
        entry = self._folder(oid).get(name)
        return None if entry is None or entry.is_folder else self.blob(entry.oid, most)

    def blob(self, oid: str, most: int) -> bytes | None:
        """Return the content of a file by its object, None if it has over `most` bytes."""
        try:
            return self._objects.read(oid, most)
        except KeyError:
            raise self._incomplete() from None

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield the path from the top and the object of each regular file, at most the first of a huge revision."""
        waiting, seen = [("", self._top_folder)], 0
        while waiting:
            folder, oid = waiting.pop()
            for entry in self._folder(oid).values():
                seen += 1
                if seen > _MOST:
                    return
                path = folder + os.fsdecode(entry.name)
                if entry.is_folder:
                    waiting.append((f"{path}/", entry.oid))
                else:
                    yield path, entry.oid

    @cached_property
    def _objects(self) -> Objects:
        return Objects(self._view)

    @property
    def _top_folder(self) -> str:
        return f"{self._commit}^{{tree}}"

    def _read_folder(self, oid: str) -> dict[bytes, Entry]:
        try:
            entries = self._objects.entries(oid, len(self._commit) // 2, _FOLDER)
        except KeyError:
            raise self._incomplete() from None
        if entries is None:
            raise UsageError(f"a folder of the revision '{self.name}' has too many files")
        return {entry.name: entry for entry in entries}

    def _resolved(self, name: str) -> str:
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        unknown = f"{self.name!r} is no revision that git knows; if it is on another machine, fetch it first"
        try:
            done = run(asked, self._view.path, self._view.variables)
        except ValueError:  # a zero byte in the name
            raise UsageError(unknown) from None
        if done.returncode or not name:
            raise UsageError(unknown)
        return done.stdout.decode().strip()

    def _incomplete(self) -> UsageError:
        return UsageError(f"the revision {self.name!r} is not complete in this repository; fetch all of it first")
