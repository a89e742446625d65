"""Which configuration file holds for an article, the nearest one above it, and the table in it that is medlint's."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from medlint.errors import UsageError

OWN_NAMES = ("medlint.toml", ".medlint.toml")
PROJECT = "pyproject.toml"
LARGEST = 1_000_000  # bytes


def nearest(folder: Path) -> Path | None:
    """The configuration file of `folder` (absolute), or of the nearest folder above it that has one.

    The search ends at the root of a git repository, so that a stray file in a home folder changes no project. In one
    folder `medlint.toml` comes before `pyproject.toml`. Raises `UsageError` for a `pyproject.toml` that is broken.
    """
    for above in (folder, *folder.parents):
        for name in (*OWN_NAMES, PROJECT):
            if holds_config(above / name):
                return above / name
        if (above / ".git").exists():
            return None
    return None


def holds_config(path: Path) -> bool:
    """Whether a file is a configuration of medlint; of `pyproject.toml` only one with the table `[tool.medlint]`."""
    if not path.is_file():
        return False
    return path.name != PROJECT or table_of(path) is not None


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
        with path.open("rb") as file:
            return tomllib.loads(file.read(LARGEST).decode("utf-8-sig"))
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such configuration file") from None
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: this is not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        quotes = "; text stands in quotes" if str(error).startswith("Invalid value") else ""
        raise UsageError(f"{path}: broken TOML: {error}{quotes}") from None
