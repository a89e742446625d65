"""Turns offsets in UTF-8 bytes into offsets in code points."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

_WIDE = re.compile(r"[^\x00-\x7f]{1,64}")  # short, so that an offset inside is found in constant time


class CodePoints:
    """Code point offsets for the byte offsets of one text. A text without wide characters needs no table."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = array("I")  # in bytes, of every run of wide characters
        self._ends = array("I")
        self._lags = array("I", [0])  # how far code points lag behind bytes after each
        lag = 0
        for run in () if text.isascii() else _WIDE.finditer(text):
            start = run.start() + lag
            size = len(run.group().encode("utf-8"))
            lag += size - len(run.group())
            self._starts.append(start)
            self._ends.append(start + size)
            self._lags.append(lag)

    def at(self, offset: int) -> int:
        """The code point offset of a byte offset that stands between two characters."""
        if not self._ends:
            return offset
        number = bisect_right(self._ends, offset)
        lag = self._lags[number]
        if number < len(self._starts) and offset > self._starts[number]:
            lag += self._lag_inside(number, offset)
        return offset - lag

    def _lag_inside(self, number: int, offset: int) -> int:
        """How far code points lag behind bytes from the start of run `number` to an offset inside it."""
        start = self._starts[number]
        first, last = start - self._lags[number], self._ends[number] - self._lags[number + 1]
        inside = self._text[first:last].encode("utf-8")[: offset - start]
        return offset - start - len(inside.decode("utf-8", "ignore"))
