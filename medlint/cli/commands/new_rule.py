"""`medlint new-rule`: a rule file to write one's own from."""

from __future__ import annotations

from pathlib import Path

import click
from click.core import ParameterSource

from medlint.cli.output import write_stdout
from medlint.errors import UsageError

KINDS = ("phrase", "claim", "page", "disclosure")
FOLDER = "house-rules"


@click.command(short_help="Write a rule to start from.")
@click.argument("name")
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default="phrase",
    show_default=True,
    help="Words, claims, the page, what is untold.",
)
@click.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=FOLDER,
    show_default=True,
    help="The folder of your own rules.",
)
@click.pass_context
def command(context: click.Context, name: str, kind: str, folder: Path) -> None:
    """Write a rule called NAME into the folder of your own rules, with examples that pass.

    NAME is lower-case words joined by hyphens, such as no-wonder-cures.
    """
    from medlint.linting.rules import codes_in, load_rules
    from medlint.linting.skeletons import write_skeleton

    if folder.is_symlink() and context.get_parameter_source("folder") is ParameterSource.DEFAULT:
        raise UsageError(f"{folder}: is a link; to write where it leads, name it: --dir {folder}")
    shipped = {rule.name: rule.code for rule in load_rules()}
    if name in shipped:
        raise UsageError(f"'{name}' is the name of rule {shipped[name]} already; take another")
    there = codes_in(folder) if folder.is_dir() else frozenset()
    path, code = write_skeleton(name, kind, folder, there | set(shipped.values()))
    write_stdout([f"{path}: rule {code}. Change it, then run: medlint test {folder}\n"])
