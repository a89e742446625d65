"""`medlint extract`: what is read in an article, before any rule speaks."""

from __future__ import annotations

from pathlib import Path

import click

from medlint import __version__
from medlint.cli.environment import claims_db
from medlint.cli.output import write_stdout


@click.command(short_help="Show the claims read in an article.")
@click.argument("file", type=click.Path(path_type=Path))
def command(file: Path) -> None:
    """Show what is read in an article as JSON: claims, disclosures, mentions of concepts, facts of the whole."""
    from medlint.documents.reading import read_document
    from medlint.evidence.loading import load_database
    from medlint.language.reading import read_article
    from medlint.reporting.extraction import extraction

    document = read_document(file)
    article = read_article(document, load_database(None, *claims_db()).vocabulary())
    write_stdout(extraction(article, __version__))
