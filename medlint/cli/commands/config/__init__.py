"""`medlint config`: what is configured. Each module of this folder is one of its commands."""

from __future__ import annotations

import sys

import click

from medlint.cli.groups import ModuleGroup


@click.group(cls=ModuleGroup, package=sys.modules[__name__], short_help="Show what is configured, and by whom.")
def command() -> None:
    """Show what is configured for an article and which file, variable or flag says so."""
