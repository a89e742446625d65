"""The ways in which sentences can be spoken: their keys in a row, as they stand and without bracketed abbreviations.

Hyphens take no part, so that "low-back pain" and "low back pain" are one phrase.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from medlint.language.tokens import Tokens

HYPHEN = "-"
_BETWEEN = " \n "  # between two sentences: no phrase has it, so that none leads across
Said = tuple[Sequence[str], Sequence[int]]  # the keys of a sentence that are spoken, and the tokens they belong to
_NOTHING: Said = ((), ())


class Spoken(NamedTuple):
    """The keys of sentences in a row: single spaces around each key, and a line's end between two sentences.

    `begins` are where in the row the first space of each sentence is, and where that of one more would be; `places` the
    tokens that the keys of each belong to.
    """

    row: str
    begins: Sequence[int]
    places: Sequence[Sequence[int]]

    @classmethod
    def of(cls, sentences: Sequence[Said]) -> Spoken:
        """The row of some sentences."""
        rows = [" ".join(keys) for keys, _ in sentences]
        begins = [*accumulate([len(row) + len(_BETWEEN) for row in rows], initial=0)]
        return cls(f" {_BETWEEN.join(rows)} ", begins, [places for _, places in sentences])

    def part(self, first: int, last: int) -> str:
        """The row of the sentences `[first, last)`."""
        return self.row[self.begins[first] : self.begins[last] - 1]


def spoken_in(texts: Iterable[Tokens]) -> list[Spoken]:
    """The ways in which the sentences of texts can be spoken: as they stand, and without brackets around one word."""
    said = [each for tokens in texts for each in _said(tokens)]
    bare = [_without_brackets(*each) if "(" in each[0] else _NOTHING for each in said]
    return [Spoken.of(way) for way in ((said, bare) if any(keys for keys, _ in bare) else (said,))]


def _said(tokens: Tokens) -> Iterator[Said]:
    """What is spoken of each sentence: all keys but hyphens."""
    for first, last in tokens.sentences:
        keys = tokens.keys[first:last]
        if HYPHEN in keys:
            places = [place for place, key in enumerate(keys, first) if key != HYPHEN]
            yield [key for key in keys if key != HYPHEN], places
        else:
            yield keys, range(first, last)


def _without_brackets(keys: Sequence[str], places: Sequence[int]) -> Said:
    """What is spoken of a sentence without brackets that hold one word; nothing where there are no such brackets."""
    kept: list[int] = []
    index = 0
    while index < len(keys):
        if keys[index] == "(" and index + 2 < len(keys) and keys[index + 2] == ")":
            index += 3
            continue
        kept.append(index)
        index += 1
    return ([keys[i] for i in kept], [places[i] for i in kept]) if len(kept) < len(keys) else _NOTHING
