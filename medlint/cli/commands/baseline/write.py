"""`medlint baseline write`: take what is found today as known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from medlint.cli.settings import configured, dated

if TYPE_CHECKING:
    from datetime import date

    from medlint.linting.configuration.configuring import Configuration


@click.command(short_help="Take what is found today as known.")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH...]")
@configured
@dated
def command(paths: tuple[str, ...], configuration: Configuration, today: date | None) -> None:
    """Write all findings of these files (default: the working folder) to the baseline.

    What the baseline holds on other files stays. Mandatory rules are not written.
    """
    from medlint.cli.baselining import write

    click.echo(write(paths or (".",), configuration, today), err=True)
