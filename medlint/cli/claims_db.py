"""The option `--claims-db`: which folders are read beside the shipped database."""

from __future__ import annotations

from pathlib import Path

import click

from medlint.cli import environment


def _chosen(_context: click.Context, _parameter: click.Parameter, folders: tuple[Path, ...]) -> tuple[Path, ...]:
    return folders or environment.claims_db()


option = click.option(
    "--claims-db",
    "claims_db",
    multiple=True,
    type=click.Path(path_type=Path),
    callback=_chosen,
    metavar="DIR",
    help="Records of your own, added to those shipped; the later wins where identifiers are the same. May be given "
    "more than once; else MEDLINT_CLAIMS_DB is heeded.",
)
