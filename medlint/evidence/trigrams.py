"""How alike two spellings are, by the runs of three characters they share."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=65536)
def trigrams(text: str) -> frozenset[str]:
    """The runs of three characters of a text, its spaces left out, its ends marked."""
    marked = f"^{text.replace(' ', '')}$"
    return frozenset(marked[start : start + 3] for start in range(max(len(marked) - 2, 1)))


def likeness(one: str, other: str) -> float:
    """Dice's coefficient of the two sets of trigrams: 0 nothing in common, 1 the same."""
    mine, theirs = trigrams(one), trigrams(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs))
