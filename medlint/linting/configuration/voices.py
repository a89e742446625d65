"""The environment and flags as layers. Variables are `MEDLINT_` and the key: `MEDLINT_FAIL_ON`, `MEDLINT_SELECT`."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from medlint.errors import UsageError
from medlint.linting.configuration.layers import Layer, layer_of, placed
from medlint.linting.findings import Severity

PREFIX = "MEDLINT_"
LISTS = frozenset({"select", "ignore", "extend_select", "extend_ignore", "mandatory", "exclude", "include", "home"})
FOLDERS = frozenset({"claims_db", "rules"})  # separated as in PATH
_LIMITS = frozenset(
    {
        "max_file_size",
        "max_block_length",
        "max_blocks",
        "max_segments",
        "max_words",
        "max_sentences",
        "max_names",
        "max_claims",
        "max_findings",
        "max_seconds",
    }
)
_PLAIN = _LIMITS | frozenset(
    {"profile", "jurisdiction", "confidence", "review_months", "fail_on", "gitignore", "baseline", "severity"}
)
SETTABLE = LISTS | FOLDERS | _PLAIN
_CHOICES: Mapping[str, tuple[object, ...]] = {"fail_on": (*Severity, "never"), "gitignore": (True, False)}
_COMMA = re.compile(r"[,\n]")


def environment_layers(environment: Mapping[str, str] = os.environ) -> tuple[Layer, ...]:
    """One layer for each variable that is set to anything. Raises `UsageError` for a value that makes no sense."""
    named = ((key, PREFIX + key.upper()) for key in sorted(SETTABLE))
    return tuple(_layer(name, key, environment[name]) for key, name in named if environment.get(name))


def flag_layers(flags: Mapping[str, Any]) -> tuple[Layer, ...]:
    """One layer for each flag that was given: text as in the environment, or values already parted.

    Raises `UsageError` for a value that makes no sense.
    """
    given = {key: value for key, value in flags.items() if value is not None and value != ()}
    return tuple(_layer(f"--{key.replace('_', '-')}", key, value) for key, value in given.items())


def parted(text: str) -> tuple[str, ...]:
    """The entries of a list that commas part."""
    return tuple(part.strip() for part in _COMMA.split(text) if part.strip())


def _layer(origin: str, key: str, value: Any) -> Layer:  # noqa: ANN401 - text or what click made of it
    if key in LISTS or value in _CHOICES.get(key, ()):  # needs no model: loading that takes longer than a cached run
        known = parted(value) if key in LISTS and isinstance(value, str) else value
        return Layer(origin, {key: placed(key, known, Path.cwd())})
    from pydantic import ValidationError

    from medlint.evidence.diagnosing import faults
    from medlint.linting.configuration.model import Config

    meant = _meant(origin, key, value) if isinstance(value, str) else value
    try:
        config = Config.model_validate({key.replace("_", "-"): meant})
    except ValidationError as error:
        raise UsageError(f"{origin}: {faults(error, Config)[0].message}") from None
    return layer_of(origin, config, Path.cwd())


def _meant(origin: str, key: str, text: str) -> object:
    if key in LISTS:
        return parted(text)
    if key in FOLDERS:
        return tuple(part for part in text.split(os.pathsep) if part)
    if key == "severity":
        return dict(_pair(origin, part) for part in parted(text))
    return text


def _pair(origin: str, part: str) -> tuple[str, str]:
    rule, equals, severity = part.partition("=")
    if not equals:
        raise UsageError(f"{origin}: '{part}' is not RULE=SEVERITY, such as OVS103=error")
    return rule.strip(), severity.strip()
