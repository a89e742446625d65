"""`medlint init`: a first configuration, made from what is found."""

from __future__ import annotations

from pathlib import Path

import click

from medlint.cli import settings
from medlint.cli.output import write_stdout


@click.command(short_help="Write a first configuration.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
@settings.profile
def command(folder: Path, profile: str | None) -> None:
    """Write medlint.toml into a folder, say what was found there, and show what to add to .pre-commit-config.yaml.

    A configuration that is there already is never overwritten.
    """
    from medlint.cli.starting import start

    write_stdout(f"{line}\n" for line in start(folder, profile))
