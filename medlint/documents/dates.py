"""Dates as articles write them."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<number>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?!\d)",
        rf"(?<!\d){_DAY}(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}",
        rf"\b{_MONTH}\s+{_DAY}(?:,\s*|\s+){_YEAR}",
        rf"\b{_MONTH},?\s+{_YEAR}",
        rf"(?<!\d)(?P<first>\d{{1,2}})[/.-](?P<second>\d{{1,2}})[/.-]{_YEAR}",
    )
)


def find_date(text: str) -> tuple[date, int, int] | None:
    """The first date in `text` and its span; the first of the month where no day is told.

    A date of numbers that reads differently in Britain and America (`03/04/2025`) is no date.
    """
    found: tuple[date, int, int] | None = None
    wrong = range(0)  # where a date stands that no calendar has, such as 31 February
    for form in _FORMS:
        match = form.search(text)
        if match is None or match.start() in wrong or (found is not None and match.start() >= found[1]):
            continue
        day = _date(match.groupdict())
        if day is None:
            wrong = range(*match.span())
        else:
            found = (day, *match.span())
    return found


def parse_date(text: str) -> date | None:
    """The first date in `text`, if any."""
    found = find_date(text[:200])
    return found[0] if found else None


def _date(parts: dict[str, str | None]) -> date | None:
    try:
        year = int(parts["year"] or 0)
        if parts.get("first"):
            return _of_numbers(int(parts["first"] or 0), int(parts["second"] or 0), year)
        name = parts.get("month")
        month = _MONTHS.index(name[:3].lower()) + 1 if name else int(parts["number"] or 0)
        return date(year, month, int(parts.get("day") or 1))
    except ValueError:
        return None


def _of_numbers(first: int, second: int, year: int) -> date | None:
    if first > 12 or first == second:
        return date(year, second, first)
    return date(year, first, second) if second > 12 else None
