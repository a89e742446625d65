"""The ways in which sentences can be spoken: their words in a row, as they stand and without bracketed abbreviations.

Hyphens take no part, so that "low-back pain" and "low back pain" are one phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from medlint.language.alphabet import CLOSING, END, HYPHEN, OPENING, Alphabet
from medlint.language.tokens import Tokens

_BRACKETED = re.compile(f"{re.escape(OPENING)}.{re.escape(CLOSING)}")  # one word
Said = tuple[str, Sequence[int]]  # the letters of what is spoken of a sentence, and the tokens they stand for
_NOTHING: Said = ("", ())


class Spoken(NamedTuple):
    """The letters of sentences in a row, with `END` between two: no phrase has it, so that none leads across.

    `begins` are where in the row each sentence begins, and where one more would; `places` the tokens that the letters
    of each stand for.
    """

    row: str
    begins: Sequence[int]
    places: Sequence[Sequence[int]]

    @classmethod
    def of(cls, sentences: Sequence[Said]) -> Spoken:
        """The row of some sentences."""
        rows = [letters for letters, _ in sentences]
        begins = [*accumulate([len(row) + len(END) for row in rows], initial=0)]
        return cls(END.join(rows), begins, [places for _, places in sentences])

    def part(self, first: int, last: int) -> str:
        """The row of the sentences `[first, last)`."""
        return self.row[self.begins[first] : self.begins[last] - len(END)]


def spoken_in(texts: Sequence[Tokens], alphabet: Alphabet) -> list[Spoken]:
    """The ways in which the sentences of texts can be spoken: as they stand, and without brackets around one word."""
    said = [*_said(texts, alphabet)]
    bare = [_without_brackets(*each) if OPENING in each[0] else _NOTHING for each in said]
    return [Spoken.of(way) for way in ((said, bare) if any(letters for letters, _ in bare) else (said,))]


def _said(texts: Sequence[Tokens], alphabet: Alphabet) -> Iterator[Said]:
    """What is spoken of each sentence: all but hyphens."""
    letters = alphabet.spell(chain.from_iterable([tokens.keys for tokens in texts]))
    at = 0  # the first letter of a text
    for tokens in texts:
        for first, last in tokens.sentences:
            own = letters[at + first : at + last]
            if HYPHEN in own:
                places = [place for place, letter in enumerate(own, first) if letter != HYPHEN]
                yield own.replace(HYPHEN, ""), places
            else:
                yield own, range(first, last)
        at += len(tokens.keys)


def _without_brackets(letters: str, places: Sequence[int]) -> Said:
    """What is spoken of a sentence without brackets that hold one word; nothing where there are no such brackets."""
    left_out = {number for match in _BRACKETED.finditer(letters) for number in range(*match.span())}
    if not left_out:
        return _NOTHING
    return _BRACKETED.sub("", letters), [place for number, place in enumerate(places) if number not in left_out]
