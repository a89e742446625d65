"""What a note to medlint says: `medlint: ignore[OVS103] until:2027-06-30 -- why`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from medlint.documents.model import Comment
from medlint.evidence.similar import hint


class Verb(StrEnum):
    """For what part of the article a note holds."""

    IGNORE = "ignore"  # the block it stands in, else the next one
    IGNORE_LINE = "ignore-line"  # its line; the next one where nothing else stands on its own
    IGNORE_FILE = "ignore-file"
    DISABLE = "disable"  # from here on
    ENABLE = "enable"  # ends that


@dataclass(frozen=True, slots=True)
class Directive:
    """A note that can be read. `selectors` name rules as elsewhere; `until` is the last day on which it holds."""

    comment: Comment
    verb: Verb
    selectors: tuple[str, ...]
    until: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A note that cannot be read, and why."""

    comment: Comment
    problem: str


_OURS = re.compile(r"medlint\s*:\s*", re.IGNORECASE)
_MEANT = re.compile(r"medlint[\s-]+(?:ignore|disable|enable)\b", re.IGNORECASE)  # the colon was forgotten
_FORM = re.compile(
    r"(?P<verb>[a-z-]+)\s*(?:\[(?P<rules>[^\]]*)\]?)?\s*(?:until\s*:\s*(?P<until>[^\s\[\]]+))?\s*"
    r"(?:(?:--+|[\u2013\u2014])\s*(?P<reason>.*))?",  # editors turn two hyphens into a dash
    re.IGNORECASE,
)


def directives(comments: Iterable[Comment]) -> Iterator[Directive | Unreadable]:
    """The notes to medlint among the comments of a document, in their order."""
    for comment in comments:
        text = " ".join(comment.text.split())
        ours = _OURS.match(text)
        if ours or comment.about_page:
            yield _directive(comment, text[ours.end() :] if ours else text)
        elif _MEANT.match(text):
            yield Unreadable(comment, "a colon is missing after 'medlint'")


def _directive(comment: Comment, text: str) -> Directive | Unreadable:
    form = _FORM.fullmatch(text)
    verb = form["verb"].lower() if form else text.split(maxsplit=1)[0].lower() if text else ""
    if verb.partition("[")[0] not in tuple(Verb):
        return Unreadable(comment, f"'{verb}' is none of {', '.join(Verb)}{hint(verb, Verb)}")
    if form is None or (form["rules"] is not None and "]" not in text):
        return Unreadable(comment, "write it VERB[RULES] until:YYYY-MM-DD -- REASON")
    until = _day(form["until"])
    if form["until"] and until is None:
        return Unreadable(comment, f"'{form['until']}' is no day (YYYY-MM-DD)")
    selectors = tuple(dict.fromkeys(part.strip() for part in (form["rules"] or "").split(",") if part.strip()))
    return Directive(comment, _verb(comment, Verb(verb)), selectors, until, (form["reason"] or "").strip())


def _verb(comment: Comment, verb: Verb) -> Verb:
    return Verb.IGNORE_FILE if comment.about_page else verb


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
