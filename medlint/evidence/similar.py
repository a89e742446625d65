"""Names that look like a misspelt one, for "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable

_ALIKE = 0.6  # share of matching characters (difflib's ratio) below which a name is no likely slip


def similar(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """At most `most` of the `known` names that `word` may be a slip for, likeliest first."""
    from difflib import get_close_matches  # only when something is wrong

    return tuple(get_close_matches(word, sorted(set(known)), n=most, cutoff=_ALIKE))


def hint(word: str, known: Iterable[str]) -> str:
    """The end of a message, "; did you mean 'x'?", or nothing where none of the `known` names is alike."""
    best = similar(word, known, most=1)
    return f"; did you mean '{best[0]}'?" if best else ""
