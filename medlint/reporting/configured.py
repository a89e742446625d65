"""What is configured as text: each value with the place that it comes from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from medlint.documents.invisible import HIDDEN
from medlint.linting.configuration.layers import Glob, shown
from medlint.linting.configuration.resolving import Resolved
from medlint.reporting.terminal import printable

# none of these may reach a terminal raw; JSON escapes the other controls itself
_UNSAFE = re.compile(f"[{HIDDEN}\x85\u2028\u2029\ud800-\udfff]")
_SHORT = 0xFFFF


def table(resolved: Resolved, file: Path | None) -> Iterator[str]:
    """One line a key, in TOML, with its origin as a comment; first the configuration file that was found."""
    yield f"# {printable(shown(file)) if file else 'no configuration file'}\n"
    lines = {key.replace("_", "-"): (_toml(_plain(each.value)), each.origin) for key, each in resolved.items()}
    widest = max(len(f"{key} = {value}") for key, (value, _) in lines.items())
    for key, (value, origin) in lines.items():
        yield f"{f'{key} = {value}':<{min(widest, 60)}}  # {printable(origin)}\n"


def as_json(resolved: Resolved, file: Path | None) -> Iterator[str]:
    """The same as one JSON object: the file, and for each key its value and its origins, the strongest last."""
    values = {
        key.replace("_", "-"): {"value": _plain(each.value), "origins": list(each.origins)}
        for key, each in resolved.items()
    }
    yield json.dumps({"file": shown(file) if file else None, "values": values}, indent=2) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, Path):
        return shown(value)
    if isinstance(value, Glob):
        return value.pattern
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _toml(value: object) -> str:
    """A value as TOML writes it; one that is not set as `unset`, which TOML has no word for."""
    if value is None:
        return "unset"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(key)} = {_toml(each)}' for key, each in value.items())}}}"
    return _UNSAFE.sub(lambda found: _escaped(found[0]), json.dumps(value, ensure_ascii=False))


def _escaped(character: str) -> str:
    """Return a character as TOML escapes it in a text."""
    return f"\\u{ord(character):04x}" if ord(character) <= _SHORT else f"\\U{ord(character):08x}"
