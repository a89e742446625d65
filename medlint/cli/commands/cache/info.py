"""`medlint cache info`: where the cache is, and what it holds."""

from __future__ import annotations

from collections.abc import Iterator

import click

from medlint.caching import cache_folder, usage
from medlint.cli.output import write_stdout


@click.command(short_help="Show where the cache is and what it holds.")
def command() -> None:
    """Show the folder of the cache, and for each kind of entry how many there are and how much room they take."""
    write_stdout(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    folder = cache_folder()
    yield f"{'folder':<10} {folder or 'none (MEDLINT_NO_CACHE is set, or there is no home folder)'}"
    for kind, (entries, size) in usage().items():
        yield f"{kind:<10} {entries:>7} entries {size / 1_000_000:>9.1f} MB"
