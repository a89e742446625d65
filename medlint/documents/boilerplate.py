"""Tells the article from what a web page carries around it: menus, footers, forms, cookie banners, hidden parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from medlint.documents.drafts import Draft, Region
from medlint.documents.model import BlockKind
from medlint.documents.phrases import phrases
from medlint.documents.styles import shows
from medlint.documents.tags import Attribute

REFERENCES = "references"
HIDDEN = "hidden"
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_MOSTLY = 0.6  # of the characters of a block of links
_ENDS_SENTENCE = (".", "!")


class Judgement(NamedTuple):
    """Why what an element holds is left out: for sure (`skip`), or unless it holds the article (`region`)."""

    skip: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class _Hint:
    reason: str
    words: frozenset[str]
    unless: frozenset[str]


_KEPT = Judgement()
_PAGE = frozenset({"html", "body"})  # hidden until a script has run, on many a page


@cache
def _elements() -> dict[str, Judgement]:
    data = phrases("boilerplate")
    sure = {tag: Judgement(skip=reason) for tag, reason in data["elements"].items()}
    return sure | {tag: Judgement(region=reason) for tag, reason in data["uncertain-elements"].items()}


@cache
def _hints() -> tuple[_Hint, ...]:
    hints = phrases("boilerplate")["hints"]
    return tuple(_Hint(reason, frozenset(h["words"]), frozenset(h["unless"])) for reason, h in hints.items())


@cache
def _roles() -> Mapping[str, str]:
    roles: Mapping[str, str] = phrases("boilerplate")["roles"]
    return roles


@cache
def _never_hinted() -> frozenset[str]:
    return frozenset(phrases("boilerplate")["never-hinted"])


def judge_element(tag: str) -> Judgement:
    """What an element's name says."""
    return _elements().get(tag, _KEPT)


def judge(tag: str, attributes: Mapping[str, Attribute]) -> Judgement:
    """What an element's name and attributes say."""
    by_name = judge_element(tag)
    if by_name.skip or not attributes or tag in _PAGE:
        return by_name
    if hidden := _hidden(attributes):
        return Judgement(skip=hidden)
    role = attributes.get("role")
    reason = _roles().get(role.value.strip().lower()) if role else None
    if reason is not None:
        return Judgement(region=reason) if reason in {"header", "form"} else Judgement(skip=reason)
    return by_name if by_name.region or tag in _never_hinted() else _hinted(attributes)


def _hidden(attributes: Mapping[str, Attribute]) -> str | None:
    """Return why nobody is shown an element, or why only those who see are; its style outdoes its `hidden`."""
    shown = shows(attributes["style"].value) if "style" in attributes else None
    if shown is None and "hidden" in attributes and attributes["hidden"].value.lower() != "until-found":
        shown = False
    if shown is False:
        return HIDDEN
    if "aria-hidden" in attributes and attributes["aria-hidden"].value.strip().lower() == "true":
        return "aria-hidden"
    return None


def _hinted(attributes: Mapping[str, Attribute]) -> Judgement:
    named = " ".join(attributes[name].value for name in ("id", "class", "aria-label") if name in attributes)
    if not named:
        return _KEPT
    words = frozenset(part.lower() for part in _PARTS.findall(named))
    for hint in _hints():
        if not words.isdisjoint(hint.words) and words.isdisjoint(hint.unless):
            return Judgement(region=hint.reason)
    return _KEPT


def reasons(regions: Sequence[Region], drafts: Iterable[Draft]) -> list[str | None]:
    """For every region the reason why its drafts are no prose of the article, or `None`.

    A header is kept inside the article where it holds a heading, or as the only place of the main heading; a form or
    what looks like a cookie banner or reference list is kept where it holds the main heading or too much else.
    """
    if len(regions) == 1:  # as on every page without HTML
        return [None]
    titled, headed, words = _contents(regions, drafts)
    main_heading_outside = titled[0] > sum(
        titled[n] for n, r in enumerate(regions) if r.reason == "header" and not r.parent
    )
    most = phrases("boilerplate")["most-words"]
    found: list[str | None] = [None]
    for number, region in enumerate(regions[1:], 1):
        if region.reason == REFERENCES:
            kept = titled[number] > 0 or headed[number] > 1
        elif region.reason == "header":
            kept = headed[number] > 0 if region.in_article else titled[number] > 0 and not main_heading_outside
        else:
            kept = titled[number] > 0 or words[number] > most
        found.append(found[region.parent] or (None if kept else region.reason))
    return found


def _contents(regions: Sequence[Region], drafts: Iterable[Draft]) -> tuple[list[int], list[int], list[int]]:
    """How many main headings, headings and words each region holds, those of the regions inside it included."""
    titled, headed, words = ([0] * len(regions) for _ in range(3))
    for draft in drafts:
        words[draft.region] += draft.text.count(" ") + 1
        headed[draft.region] += draft.kind is BlockKind.HEADING
        titled[draft.region] += draft.kind is BlockKind.HEADING and draft.level == 1
    for number in range(len(regions) - 1, 0, -1):
        for counts in (titled, headed, words):
            counts[regions[number].parent] += counts[number]
    return titled, headed, words


def mostly_links(draft: Draft) -> bool:
    """Whether a draft is a menu entry or a pointer elsewhere rather than a sentence with links in it."""
    if not draft.linked or draft.kind in (BlockKind.HEADING, BlockKind.TABLE_CELL):
        return False
    own = len(draft.text) - draft.linked
    return draft.linked >= _MOSTLY * len(draft.text) and not (own >= 4 and draft.text.endswith(_ENDS_SENTENCE))
