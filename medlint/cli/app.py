"""The root command: turns errors into one line and an exit code."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import click

from medlint.cli import commands
from medlint.cli.groups import Fault, ModuleGroup
from medlint.errors import MedlintError
from medlint.linting.faults import named
from medlint.reporting.terminal import inert, printable

PROGRAM = "medlint"
FOUND = 1
FAILED = 2
INTERRUPTED = 130
READER_GONE = 141  # what a shell reports of a program that a closed pipe has ended
_NO_FOLDER = "the working folder is gone: it was deleted or renamed; change to one that is there"
_LONGEST_LINE = 10_000  # characters: two paths as long as a system allows, and what is wrong with them
_SELDOM = ("baseline", "cache", "config", "init", "new-rule", "test")
_STREAM_FAILS = (errno.ENOSPC, errno.EIO, errno.EBADF)  # a full disk, a terminal that has gone
_FOR_CLICK = (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError)


class App(ModuleGroup):
    """The group whose commands are the modules of `medlint.cli.commands`."""

    def __init__(self, *args: Any, **extra: Any) -> None:
        super().__init__(*args, package=commands, **extra)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands of every day with what they do, the others by name: the help fits a screen."""
        names = self.list_commands(ctx)
        daily = [(name, self.get_command(ctx, name)) for name in names if name not in _SELDOM]
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.get_short_help_str()) for name, command in daily if command])
        formatter.write_text(f"Also: {', '.join(name for name in names if name in _SELDOM)}.")

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """As click's; options such as `--help` print here."""
        with _ends_known_to_click():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. What it raises becomes a `Fault`; with `--debug` the traceback is shown before."""
        with _ends_known_to_click():
            try:
                return super().invoke(ctx)
            except _FOR_CLICK:
                raise
            except Exception as error:
                if ctx.params["debug"]:
                    with contextlib.suppress(OSError):
                        traceback.print_exc()
                if isinstance(error, OSError) and error.errno in _STREAM_FAILS:
                    raise
                raise Fault(_said(error)) from error

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command line and exit: 0 nothing to report, 1 findings, 2 could not do the job, 130 interrupted."""
        _open_closed_streams()
        _never_fail_to_print()
        extra.setdefault("prog_name", PROGRAM)
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as error:
            code = _failed(error.format_message())
        except click.ClickException as error:
            code = _failed(_line(_message(error)))
        except (click.Abort, KeyboardInterrupt):
            code = _failed(_line("interrupted"), INTERRUPTED)
        except OSError as error:
            code = _failed(_line(f"cannot write: {error.strerror or error}"))
            forget_what_is_buffered(sys.stdout, sys.stderr)
        sys.exit(code)


@contextmanager
def _ends_known_to_click() -> Iterator[None]:
    """Let what ends a command early keep its exit code.

    For an interrupt and for a reader that has gone click has ways of its own: it prints, which may fail, and exits
    with 1, which means findings here.
    """
    try:
        yield
    except KeyboardInterrupt:
        raise click.Abort from None
    except BrokenPipeError:
        forget_what_is_buffered(sys.stdout, sys.stderr)
        raise click.exceptions.Exit(READER_GONE) from None


def _failed(text: str, code: int = FAILED) -> int:
    """Say why, where standard error can be written, and return the exit code in any case."""
    try:
        click.echo(text, err=True)
    except OSError:
        forget_what_is_buffered(sys.stderr)
    return code


def forget_what_is_buffered(*broken: TextIO) -> None:
    """Send to nowhere what broken streams hold, or the interpreter fails once more at its end, and exits with 120."""
    for stream in broken:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain(message: str) -> None:
    """Say on stderr, in one line, what went wrong; of a very long line the beginning and the end."""
    click.echo(_line(message), err=True)


def _line(message: str) -> str:
    line = inert(printable(" ".join(message.split())))
    short = line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE // 2]} [...] {line[-_LONGEST_LINE // 2 :]}"
    return f"{PROGRAM}: {short}"


def _message(error: click.ClickException) -> str:
    message = error.format_message()
    if not isinstance(error, click.UsageError):
        return message
    see = f" (see '{error.ctx.command_path} --help')" if error.ctx else ""
    return message[:1].lower() + message[1:].rstrip(".") + see


def _said(error: Exception) -> str:
    if isinstance(error, MedlintError):
        return str(error)
    return _NO_FOLDER if isinstance(error, FileNotFoundError) and not _is_somewhere() else _crash(error)


def _is_somewhere() -> bool:
    """Whether the folder that the program was started in is still there."""
    try:
        return bool(Path.cwd())
    except FileNotFoundError:
        return False


def _crash(error: Exception) -> str:
    return f"a fault of {PROGRAM} itself ({named(error)}); please report it with what '{PROGRAM} --debug ...' shows"


def _open_closed_streams() -> None:
    """Put nowhere in the place of an output that the caller has closed (`>&-`): Python leaves `None` there."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115


def _never_fail_to_print() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
