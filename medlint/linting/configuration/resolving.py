"""Layers made one: each value with the place that it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

from medlint.documents.decoding import LARGEST
from medlint.linting.configuration.layers import Layer
from medlint.linting.findings import Confidence
from medlint.linting.settings import (
    LONGEST_BLOCK,
    LONGEST_TIME,
    MOST_BLOCKS,
    MOST_CLAIMS,
    MOST_FINDINGS,
    MOST_NAMES,
    MOST_SEGMENTS,
    MOST_SENTENCES,
    MOST_WORDS,
)

ADDING = frozenset({"extend_select", "extend_ignore", "mandatory", "exclude"})
DEFAULTS = Layer(
    "default",
    {
        "profile": None,
        "jurisdiction": None,
        "select": (),
        "ignore": (),
        "extend_select": (),
        "extend_ignore": (),
        "severity": {},
        "confidence": Confidence.MEDIUM,
        "mandatory": (),
        "review_months": None,
        "home": (),
        "max_file_size": LARGEST,
        "max_block_length": LONGEST_BLOCK,
        "max_blocks": MOST_BLOCKS,
        "max_segments": MOST_SEGMENTS,
        "max_words": MOST_WORDS,
        "max_sentences": MOST_SENTENCES,
        "max_names": MOST_NAMES,
        "max_claims": MOST_CLAIMS,
        "max_findings": MOST_FINDINGS,
        "max_seconds": LONGEST_TIME,
        "fail_on": "warning",
        "claims_db": (),
        "rules": (),
        "exclude": (),
        "include": (),
        "gitignore": True,
        "baseline": None,
    },
)


@dataclass(frozen=True, slots=True)
class Value:
    """A value and the places that say so, the weakest first."""

    value: Any
    origins: tuple[str, ...]

    @property
    def origin(self) -> str:
        """The places in words."""
        return " + ".join(self.origins)


Resolved = Mapping[str, Value]


def resolve(layers: Iterable[Layer]) -> Resolved:
    """Every key with its value: a stronger layer replaces what a weaker one says.

    Keys in `ADDING` add up, each entry once, and `severity` is joined key by key. Who says `select` means
    only these: what weaker layers add to theirs falls away.
    """
    return reduce(_joined, layers, {key: Value(value, (DEFAULTS.origin,)) for key, value in DEFAULTS.values.items()})


def _joined(below: Resolved, layer: Layer) -> Resolved:
    if "select" in layer.values:
        below = {**below, "extend_select": Value((), (layer.origin,))}
    said = {key: _over(key, below[key], value, layer.origin) for key, value in layer.values.items()}
    return {**below, **said}


def _over(key: str, below: Value, value: Any, origin: str) -> Value:  # noqa: ANN401 - whatever the key holds
    if not below.value or not (key in ADDING or key == "severity"):
        return Value(value, (origin,))
    both = {**below.value, **value} if key == "severity" else tuple(dict.fromkeys((*below.value, *value)))
    return Value(both, (*below.origins, origin))
