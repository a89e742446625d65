"""What is wrong with a file that does not fit its model, said so that a curator can put it right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError

from medlint.evidence.similar import hint

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Path = tuple[str | int, ...]


class Fault(NamedTuple):
    """Something wrong at a path of keys and indices."""

    path: Path
    message: str


def faults(error: ValidationError, model: type[BaseModel]) -> list[Fault]:
    """The faults that a validation of `model` found, unknown keys first: a slip in one is why another is missing."""
    details = sorted(error.errors(include_url=False), key=lambda detail: detail["type"] != "extra_forbidden")
    return [Fault(detail["loc"], _message(detail, model)) for detail in details]


def _message(detail: ErrorDetails, model: type[BaseModel]) -> str:
    explain = _EXPLAINED.get(detail["type"])
    where = next((step for step in reversed(detail["loc"]) if isinstance(step, str)), "this file")
    return explain(detail, where, model) if explain else f"{where}: {detail['msg']}"


def _unknown_key(detail: ErrorDetails, where: str, model: type[BaseModel]) -> str:
    return f"unknown key '{where}'{hint(where, _keys(detail['loc'][:-1], model))}"


def _not_allowed(detail: ErrorDetails, where: str, _: type[BaseModel]) -> str:
    allowed = detail["ctx"]["expected"]
    value = str(detail["input"])
    return f"{where}: '{value}' is not {allowed}{hint(value, _quoted(allowed))}"


def _not_kebab(detail: ErrorDetails, where: str, _: type[BaseModel]) -> str:
    return f"{where}: '{detail['input']}' is no identifier: lower-case words and digits joined by single hyphens"


_Explain = Callable[["ErrorDetails", str, type[BaseModel]], str]
_EXPLAINED: Mapping[str, _Explain] = {
    "extra_forbidden": _unknown_key,
    "missing": lambda _, where, __: f"'{where}' is missing",
    "enum": _not_allowed,
    "literal_error": _not_allowed,
    "string_pattern_mismatch": _not_kebab,
    "string_type": lambda detail, where, _: f"{where}: {detail['input']!r} is not text; write it in quotes",
    "string_too_short": lambda _, where, __: f"{where}: must not be empty",
    "too_short": lambda _, where, __: f"{where}: needs at least one entry",
    "tuple_type": lambda _, where, __: f"{where}: must be a list",
    "model_type": lambda _, where, __: f"{where}: must be a mapping of keys to values",
    "model_attributes_type": lambda _, where, __: f"{where}: must be a mapping of keys to values",
    "bool_type": lambda _, where, __: f"{where}: must be true or false",
    "bool_parsing": lambda _, where, __: f"{where}: must be true or false",
    "int_type": lambda _, where, __: f"{where}: must be a whole number",
    "int_parsing": lambda _, where, __: f"{where}: must be a whole number",
    "value_error": lambda detail, where, _: f"{where}: {detail['ctx']['error']}",
    "date_from_datetime_parsing": lambda detail, where, _: f"{where}: '{detail['input']}' is no date (YYYY-MM-DD)",
}


def _keys(path: Path, model: type[BaseModel]) -> Iterable[str]:
    """The keys that the mapping at `path` may have."""
    kind: Any = model
    for step in path:
        kind = kind.model_fields[step].annotation if isinstance(step, str) else get_args(kind)[0]
    return tuple(kind.model_fields)


def _quoted(allowed: str) -> list[str]:
    return allowed.split("'")[1::2]
