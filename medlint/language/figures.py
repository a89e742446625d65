"""Numbers that a claim rests on: percentages, "9 out of 10", "1 in 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from medlint.language.article import Figure, Horizon
from medlint.language.horizons import UNITS
from medlint.language.normal import plain_letters
from medlint.language.tokens import Tokens

_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_COUNT = r"(?:\d[\d,]{0,14}|" + "|".join(_WORDS) + r")"
_PERCENT = re.compile(
    r"(?<![\w.])(\d+(?:\.\d+)?)(?:\s?(?:-|–|to)\s?(\d+(?:\.\d+)?))?\s?(?:%|per\s?cent\b)", re.IGNORECASE
)
_SHARE = re.compile(rf"\b({_COUNT})\s(?:out\sof|in)\s(?:every\s)?({_COUNT})\b(?!\s?%)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_COUNTING = frozenset({*_WORDS, *UNITS, *(f"{unit}s" for unit in UNITS)})  # keys; "WEEKS" in capitals is one

COUNTED = frozenset(  # the categories and names of parts that are counted: numbers, figures, spans of time
    {"number", "figure", "figure.major", "figure.minor", "brief-time", *(f"brief-time.{each}" for each in Horizon)}
)


class Placed(NamedTuple):
    """A figure and the code points of the text it covers."""

    start: int
    end: int
    figure: Figure


def may_count(tokens: Tokens) -> bool:
    """Whether a text may hold a figure or a span of time: it has a digit, a number in words, or a unit of time."""
    return not _COUNTING.isdisjoint(tokens.keys) or _DIGIT.search(tokens.text) is not None


def figures_in(text: str) -> Iterator[Placed]:
    """The figures of a text, in percent; of a range the upper end counts."""
    plain = plain_letters(text)
    for match in _PERCENT.finditer(plain):
        yield Placed(*match.span(), Figure(text[slice(*match.span())], float(match[2] or match[1]), "%"))
    for match in _SHARE.finditer(plain):
        share, whole = _number(match[1]), _number(match[2])
        if 0 < share <= whole:
            yield Placed(*match.span(), Figure(text[slice(*match.span())], 100 * share / whole, "%"))


def _number(text: str) -> float:
    return float(_WORDS.get(text.lower()) or text.replace(",", "").strip() or 0)
