"""One configuration file: TOML in, a validated `Config` out, with everything wrong said in one line."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from medlint.errors import UsageError
from medlint.evidence.diagnosing import faults
from medlint.evidence.similar import hint
from medlint.linting.configuration.model import Config, Override

OWN_NAMES = ("medlint.toml", ".medlint.toml")
PROJECT = "pyproject.toml"
LARGEST = 1_000_000  # bytes


def read_config(path: Path) -> Config:
    """The configuration that a file holds; of `pyproject.toml` the table `[tool.medlint]`.

    Raises `UsageError` ("file: what is wrong, and what was meant").
    """
    table = _table(path)
    if table is None:
        raise UsageError(f"{path}: there is no table [tool.medlint] in this file")
    return _validated(path, table)


def holds_config(path: Path) -> bool:
    """Whether a file is a configuration of medlint; of `pyproject.toml` only one with the table `[tool.medlint]`."""
    if not path.is_file():
        return False
    return path.name != PROJECT or _table(path) is not None


def known_keys(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a table as files spell them."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _table(path: Path) -> dict[str, Any] | None:
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
        raise UsageError(f"{path}: broken TOML: {error}") from None


def _validated(path: Path, table: Mapping[str, Any]) -> Config:
    _refuse_unknown(path, table, Config)
    overrides = table.get("overrides", ())
    for number, override in enumerate(overrides if isinstance(overrides, list) else (), 1):
        if isinstance(override, dict):
            _refuse_unknown(path, override, Override, f"override {number}: ")
    try:
        return Config.model_validate(table)
    except ValidationError as error:
        raise UsageError(f"{path}: {faults(error, Config)[0].message}") from None


def _refuse_unknown(path: Path, table: Mapping[str, Any], model: type[BaseModel], where: str = "") -> None:
    known = known_keys(model)
    for key in table:
        if key not in known:
            raise UsageError(f"{path}: {where}unknown key '{key}'{_meant(key, known)}")


def _meant(key: str, known: tuple[str, ...]) -> str:
    if key in known_keys(Config):  # a slip of place, not of spelling
        return "; it holds for a whole run, not for some files"
    return hint(key.lower().replace("_", "-"), known)
