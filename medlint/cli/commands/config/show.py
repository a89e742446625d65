"""`medlint config show`: each value that holds for an article, and where it comes from."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from medlint.cli.output import write_stdout
from medlint.cli.settings import configured

if TYPE_CHECKING:
    from medlint.linting.configuration.configuring import Configuration


@click.command(short_help="Show each value and where it comes from.")
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option("--format", "format_name", type=click.Choice(["table", "json"]), default="table", help="How.")
@configured
def command(path: Path, format_name: str, configuration: Configuration) -> None:
    """Show what is configured for an article, or for the articles of a folder, and where each value comes from.

    Of the folder of a configuration file it is told which overrides match no file in it.

    What concerns a whole run (fail-on, gitignore, baseline) is taken from the file nearest to the working folder.
    """
    from medlint.reporting.configured import as_json, table
    from medlint.reporting.terminal import printable

    article = path / "article.md" if path.is_dir() else path
    own, run = configuration.of(article), configuration.run()
    resolved = {**own, **{key: run[key] for key in ("fail_on", "gitignore", "baseline")}}
    file = configuration.file_for(article.absolute().parent)
    if format_name == "json":
        write_stdout(as_json(resolved, file))
        return
    idle = configuration.idle_overrides(path) if path.is_dir() else ()
    matchless = (f"# {printable(name)}: no file below this folder matches\n" for name in idle)
    write_stdout(chain(table(resolved, file), matchless))
