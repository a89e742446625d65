"""The root command: finds commands by file name, imports one when it is used, turns errors into one line."""

from __future__ import annotations

import importlib
import io
import pkgutil
import sys
import traceback
from typing import Any

import click

from medlint.cli import commands
from medlint.errors import MedlintError
from medlint.evidence.similar import hint
from medlint.reporting.terminal import printable

PROGRAM = "medlint"
FAILED = 2
INTERRUPTED = 130
_FOR_CLICK = (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError)


class Fault(click.ClickException):
    """Why the job could not be done, in one line for the user."""


class App(click.Group):
    """A group whose commands are the modules of `medlint.cli.commands`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands; none of them is imported."""
        return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command, or None if there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"{commands.__name__}.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's, but an unknown command is answered with the nearest one."""
        if args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
            meant = hint(args[0], self.list_commands(ctx)) or f"; see '{PROGRAM} --help'"
            raise Fault(f"there is no command '{args[0]}'{meant}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. What it raises becomes a `Fault`; with `--debug` the traceback is shown before."""
        try:
            return super().invoke(ctx)
        except _FOR_CLICK:
            raise
        except Exception as error:
            if ctx.params["debug"]:
                traceback.print_exc()
            raise Fault(str(error) if isinstance(error, MedlintError) else _crash(error)) from error

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command line and exit: 0 nothing to report, 1 findings, 2 could not do the job, 130 interrupted."""
        _never_fail_to_print()
        extra.setdefault("prog_name", PROGRAM)
        try:
            sys.exit(super().main(*args, **{**extra, "standalone_mode": False}))
        except click.ClickException as error:
            complain(_message(error))
            sys.exit(FAILED)
        except (click.Abort, KeyboardInterrupt):
            click.echo(f"{PROGRAM}: interrupted", err=True)
            sys.exit(INTERRUPTED)


def complain(message: str) -> None:
    """Say on stderr, in one line, what went wrong."""
    click.echo(f"{PROGRAM}: {printable(' '.join(message.split()))}", err=True)


def _message(error: click.ClickException) -> str:
    message = error.format_message()
    if not isinstance(error, click.UsageError):
        return message
    see = f" (see '{error.ctx.command_path} --help')" if error.ctx else ""
    return message[:1].lower() + message[1:].rstrip(".") + see


def _crash(error: Exception) -> str:
    what = f"{type(error).__name__}: {error}".rstrip(": ")
    return f"a fault of {PROGRAM} itself ({what}); please report it with what '{PROGRAM} --debug ...' shows"


def _never_fail_to_print() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
