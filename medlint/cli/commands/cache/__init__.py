"""`medlint cache`: what is kept between runs. Each module of this folder is one of its commands."""

from __future__ import annotations

import sys

import click

from medlint.cli.groups import ModuleGroup


@click.group(cls=ModuleGroup, package=sys.modules[__name__], short_help="Show or clear what is kept between runs.")
def command() -> None:
    """Show or clear what medlint keeps between runs: findings by the content of files, parsed data, phrase indexes.

    Nothing is lost by clearing it: the next run works it out again.
    """
