"""Which files git ignores, by every `.gitignore` from the root of the repository down."""

from __future__ import annotations

import os
from functools import cache, lru_cache
from pathlib import Path

from medlint.linting.gitglobs import GitGlob, parse_lines
from medlint.regular_files import UnreadableError, read_file

NAME = ".gitignore"
LARGEST = 250_000  # bytes: ten times the longest that people write


class GitIgnored:
    """Answers for absolute paths; each `.gitignore` is read once. Outside a repository nothing is ignored.

    `unread` says of each `.gitignore` that could not be used why, in one line. Like git, this follows no link there.
    """

    def __init__(self) -> None:
        self.unread: list[str] = []
        self._root = cache(_root)
        self._globs = cache(self._read)
        self._folder = cache(self._names)

    def __call__(self, path: Path, folder: bool = False) -> bool:
        """Whether git ignores a file, or with `folder` a folder, or any folder that it lies in."""
        root = self._root(path.parent)
        if root is None:
            return False
        between = path.parents[: len(path.parts) - len(root.parts) - 1]
        return any(self._folder(above, root, True) for above in reversed(between)) or self._names(path, root, folder)

    def _names(self, path: Path, root: Path, folder: bool) -> bool:
        """Whether a `.gitignore` names this very path: the nearest that says anything of it decides, by its last line.

        Only asked where no folder above is ignored, as git reads nothing in one that is.
        """
        for above in path.parents:
            globs = self._globs(above)
            if globs:
                name = _as_bytes(path.relative_to(above).as_posix())
                for glob in globs:
                    if glob.matches(name, folder):
                        return not glob.negated
            if above == root:
                break
        return False

    def _read(self, folder: Path) -> tuple[GitGlob, ...]:
        """The patterns of the `.gitignore` in a folder, the last first; none where it cannot be used."""
        file = folder / NAME
        try:
            return _parsed(read_file(file, LARGEST, follow=False))
        except UnreadableError as error:
            if not error.missing:
                self.unread.append(f"{file}: {error}; nothing is left out by it")
            return ()


def _root(folder: Path) -> Path | None:
    return next((above for above in (folder, *folder.parents) if os.path.exists(above / ".git")), None)  # noqa: PTH110


@lru_cache(maxsize=16)
def _parsed(content: bytes) -> tuple[GitGlob, ...]:
    """The patterns of a `.gitignore`, the last first; copies of one file are parsed once."""
    return parse_lines(content.removeprefix(b"\xef\xbb\xbf").decode("latin-1"))[::-1]


def _as_bytes(name: str) -> str:
    """A name with a character for each byte: git compares bytes, and `?` stands for one of them."""
    return name if name.isascii() else os.fsencode(name).decode("latin-1")
