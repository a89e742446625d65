"""An alphabet in which each word is one letter, so that a sentence is a string and a phrase a part of it.

What is looked for in such a string is found as fast as letters are, and a place in it is the number of a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, repeat

HYPHEN, OPENING, CLOSING = MARKS = ("-", "(", ")")  # each stands for itself
OTHER = " "  # stands for every key without a letter of its own
END = "\n"  # stands between sentences, and for no key


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The letter of each key that is known."""

    letters: Mapping[str, str]

    @classmethod
    def of(cls, keys: Iterable[str]) -> Alphabet:
        """An alphabet with a letter of its own for each of these keys."""
        own = [key for key in dict.fromkeys(keys) if key not in MARKS]
        return cls({**dict(zip(MARKS, MARKS, strict=True)), **dict(zip(own, _letters(), strict=False))})

    def spell(self, keys: Iterable[str]) -> str:
        """The letters of these keys, one for each."""
        return "".join(map(self.letters.get, keys, repeat(OTHER)))


def _letters() -> Iterator[str]:
    """All letters but those of marks and ends, and surrogates, which are none."""
    return map(chr, chain(range(0x100, 0xD800), range(0xE000, 0x110000)))
