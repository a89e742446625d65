"""Literal phrases in running text, found in one pass however many there are.

Words match by the keys of `medlint.language.normal` (case, plural, British and American spelling folded); hyphens and
quotation marks count for nothing, other punctuation parts phrases. `#` in a phrase stands for a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from medlint.language.normal import normalise_word
from medlint.language.templates import expand

_TOKENS = re.compile(r"\w+(?:['’]\w+)*|[^\w\s\u2010\u2011\u2013\"'‘’“”-]")
_NUMBER = "#"
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_SMALL, 1)}
_END = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a text: code points `[start, end)` and the numbers that stood for `#`, in order."""

    start: int
    end: int
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WordIndex:
    """Phrases to find, as a tree of word keys."""

    _tree: Mapping[str, Any]

    @classmethod
    def of(cls, templates: Iterable[str]) -> WordIndex:
        """An index over phrase templates (see `medlint.language.templates`).

        Raises `ValueError` for a template with unbalanced brackets or without a word.
        """
        tree: dict[str, Any] = {}
        for template in templates:
            for phrase in expand(template):
                branch = tree
                for key in _phrase_keys(phrase):
                    branch = branch.setdefault(key, {})
                branch[_END] = {}
        return cls(tree)

    def find(self, text: str) -> Iterator[Found]:
        """The phrases of a text from left to right, the longest at each place, none inside another."""
        tokens = [(match.start(), match.end(), normalise_word(match[0])) for match in _TOKENS.finditer(text)]
        free = 0
        for first in range(len(tokens)):
            if first >= free and (hit := self._longest(tokens, first)):
                free, numbers = hit
                yield Found(tokens[first][0], tokens[free - 1][1], numbers)

    def _longest(self, tokens: list[tuple[int, int, str]], first: int) -> tuple[int, tuple[int, ...]] | None:
        branch, best = self._tree, None
        numbers: tuple[int, ...] = ()
        for index in range(first, len(tokens)):
            key = tokens[index][2]
            number = number_of(key)
            if key not in branch and number is not None and _NUMBER in branch:
                key, numbers = _NUMBER, (*numbers, number)
            if key not in branch:
                break
            branch = branch[key]
            if _END in branch:
                best = index + 1, numbers
        return best


def number_of(word: str) -> int | None:
    """The whole number that a word stands for ("3", "three"), or None."""
    return int(word) if word.isdecimal() and len(word) <= 4 else _NUMBERS.get(word)


def numbers_in(text: str) -> frozenset[int]:
    """All whole numbers that a text names in digits or words."""
    return frozenset(n for word in _TOKENS.findall(text) if (n := number_of(normalise_word(word))) is not None)


def _phrase_keys(phrase: str) -> tuple[str, ...]:
    keys = tuple(normalise_word(word) for word in _TOKENS.findall(phrase))
    if not any(key.isalnum() for key in keys):
        raise ValueError(f"a phrase without a word: {phrase!r}")
    return keys
