"""`medlint cache clear`: delete what is kept."""

from __future__ import annotations

import click

from medlint.caching import cache_folder, clear
from medlint.cli.output import write_stdout
from medlint.errors import UsageError


@click.command(short_help="Delete what is kept.")
def command() -> None:
    """Delete every entry of the cache; other files in its folder are left alone."""
    try:
        count = clear()
    except OSError as error:
        raise UsageError(f"cannot clear the cache in {cache_folder()}: {error.strerror or error}") from None
    write_stdout([f"{count} entries deleted\n"])
