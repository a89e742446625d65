"""The option `--rules`: which folders of rules are read beside the shipped ones."""

from __future__ import annotations

from pathlib import Path

import click

option = click.option(
    "--rules",
    "rules",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Rules of your own, beside those shipped. May be given more than once; else the configuration's are read.",
)


def chosen(given: tuple[Path, ...]) -> tuple[Path, ...]:
    """The folders named on the command line, else those that are configured for the working folder.

    Raises `UsageError` for a configuration that makes no sense.
    """
    from medlint.linting.configuration.configuring import Configuration

    return given or tuple(map(Path, Configuration().run()["rules"].value))
