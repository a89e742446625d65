"""Reads who wrote and who checked an article, and when, from the lines that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from medlint.documents.dates import find_date
from medlint.documents.metadata import Facts
from medlint.documents.model import Metadata
from medlint.documents.phrases import phrases

_FIELDS = ("authors", "reviewers", "last_reviewed", "modified", "published")
_NAMES = ("authors", "reviewers")
_PARTS = re.compile(r"\s*[|\u2022\u00b7]\s*|\s[\u2013\u2014-]\s")
_PARTED = re.compile(r"[|\u2022\u00b7\u2013\u2014-]")  # most lines are not
_NAME_END = re.compile(r"[\s,(|-]*(?:\b(?:on|updated|published|reviewed))?[\s,:(|-]*$", re.IGNORECASE)
_LONGEST = 300  # characters
_LONGEST_NAME = 10  # words, with titles
_DATE_AT = 4  # characters between a label and its date


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    field_of = {label: field for field in _FIELDS for label in phrases("bylines")[field]}
    either = "|".join(re.escape(label) for label in sorted(field_of, key=len, reverse=True))
    return re.compile(rf"({either})\b\s*(?:on\b)?\s*:?\s*(.*)", re.IGNORECASE | re.DOTALL), field_of


def bylines(lines: Iterable[str]) -> Metadata:
    """What the lines of an article, in order, say of its making; prose says nothing."""
    facts = Facts()
    first_blocks = phrases("bylines")["first-blocks"]
    for number, line in enumerate(lines):
        for field, value in _told(line, number < first_blocks):
            facts.tell(field, value)
    return facts.metadata()


def is_byline(line: str) -> bool:
    """Whether a line is a byline or a date rather than prose or a heading."""
    return next(_told(line, True), None) is not None


def _told(line: str, early: bool) -> Iterator[tuple[str, str]]:
    """The fields and values told by a line; a bare date and a bare "by" tell something only near the top."""
    if len(line) > _LONGEST or line.count(" ") >= phrases("bylines")["longest"]:
        return
    for part in _PARTS.split(line.strip()) if _PARTED.search(line) else (line.strip(),):
        match = _labels()[0].match(part)
        if match is None:
            found = find_date(part) if early and len(part) <= 20 else None
            if found and found[2] - found[1] >= len(part) - 1:
                yield "published", part
            continue
        label = match.group(1).lower()
        if label != phrases("bylines")["bare-by"] or (early and _two_capitals(match.group(2))):
            yield from _read(_labels()[1][label], match.group(2))


def _read(field: str, rest: str) -> Iterator[tuple[str, str]]:
    found = find_date(rest)
    if field not in _NAMES:
        if found and found[1] <= _DATE_AT:
            yield field, rest[found[1] : found[2]]
        return
    name = _NAME_END.sub("", rest[: found[1]] if found else rest)
    if name[:1].isupper() and len(name.split()) <= _LONGEST_NAME and not name.endswith(("?", "!", ":")):
        yield field, name
        if found:
            yield ("last_reviewed" if field == "reviewers" else "published"), rest[found[1] : found[2]]


def _two_capitals(text: str) -> bool:
    return sum(word[:1].isupper() for word in text.split()[:3]) > 1
