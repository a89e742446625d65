"""The root command: turns errors into one line and an exit code."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
import traceback
from pathlib import Path
from typing import Any

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

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. What it raises becomes a `Fault`; with `--debug` the traceback is shown before."""
        try:
            return super().invoke(ctx)
        except _FOR_CLICK:
            raise
        except Exception as error:
            if ctx.params["debug"]:
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
            sys.exit(super().main(*args, **{**extra, "standalone_mode": False}))
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            sys.exit(FAILED)
        except click.ClickException as error:
            complain(_message(error))
            sys.exit(FAILED)
        except (click.Abort, KeyboardInterrupt):
            click.echo(f"{PROGRAM}: interrupted", err=True)
            sys.exit(INTERRUPTED)
        except OSError as error:
            with contextlib.suppress(OSError):  # it may be standard error that cannot be written
                complain(f"cannot write: {error.strerror or error}")
            _forget_what_is_buffered()
            sys.exit(FAILED)


def _forget_what_is_buffered() -> None:
    """Let the interpreter close its streams without an error of what could not be written."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain(message: str) -> None:
    """Say on stderr, in one line, what went wrong; of a very long line the beginning and the end."""
    line = inert(printable(" ".join(message.split())))
    short = line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE // 2]} [...] {line[-_LONGEST_LINE // 2 :]}"
    click.echo(f"{PROGRAM}: {short}", err=True)


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
