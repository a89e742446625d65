"""The keys of the words of a text, by which phrases of rules are found.

They are those of `medlint.language.normal` (case, plural, British and American spelling folded); hyphens and quotation
marks count for nothing, other punctuation parts phrases. No word reaches across white space, so that what was made of
the characters between two spaces is remembered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import chain
from typing import TypeVar

from medlint.language.normal import normalise_word

NUMBER = "#"
LINE = "\n"  # in no key: no phrase leads across
_WORDS = re.compile(r"\d+(?:[.,]\d+)+(?!\w)|\w+(?:['’]\w+)*|[^\w\s\u2010\u2011\u2013\"'‘’“”-]")
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_SMALL, 1)}
_FIGURES = re.compile(r"(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,9})?", re.ASCII)
_BRACKETS = {"(": "[", ")": "]"}  # round ones group the alternatives of a template
_REMEMBERED, _LONGEST = 65_536, 100  # runs of characters in a process, and characters of one
T = TypeVar("T")


def words_of(text: str) -> list[str]:
    """The keys of the words of a text, and of the marks that part phrases."""
    known = _runs()
    return [*chain.from_iterable([known[run] for run in text.split()])]


def spans_of(text: str) -> list[tuple[int, int]]:
    """Where the words of a text stand, and the marks that part phrases: code points, half-open."""
    return [match.span() for match in _WORDS.finditer(text)]


def row_of(sentences: Iterable[str]) -> str:
    """The keys of sentences in a row, single spaces around each: `NUMBER` for each number, `LINE` behind each sentence.

    The sentences are those of blocks, in which all white space is single spaces.
    """
    known = _rows()
    return " " + "".join([known[run] for run in f" {LINE} ".join((*sentences, "")).split(" ")])


class _OfRuns(dict[str, T]):
    """Something of what stands between white space: no word reaches across it, and most was seen before."""

    def __init__(self, of: Callable[[str], T]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, run: str) -> T:
        found = self._of(run)
        if len(self) >= _REMEMBERED:
            self.clear()
        if len(run) <= _LONGEST:
            self[run] = found
        return found


@cache
def _runs() -> _OfRuns[tuple[str, ...]]:
    return _OfRuns(_keys)


@cache
def _rows() -> _OfRuns[str]:
    return _OfRuns(lambda run: "".join([f"{masked(key)} " for key in ((LINE,) if run == LINE else _keys(run))]))


def masked(key: str) -> str:
    """The key of a word, `NUMBER` for that of any number."""
    return key if number_of(key) is None else NUMBER


@lru_cache(maxsize=65536)
def number_of(word: str) -> float | None:
    """The number that a word stands for ("3", "three", "23,500", "0.2"), or None; of at most twelve digits."""
    return float(word.replace(",", "")) if _FIGURES.fullmatch(word) else _NUMBERS.get(word)


def numbers_in(text: str) -> frozenset[float]:
    """All numbers that a text names in digits or words."""
    return frozenset(number for key in words_of(text) if (number := number_of(key)) is not None)


def _keys(run: str) -> tuple[str, ...]:
    return tuple([_BRACKETS.get(word) or normalise_word(word) for word in _WORDS.findall(run)])
