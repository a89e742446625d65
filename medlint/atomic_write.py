"""Files that are written whole or not at all: beside their place first, then renamed.

A rename replaces a link and never follows it, so that nothing is written outside the folder of the path.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from medlint.errors import UsageError
from medlint.termination import cleaning_up

_NO_HARD_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)


@contextmanager
def replacing(path: Path, *, new: bool = False, prefix: str = ".medlint-", suffix: str = ".part") -> Iterator[TextIO]:
    """A stream of UTF-8 text that takes the place of `path` when the block ends well; permissions stay.

    Until then it has a name of its own, `prefix` and `suffix` around a random part, and is deleted if the block fails
    or a signal such as TERM ends the process. Only a kill leaves it, and what is left is in nobody's way.

    With `new` a file that is there already is not replaced. Raises `OSError`, and then has changed nothing.
    """
    beside = path.with_name(f"{prefix}{os.urandom(8).hex()}{suffix}")
    with cleaning_up(lambda: beside.unlink(missing_ok=True)):
        try:
            with beside.open("x", encoding="utf-8", newline="\n") as stream:  # "x" follows no link that lies in wait
                yield stream
            _keep_permissions(path, beside)
            _publish(beside, path, new)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)


def write_whole(path: Path, text: str, *, new: bool = False) -> None:
    """Write a text file whose name comes from a repository or its configuration.

    With `new` a file that is there already is not replaced. Raises `UsageError` where it cannot be written, and for
    what is no regular file, above all a link, which may lead anywhere.
    """
    require_regular(path)
    try:
        with replacing(path, new=new) as stream:
            stream.write(text)
    except FileExistsError:
        raise UsageError(f"{path} is there already") from None
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from None


def require_regular(path: Path) -> None:
    """Raise `UsageError` where something lies at `path` that is no regular file."""
    try:
        mode = path.lstat().st_mode
    except OSError:  # nothing is there, or what is wrong with it shows when it is written
        return
    if not stat.S_ISREG(mode):
        what = "a link" if stat.S_ISLNK(mode) else "no regular file"
        raise UsageError(f"{path}: is {what}; medlint writes regular files only")


def _keep_permissions(old: Path, new: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        before = old.lstat()
        if stat.S_ISREG(before.st_mode):
            new.chmod(stat.S_IMODE(before.st_mode))


def _publish(beside: Path, path: Path, new: bool) -> None:
    if not new:
        beside.replace(path)
        return
    try:
        os.link(beside, path)  # unlike a rename this fails where something is there
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        beside.replace(path)
