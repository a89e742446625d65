"""Reading files that somebody else put there: regular files only, never waited for, never more than a limit.

A path may lead to a pipe that nobody writes to, to a device without an end, or to nothing. Every file that medlint is
pointed at is read here, so that each of these is one clear error.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

_PART = 65_536  # bytes read at a time: nearly all files are shorter
_FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT")
)
_NOT_FOLLOWING = getattr(os, "O_NOFOLLOW", 0)
MISSING = "no such file or folder"
DANGLING = "is a symbolic link to something that does not exist"
LINK = "is a symbolic link"
PIPE = "is a pipe, not a file"
_KINDS: tuple[tuple[Callable[[int], bool], str], ...] = (
    (stat.S_ISDIR, "is a folder, not a file"),
    (stat.S_ISFIFO, PIPE),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


class UnreadableError(Exception):
    """A file that was not read. `str(error)` says why, to be put behind the path: "is a pipe, not a file".

    `missing` is true where nothing has that name, `pipe` where the file is a pipe.
    """

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.missing = problem == MISSING
        self.pipe = problem == PIPE


def read_file(path: str | Path, most: int, follow: bool = True) -> bytes:
    """Return the content of a regular file of at most `most` bytes.

    Raises `UnreadableError` for a larger file and for everything that `read_start` refuses.
    """
    content = read_start(path, most, follow)
    if len(content) > most:
        raise UnreadableError(f"larger than the limit of {most:,} bytes")
    return content


def read_start(path: str | Path, most: int, follow: bool = True) -> bytes:
    """Return the content of a regular file; of one longer than `most` bytes, the first `most + 1`.

    Without `follow` a symbolic link is refused too. Raises `UnreadableError` for whatever is not a regular file, and
    for a file that is missing or cannot be read.
    """
    try:
        # to open a device may already do something
        _require_regular(os.stat(path, follow_symlinks=follow).st_mode)  # noqa: PTH116
        descriptor = os.open(path, _FLAGS | (0 if follow else _NOT_FOLLOWING))
        try:
            _require_regular(os.fstat(descriptor).st_mode)  # it may have been replaced since
            return read_most(lambda size: os.read(descriptor, size), most)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        if os.path.islink(path):  # noqa: PTH114 - Path.is_symlink raises errors for some names
            raise UnreadableError(DANGLING) from None
        raise UnreadableError(MISSING) from None
    except (OSError, ValueError) as error:
        raise UnreadableError(f"cannot be read: {getattr(error, 'strerror', None) or error}") from None


def read_most(read: Callable[[int], bytes], most: int) -> bytes:
    """Return what `read` yields until it ends, but no more than `most + 1` bytes."""
    parts, left = [], most + 1
    while left > 0 and (part := read(min(left, _PART))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _require_regular(mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    if stat.S_ISLNK(mode):
        raise UnreadableError(LINK)
    raise UnreadableError(next((words for is_kind, words in _KINDS if is_kind(mode)), "is not a regular file"))
