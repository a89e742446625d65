"""`medlint extract`: what is read in an article, before any rule speaks; with `--why` also what comes of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from medlint._version import __version__
from medlint.cli import claims_db as databases
from medlint.cli import color
from medlint.cli.output import stream_options, write_stdout


@click.command(short_help="Show what is read in an article, and why.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--why", is_flag=True, help="Show the way to the findings, sentence by sentence.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    help="How.  [default: json; with --why: text]",
)
@databases.option
@color.option
def command(file: Path, why: bool, format_name: str | None, claims_db: tuple[Path, ...]) -> None:
    """Show what is read in an article as JSON: claims, disclosures, mentions of concepts, facts of the whole.

    Its `left_out` counts what people can see of the page and medlint does not read.

    With --why, for those who write cues and rules and wonder why a finding is wrong or missing, show each sentence
    with

    \b
      names     the concepts that it names
      about     its treatments and conditions, and where they come from
      sources   the known sources that it names or marks
      figures   the rates and shares in it
      cues      phrases that patterns are made of, by identifier
      guards    phrases that silence others or end their scope
      unheard   phrases overruled by a longer one or by a guard
      asserted  what negates, hedges, attributes, ..., and which words
      claim     what is claimed, how strongly, by which patterns and cues
      verdict   what that comes to, why, what the records allow
      told      harms, limits, conservative care, ..., of which treatment
      rule      rules that saw something, and why any is not shown

    Rules run as they come, at medium confidence; no configuration is read.
    """  # noqa: D301 - click wants the control character
    if not why and format_name == "text":
        raise click.UsageError("--format text needs --why")
    write_stdout(_reasons(file, format_name or "text", claims_db) if why else _extraction(file, claims_db))


def _extraction(file: Path, claims_db: tuple[Path, ...]) -> Iterator[str]:
    from medlint.documents.reading import read_document
    from medlint.evidence.loading import load_database
    from medlint.language.reading import read_article
    from medlint.linting.limits import limits_of
    from medlint.linting.settings import Settings
    from medlint.reporting.extraction import extraction

    limits = limits_of(Settings(), str(file))
    document = read_document(file, limits)
    article = read_article(document, load_database(None, *claims_db).vocabulary(), limits)
    return extraction(article, __version__)


def _reasons(file: Path, format_name: str, claims_db: tuple[Path, ...]) -> Iterator[str]:
    from medlint.documents.reading import read_document
    from medlint.evidence.loading import load_database
    from medlint.language.reading import Reader
    from medlint.language.tracing import trace
    from medlint.linting.checking import Checker
    from medlint.linting.limits import limits_of
    from medlint.linting.reasons import reasons
    from medlint.linting.rules import load_rulebook
    from medlint.linting.selection import select_rules
    from medlint.linting.settings import Settings
    from medlint.reporting import reasons_json, reasons_text

    limits = limits_of(Settings(), str(file))
    document, database, rulebook = read_document(file, limits), load_database(None, *claims_db), load_rulebook()
    reader = Reader.of(database.vocabulary())
    article = reader.read(document, limits)
    checker = Checker(select_rules(rulebook.rules, (), ()), rulebook.phrasing, database)
    sentences = reasons(article, trace(reader, document), checker)
    if format_name == "json":
        return reasons_json.render(document, article.facts, sentences, __version__)
    return reasons_text.render(document, article.facts, sentences, stream_options(sys.stdout))
