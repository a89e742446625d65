"""The command line as data, from click itself: what `--help` shows, without its layout. Used to write the manuals."""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import yaml

from medlint.cli.main import app

TEXTS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("commandline.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a help text; `fixed` ones keep their lines."""

    text: str
    fixed: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: its whole name, how it is called, what it does, its options as (spelling, meaning)."""

    name: str
    usage: str
    summary: str
    help: tuple[Paragraph, ...]
    options: tuple[tuple[str, str], ...]


def entries() -> tuple[Entry, ...]:
    """`medlint` itself, then every command in order of name, those of a group behind it."""
    os.environ.pop("MEDLINT_FORMAT", None)  # a default shown in the help must not come from the environment
    return tuple(_entries(app, None, "medlint"))


def _entries(command: click.Command, parent: click.Context | None, name: str) -> Iterator[Entry]:
    context = click.Context(command, parent=parent, info_name=name, **command.context_settings)
    yield _entry(command, context)
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            found = command.get_command(context, each)
            if found is not None and not found.hidden:
                yield from _entries(found, context, each)


def _entry(command: click.Command, context: click.Context) -> Entry:
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    records = [_record(each, context) for each in command.get_params(context) if isinstance(each, click.Option)]
    options = tuple(record for record in records if record is not None)
    help_text = tuple(_paragraphs(inspect.cleandoc(command.help or "")))
    return Entry(context.command_path, usage, command.get_short_help_str(limit=100), help_text, options)


def _record(option: click.Option, context: click.Context) -> tuple[str, str] | None:
    record = option.get_help_record(context)
    if record is None:
        return None
    spelling, meaning = record
    variable = f" Else {option.envvar} is heeded." if isinstance(option.envvar, str) else ""
    return spelling, " ".join(f"{meaning}{variable}".split())


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for part in text.split("\n\n"):
        fixed = part.startswith("\b\n")
        yield Paragraph(part.removeprefix("\b\n").rstrip() if fixed else " ".join(part.split()), fixed)
