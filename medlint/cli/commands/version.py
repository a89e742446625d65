"""`medlint version`: what judges, by which data. What a finding depends on is named here in full."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from pathlib import Path

import click

from medlint._version import __version__
from medlint.cli import claims_db as databases
from medlint.cli.output import write_stdout
from medlint.versions import version_of

WITHOUT_SCISPACY = "not installed: abbreviations are known from the aliases only"


@click.command(short_help="Show the versions of tool, data and libraries.")
@databases.option
def command(claims_db: tuple[Path, ...]) -> None:
    """Show the versions of the tool, of its data (with digests) and of the libraries that read the text."""
    write_stdout(f"{name:<16} {value}\n" for name, value in _versions(claims_db))


def _versions(claims_db: tuple[Path, ...]) -> Iterator[tuple[str, str]]:
    from medlint.evidence.loading import load_database
    from medlint.linting.rules import load_rulebook

    yield "medlint", __version__
    yield "Python", platform.python_version()
    yield "spaCy", version_of("spacy") or "not installed"
    yield "scispaCy", version_of("scispacy") or WITHOUT_SCISPACY
    rules = load_rulebook().data
    yield "rules", f"{rules.version} (digest {rules.digest})"
    database = load_database(None, *claims_db)
    yield "claims database", f"{database.info.version} (digest {database.digest})"
