"""Code point positions in the units that other programs count in: UTF-16 code units, UTF-8 bytes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from medlint.documents.position import Position

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_WIDE = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Units:
    """One text measured in some unit: where its wider characters stand, and how many extra units came before each."""

    places: tuple[int, ...]
    extra: tuple[int, ...]

    def offset(self, code_points: int) -> int:
        """The 0-based offset, in units, of an offset in code points."""
        return code_points + self.extra[bisect_left(self.places, code_points)]

    def column(self, position: Position) -> int:
        """The 1-based column, in units, of a position."""
        line_start = position.offset - position.column + 1
        return self.offset(position.offset) - self.offset(line_start) + 1


def utf16(source: str) -> Units:
    """The text measured in UTF-16 code units, as SARIF and editors count."""
    return _measure(source, _ASTRAL, lambda _character: 1)


def utf8(source: str) -> Units:
    """The text measured in UTF-8 bytes, as reviewdog counts."""
    return _measure(source, _WIDE, lambda character: len(character.encode("utf-8", "surrogatepass")) - 1)


def _measure(source: str, wide: re.Pattern[str], surplus: Callable[[str], int]) -> Units:
    matches = list(wide.finditer(source))
    extra = accumulate((surplus(match.group()) for match in matches), initial=0)
    return Units(tuple(match.start() for match in matches), tuple(extra))
