"""`medlint baseline`: findings that are known. Each module of this folder is one of its commands."""

from __future__ import annotations

import sys

import click

from medlint.cli.groups import ModuleGroup


@click.group(cls=ModuleGroup, package=sys.modules[__name__], short_help="Keep known findings out of reports.")
def command() -> None:
    """Write the findings that a site has today to a file, so that only new ones are reported."""
