"""The flags that change what is configured; every command that lints or shows the configuration has them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from medlint.cli import completing

if TYPE_CHECKING:
    from datetime import date

    from medlint.linting.configuration.configuring import Configuration

SEVERITIES = ("error", "warning", "info")  # gravest first
_RULES: Any = {"multiple": True, "metavar": "RULES", "shell_complete": completing.rules}
_FOLDERS: Any = {"multiple": True, "metavar": "DIR", "type": click.Path()}
profile = click.option(
    "--profile",
    metavar="NAME",
    shell_complete=completing.profiles,
    help="patient, professional, marketing-review or strict.",
)
_OPTIONS = (
    click.option("--select", **_RULES, help="Only these: codes, names, families."),
    click.option("--ignore", **_RULES, help="All but these."),
    click.option("--extend-select", **_RULES, help="These too."),
    click.option("--mandatory", **_RULES, help="These whatever is ignored or suppressed."),
    click.option(
        "--severity",
        multiple=True,
        metavar="RULE=SEVERITY",
        shell_complete=completing.adjusted_rules,
        help="Another severity for a rule.",
    ),
    click.option(
        "--fail-on", type=click.Choice([*SEVERITIES, "never"]), help="Exit with 1 from here on.  [default: warning]"
    ),
    click.option(
        "--confidence",
        type=click.Choice(["high", "medium", "low"]),
        help="Show findings at least this sure.  [default: medium]",
    ),
    profile,
    click.option("--exclude", multiple=True, metavar="GLOB", help="Files to leave out, in quotes: 'drafts/*'."),
    click.option("--include", multiple=True, metavar="GLOB", help="Of the files in folders only these."),
    click.option("--gitignore/--no-gitignore", default=None, help="Leave out what git ignores.  [default: on]"),
    click.option("--claims-db", **_FOLDERS, help="Records of your own, beside those shipped."),
    click.option("--rules", **_FOLDERS, help="Rules of your own, beside those shipped."),
    click.option("--baseline", type=click.Path(), metavar="FILE", help="Known findings, not to be reported."),
    click.option(
        "--config",
        "config_file",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar="MEDLINT_CONFIG",
        help="Use this file for every article.  [default: the nearest]",
    ),
    click.option("--isolated", is_flag=True, help="Use no configuration file."),
)
_TODAY = click.option("--today", metavar="DATE", envvar="MEDLINT_TODAY", help="Audit as of this day (YYYY-MM-DD).")
_NOT_VALUES = ("config_file", "isolated")
_VALUES = ("select", "ignore", "extend_select", "mandatory", "severity", "fail_on", "confidence", "profile")
_KEYS = (*_VALUES, "exclude", "include", "gitignore", "claims_db", "rules", "baseline", *_NOT_VALUES)


def configured(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the flags; it receives them all as one argument, `configuration`."""

    @functools.wraps(function)
    def command(*args: Any, **values: Any) -> Any:
        flags = {key: values.pop(key) for key in _KEYS}
        return function(*args, configuration=_configuration(flags), **values)

    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def dated(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--today`; it receives a date or None as `today`."""

    @functools.wraps(function)
    def command(*args: Any, today: str | None, **values: Any) -> Any:
        return function(*args, today=_day(today), **values)

    return _TODAY(command)


def _day(text: str | None) -> date | None:
    from medlint.linting.configuration.configuring import parse_day

    return parse_day(text, "--today") if text else None


def _configuration(flags: dict[str, Any]) -> Configuration:
    from medlint.linting.configuration.configuring import Configuration

    file, isolated = (flags.pop(key) for key in _NOT_VALUES)
    folders = {key: flags.pop(key) for key in ("claims_db", "rules")}  # no character is safe to join them with
    values = {key: ",".join(value) if isinstance(value, tuple) else value for key, value in flags.items()}
    given = {key: value for key, value in values.items() if value != ""}
    return Configuration({**given, **folders}, file, isolated)
