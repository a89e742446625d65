"""Which files git ignores, by every `.gitignore` from the root of the repository down."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".gitignore"


class GitIgnored:
    """Answers for absolute paths; each `.gitignore` is read once. Outside a repository nothing is ignored."""

    def __init__(self) -> None:
        self._root = cache(_root)
        self._spec = cache(_spec)
        self._folder = cache(self._ignores_folder)

    def __call__(self, path: Path, folder: bool = False) -> bool:
        """Whether git ignores a file, or with `folder` a folder, or any folder that it lies in."""
        root = self._root(path.parent)
        if root is None:
            return False
        if path.parent != root and self._folder(path.parent):
            return True
        return self._by_files(path, root, folder)

    def _ignores_folder(self, folder: Path) -> bool:
        return self(folder, folder=True)

    def _by_files(self, path: Path, root: Path, folder: bool) -> bool:
        """The nearest `.gitignore` that says anything of a path decides."""
        for above in path.parents:
            spec = self._spec(above / NAME)
            if spec is not None:
                name = path.relative_to(above).as_posix() + ("/" if folder else "")
                told = spec.check_file(name).include
                if told is not None:
                    return told
            if above == root:
                break
        return False


def _root(folder: Path) -> Path | None:
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), None)


def _spec(file: Path) -> GitIgnoreSpec | None:
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    from pathspec import GitIgnoreSpec  # only where there is a .gitignore

    return GitIgnoreSpec.from_lines(lines)
