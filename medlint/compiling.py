"""What is built from data, and takes a time that people notice: built once, then kept as JSON.

An entry is known by all that it is built from: the data, the code that builds it, the libraries which that code uses.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import blake2b
from typing import Any

from medlint.caching import keep, prune, recall_json
from medlint.versions import code_mark

_KEPT = 50_000_000  # bytes of one kind that the cache keeps


def built_once(
    kind: str,
    ingredients: Iterable[str],
    build: Callable[[], Any],
    is_sound: Callable[[Any], bool],
) -> Any:  # noqa: ANN401 - JSON
    """What `build` makes of the `ingredients`, from the user's cache where it was made before.

    It must be a JSON value. What is kept and is not sound, as somebody else wrote it, is built again.
    """
    name = f"{kind}-{mark_of(ingredients)}.json"
    kept = recall_json(name)
    if kept is not None and is_sound(kept):
        return kept
    built = build()
    keep(name, json.dumps(built, ensure_ascii=False, separators=(",", ":")))
    _prune_once(kind)
    return built


@cache
def _prune_once(kind: str) -> None:
    """Make room for a kind: once a process, which may build a hundred entries and would look through all each time."""
    prune(kind, _KEPT)


def mark_of(ingredients: Iterable[str] = ()) -> str:
    """What tells an entry made of these ingredients by this code from others."""
    total = blake2b(code_mark().encode(), digest_size=16)
    for each in ingredients:
        total.update(f"{len(each)}\0{each}".encode(errors="surrogatepass"))
    return total.hexdigest()
