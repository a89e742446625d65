"""Where a report goes: standard output, or a file that is whole or not there."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from medlint.atomic_write import replacing
from medlint.cli import color
from medlint.cli.app import READER_GONE, forget_what_is_buffered
from medlint.errors import UsageError
from medlint.reporting.options import Options

NARROWEST, WIDEST = 40, 100

Write = Callable[[str], None]


def stream_options(stream: TextIO) -> Options:
    """How to lay out text for `stream`: its encoding, the width of the terminal, colour as asked for."""
    width = min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)
    return Options(width=width, color=color.wanted(stream), encoding=stream.encoding or "utf-8")


def write_stdout(pieces: Iterable[str]) -> None:
    """Write pieces of text. If the reader has gone, exit without a word.

    Raises `UsageError` if standard output cannot be written, such as to a full disk.
    """
    for piece in pieces:
        try:
            click.echo(piece, nl=False)
        except OSError as error:
            forget_what_is_buffered(sys.stdout)
            if isinstance(error, BrokenPipeError):
                click.get_current_context().exit(READER_GONE)
            raise UsageError(f"cannot write to standard output: {error.strerror or error}") from error


@contextmanager
def destination(path: Path | None) -> Iterator[tuple[Callable[[Iterable[str]], None], Options]]:
    """How to write a report, and how to lay it out, for a file or, without a path, for standard output.

    A regular file is written beside `path` and renamed when the block ends well, so that nobody reads half of it. It is
    opened first, so that a place that cannot be written is known before the work is done.

    Raises `UsageError` if the file cannot be written.
    """
    if path is None:
        yield write_stdout, stream_options(sys.stdout)
        return
    try:
        with _writable(path) as stream:
            yield stream.writelines, Options()
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error


@contextmanager
def _writable(path: Path) -> Iterator[TextIO]:
    """What `path` leads to: the user has named it, so a link is followed as by any program."""
    target = Path(os.path.realpath(path))
    if target.is_symlink():  # of a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if target.exists() and not target.is_file():  # a device or a pipe must be written, not replaced
        with target.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        return
    with replacing(target) as stream:
        yield stream
