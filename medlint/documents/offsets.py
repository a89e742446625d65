"""Turns offsets in UTF-8 bytes into offsets in code points."""

from __future__ import annotations

import re
from bisect import bisect_right

_WIDE = re.compile(r"[^\x00-\x7f]{1,64}")  # short, so that an offset inside is found in constant time


class CodePoints:
    """Code point offsets for the byte offsets of one text. A text without wide characters needs no table."""

    def __init__(self, text: str) -> None:
        self._ends: list[int] = []  # in bytes, of every run of wide characters
        self._lags: list[int] = [0]  # how far code points lag behind bytes after each
        self._runs: list[tuple[int, str]] = []
        lag = 0
        for run in () if text.isascii() else _WIDE.finditer(text):
            start = run.start() + lag
            size = len(run.group().encode("utf-8"))
            lag += size - len(run.group())
            self._runs.append((start, run.group()))
            self._ends.append(start + size)
            self._lags.append(lag)

    def at(self, offset: int) -> int:
        """The code point offset of a byte offset that stands between two characters."""
        if not self._ends:
            return offset
        number = bisect_right(self._ends, offset)
        inside = 0
        if number < len(self._runs) and offset > self._runs[number][0]:
            start, run = self._runs[number]
            inside = offset - start - len(run.encode("utf-8")[: offset - start].decode("utf-8", "ignore"))
        return offset - self._lags[number] - inside
