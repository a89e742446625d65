"""How long an effect is said to last: spans of time in words or figures, as a horizon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from medlint.language.article import HORIZONS, Horizon
from medlint.language.normal import plain_letters

_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
_NUMBERS = {
    **dict.fromkeys(("a", "an", "one"), 1),
    **dict.fromkeys(("", "two", "couple of"), 2),
    **dict.fromkeys(("three", "few", "several", "some"), 3),
    **{
        "four": 4,
        "five": 5,
        "six": 6,
        "many": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "twelve": 12,
        "eighteen": 18,
    },
}
_WORDS = "|".join(sorted(filter(None, _NUMBERS), key=len, reverse=True))
UNITS = tuple(_DAYS)
_UNIT_WORDS = "|".join(UNITS)
_SPAN = re.compile(
    rf"(?:(?P<number>(?<!\d)\d++(?:\.\d++)?|\b(?:{_WORDS})\b)[\s-]+)?\b(?P<unit>{_UNIT_WORDS})s?\b",
    re.IGNORECASE,
)
_UNIT = re.compile(_UNIT_WORDS, re.IGNORECASE)  # most sentences hold none, and are looked at no further
_LIMITS = (  # days, at most; the design's ladder: weeks to 6, months to 3, medium to 12 months
    (6.99, Horizon.HOURS),
    (42.5, Horizon.WEEKS),
    (93.0, Horizon.MONTHS),
    (366.5, Horizon.MEDIUM),
)


class PlacedTime(NamedTuple):
    """A span of time and the code points of the text it covers."""

    start: int
    end: int
    horizon: Horizon


def times_in(text: str) -> Iterator[PlacedTime]:
    """The spans of time that a text counts ("two weeks", not "for weeks"), in order of place."""
    plain = plain_letters(text)
    for match in filter(_is_counted, _SPAN.finditer(plain)) if _UNIT.search(plain) else ():
        yield PlacedTime(match.start(), match.end(), _horizon(_days(match)))


def horizon_of(text: str) -> Horizon:
    """The longest span of time that the text names; `UNSTATED` where it names none."""
    days = max((_days(match) for match in _SPAN.finditer(plain_letters(text))), default=None)
    return Horizon.UNSTATED if days is None else _horizon(days)


def longer(one: Horizon, other: Horizon) -> Horizon:
    """The longer of two horizons; `UNSTATED` is the shortest."""
    return max(one, other, key=HORIZONS.index)


def _is_counted(match: re.Match[str]) -> bool:
    return bool(match["number"])


def _horizon(days: float) -> Horizon:
    return next((horizon for limit, horizon in _LIMITS if days <= limit), Horizon.LONG)


def _days(match: re.Match[str]) -> float:
    number = (match["number"] or "").lower()
    return float(_NUMBERS.get(number) or number) * _DAYS[match["unit"].lower()]
