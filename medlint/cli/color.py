"""Whether output is coloured: `--color` first, then NO_COLOR and FORCE_COLOR, then whether a terminal reads it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TextIO

import click

CHOICES = {"auto": None, "always": True, "never": False}


def from_environment(environment: Mapping[str, str] = os.environ) -> bool | None:
    """What NO_COLOR (no-color.org) and FORCE_COLOR ask for; None where neither is set to anything."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return None


def wanted(stream: TextIO) -> bool:
    """Whether to colour what goes to `stream`, by the choice kept in click's current context."""
    choice = click.get_current_context().color
    return stream.isatty() if choice is None else choice


def _choose(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value == "auto":
        context.color = None
    elif value:
        context.color = CHOICES[value]
    elif context.parent is None:
        context.color = from_environment()


option = click.option(
    "--color",
    type=click.Choice(list(CHOICES)),
    callback=_choose,
    is_eager=True,
    expose_value=False,
    help="Colour the output (auto: on a terminal).",
)
