"""Which configuration file holds for an article, the nearest one above it, and the table in it that is medlint's."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

from medlint.errors import UsageError
from medlint.regular_files import UnreadableError, read_file

OWN_NAMES = ("medlint.toml", ".medlint.toml")
PROJECT = "pyproject.toml"
LARGEST = 1_000_000  # bytes
MISSING = "there is no such configuration file"
_HUGE = "broken TOML: a whole number of more than 64 bits"


def nearest(folder: Path) -> Path | None:
    """The configuration file of `folder` (absolute), or of the nearest folder above it that has one.

    The search ends at the root of a git repository, so that a stray file in a home folder changes no project. In one
    folder `medlint.toml` comes before `pyproject.toml`. Raises `UsageError` for a `pyproject.toml` that is broken or is
    not a file.
    """
    for above in (folder, *folder.parents):
        for name in (*OWN_NAMES, PROJECT):
            if holds_config(above / name):
                return above / name
        if os.path.lexists(above / ".git"):
            return None
    return None


def holds_config(path: Path) -> bool:
    """Whether a configuration of medlint has this path; of `pyproject.toml` only one with the table `[tool.medlint]`.

    A device, a pipe or a link to nothing counts too, so that reading it tells what is wrong.
    """
    return os.path.lexists(path) and (path.name != PROJECT or table_of(path) is not None)


def table_of(path: Path) -> dict[str, Any] | None:
    """The table that a file holds for medlint; of `pyproject.toml` `[tool.medlint]`, None where there is none.

    Raises `UsageError` for a file that cannot be read or is no TOML.
    """
    parsed = _parsed(path)
    if path.name != PROJECT:
        return parsed
    tool = parsed.get("tool")
    table = tool.get("medlint") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _parsed(path: Path) -> dict[str, Any]:
    try:
        parsed = tomllib.loads(read_file(path, LARGEST).decode("utf-8-sig"))
        _refuse_huge_numbers(path, parsed)
    except UnreadableError as error:
        raise UsageError(f"{path}: {MISSING if error.missing else error}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: this is not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        quotes = "; text stands in quotes" if str(error).startswith("Invalid value") else ""
        raise UsageError(f"{path}: broken TOML: {error}{quotes}") from None
    except RecursionError:
        raise UsageError(f"{path}: broken TOML: nested too deep") from None
    except ValueError:  # Python converts no longer ones
        raise UsageError(f"{path}: {_HUGE}") from None
    return parsed


def _refuse_huge_numbers(path: Path, parsed: dict[str, Any]) -> None:
    """Raise `UsageError` for an integer that TOML has no room for."""
    waiting: list[Any] = [parsed]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict | list):
            waiting += value.values() if isinstance(value, dict) else value
        elif isinstance(value, int) and not -(2**63) <= value < 2**63:
            raise UsageError(f"{path}: {_HUGE}")
