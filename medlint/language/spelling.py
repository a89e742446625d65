"""Misspelt names of treatments and conditions: "epidral injection", "kyphoplasy".

Only long words of clinical names are put right, only if no other name or cue knows the word as it stands, and only by
one slip of the pen (two in very long words) behind the right first letter: so "fraction" is no traction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

_SHORTEST, _LONGEST = 8, 40  # letters of a word that is put right; no name's word is as long
_REMEMBERED = 20_000  # words that were looked at
_TWO_SLIPS = 11  # letters from which two slips are forgiven


@dataclass(frozen=True, slots=True)
class Spelling:
    """The words that may be put right, found by what is left of them when letters are dropped (as SymSpell does)."""

    known: frozenset[str]
    _by_rest: Mapping[str, Sequence[str]]
    _right: set[str] = field(init=False)  # the known words, and others that were looked at and need no correction

    def __post_init__(self) -> None:
        """Begin with the known words."""
        object.__setattr__(self, "_right", set(self.known))

    @classmethod
    def of(cls, targets: Iterable[str], known: Iterable[str]) -> Spelling:
        """A speller that leads to `targets` and leaves the `known` words alone."""
        by_rest: dict[str, list[str]] = {}
        for word in dict.fromkeys(targets):
            if len(word) >= _SHORTEST and word.isalpha():
                for rest in {word, *_shortened(word)}:
                    by_rest.setdefault(rest, []).append(word)
        return cls(frozenset(known), {rest: tuple(words) for rest, words in by_rest.items()})

    @classmethod
    def from_table(cls, known: Iterable[str], by_rest: Mapping[str, Sequence[str]]) -> Spelling:
        """The speller again that a `table` was taken of."""
        return cls(frozenset(known), by_rest)

    def table(self) -> Mapping[str, Sequence[str]]:
        """What it holds beside the known words, as JSON values."""
        return self._by_rest

    def corrections(self, words: Iterable[str]) -> dict[str, str]:
        """The misspelt ones of some words, and what each was meant to be."""
        return {word: right for word in set(words) - self._right if (right := self.corrected(word)) is not None}

    def corrected(self, word: str) -> str | None:
        """The word that a misspelt one was meant to be; None for any other."""
        if word in self._right:
            return None
        meant = self._look_up(word) if _SHORTEST - 1 <= len(word) <= _LONGEST and word.isalpha() else None
        if meant is None:
            if len(self._right) > len(self.known) + _REMEMBERED:
                self._right.intersection_update(self.known)
            self._right.add(word)
        return meant

    def _look_up(self, word: str) -> str | None:
        found = {target for rest in (word, *_shortened(word)) for target in self._by_rest.get(rest, ())}
        near = [t for t in sorted(found) if t[0] == word[0] and _slips(word, t) <= (2 if len(t) >= _TWO_SLIPS else 1)]
        return min(near, key=lambda target: _slips(word, target), default=None)


def _shortened(word: str) -> Iterator[str]:
    return (word[:i] + word[i + 1 :] for i in range(len(word)))


def _slips(one: str, other: str) -> int:
    """How many letters were dropped, added, changed or swapped with a neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
