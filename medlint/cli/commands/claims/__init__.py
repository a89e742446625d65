"""`medlint claims`: the claims database. Each module of this folder is one of its commands."""

from __future__ import annotations

import sys

import click

from medlint.cli.groups import ModuleGroup


@click.group(cls=ModuleGroup, package=sys.modules[__name__], short_help="Browse and check the claims database.")
def command() -> None:
    """Browse, search and check the evidence that articles are judged by."""
