"""JSON as every report writes it: ASCII only, so that no stream's encoding can break it; one item a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator


def dump(value: object) -> str:
    """A value on one line, without the "##[" and "##vso[" that a build log would take for a command."""
    return json.dumps(value, ensure_ascii=True).replace("##", "#\\u0023")


def array(items: Iterable[object]) -> Iterator[str]:
    """A JSON array piece by piece, each item on a line of its own."""
    yield "["
    for number, item in enumerate(items):
        yield f"{',' if number else ''}\n  {dump(item)}"
    yield "]"
