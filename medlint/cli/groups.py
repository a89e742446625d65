"""Groups of commands found by file name; a command is imported when it is used."""

from __future__ import annotations

import importlib
import os
import pkgutil
import shlex
from pathlib import Path
from types import ModuleType
from typing import Any

import click

from medlint.evidence.similar import hint

_OF_OTHER_TOOLS = {"lint": "check", "run": "check", "scan": "check", "rule": "explain", "help": "--help"}


class Fault(click.ClickException):
    """Why the job could not be done, in one line for the user."""


class ModuleGroup(click.Group):
    """A group whose commands are the modules of one package, each holding its own as `command`."""

    def __init__(self, *args: Any, package: ModuleType, **extra: Any) -> None:
        super().__init__(*args, **extra)
        self._package = package

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands, hyphens for the underscores of modules; none of them is imported."""
        return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(self._package.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command, or None if there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(
            f"{self._package.__name__}.{cmd_name.replace('-', '_')}"
        ).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's, but an unknown command is answered with the nearest one."""
        if args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
            raise Fault(f"there is no command '{args[0]}'{self._meant(ctx, args[0])}")
        return super().resolve_command(ctx, args)

    def _meant(self, ctx: click.Context, word: str) -> str:
        """What to type instead: for an article `check`, for a word of other tools what it is called here."""
        known = self.list_commands(ctx)
        if ctx.parent is None and (os.path.lexists(word) or Path(word).suffix):
            return f"; to lint a file or folder: {ctx.command_path} check {shlex.quote(word)}"
        if _OF_OTHER_TOOLS.get(word) in (*known, "--help"):
            return f"; did you mean '{ctx.command_path} {_OF_OTHER_TOOLS[word]}'?"
        return hint(word, known) or f"; see '{ctx.command_path} --help'"
