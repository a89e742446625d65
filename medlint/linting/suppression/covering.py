"""Which of many stretches lie on which of many words, without holding each against each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import accumulate

from medlint.linting.suppression.ranges import Range

Numbered = tuple[int, Range]  # ranges count in the order of their notes


class Ranges:
    """Ranges to be asked for the first that lies on words; the words must be asked in the order of their starts."""

    def __init__(self, ranges: Iterable[Numbered]) -> None:
        self._coming = sorted(ranges, key=lambda each: each[1].start, reverse=True)  # the next one last
        self._begun: list[Numbered] = []  # a heap

    def first_on(self, start: int, end: int) -> Numbered | None:
        """The first range that lies, at least in part, on the words from `start` to `end`."""
        while self._coming and self._coming[-1][1].start <= start:
            heappush(self._begun, self._coming.pop())
        while self._begun and self._begun[0][1].end <= start:
            heappop(self._begun)
        found = self._begun[:1]
        for number, one in reversed(self._coming):
            if one.start >= end:
                break
            found.append((number, one))
        return min(found, default=None)


class Places:
    """Places of words, to be asked whether any lies on a stretch."""

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(places)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def any_on(self, each: Range) -> bool:
        """Whether any of the words lies, at least in part, on the range."""
        begun = bisect_left(self._starts, each.end)
        return begun > 0 and self._furthest[begun - 1] > each.start
