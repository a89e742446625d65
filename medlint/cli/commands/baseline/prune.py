"""`medlint baseline prune`: forget what is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from medlint.cli.settings import configured, dated

if TYPE_CHECKING:
    from datetime import date

    from medlint.linting.configuration.configuring import Configuration


@click.command(short_help="Forget what is mended.")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH...]")
@configured
@dated
def command(paths: tuple[str, ...], configuration: Configuration, today: date | None) -> None:
    """Take out of the baseline what is no longer found in these files (default: the working folder)."""
    from medlint.cli.baselining import prune

    click.echo(prune(paths or (".",), configuration, today), err=True)
