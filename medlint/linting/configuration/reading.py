"""One configuration file: TOML in, a validated `Config` out, with everything wrong said in one line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from medlint.errors import UsageError
from medlint.evidence.diagnosing import faults
from medlint.evidence.similar import hint
from medlint.linting.configuration.locating import PROJECT, table_of
from medlint.linting.configuration.model import Config, Override


def read_config(path: Path) -> Config:
    """The configuration that a file holds; of `pyproject.toml` the table `[tool.medlint]`.

    Raises `UsageError` ("file: what is wrong, and what was meant").
    """
    table = table_of(path)
    if table is None:
        raise UsageError(f"{path}: there is no table [tool.medlint] in this file")
    return _validated(path, table)


def known_keys(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a table as files spell them."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _validated(path: Path, table: Mapping[str, Any]) -> Config:
    _refuse_table(path, table)
    _refuse_unknown(path, table, Config)
    overrides = table.get("overrides", ())
    for number, override in enumerate(overrides if isinstance(overrides, list) else (), 1):
        if isinstance(override, dict):
            _refuse_unknown(path, override, Override, f"override {number}: ")
    try:
        return Config.model_validate(table)
    except ValidationError as error:
        raise UsageError(f"{path}: {faults(error, Config)[0].message}") from None


def _refuse_table(path: Path, table: Mapping[str, Any]) -> None:
    """Refuse the table of another file in a file that is medlint's own."""
    tool = table.get("tool")
    nested = isinstance(tool, dict) and "medlint" in tool
    name = "medlint" if "medlint" in table else "tool.medlint" if nested else None
    if name and path.name != PROJECT:
        raise UsageError(f"{path}: unknown table [{name}]; in this file the keys stand at the top, without a table")


def _refuse_unknown(path: Path, table: Mapping[str, Any], model: type[BaseModel], where: str = "") -> None:
    known = known_keys(model)
    for key in table:
        if key not in known:
            raise UsageError(f"{path}: {where}unknown key '{key}'{_meant(key, known)}")


def _meant(key: str, known: tuple[str, ...]) -> str:
    if key in known_keys(Config):  # a slip of place, not of spelling
        return "; it holds for a whole run, not for some files"
    return hint(key.lower().replace("_", "-"), known)
