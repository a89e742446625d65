"""Finds the parts of a page that are headed as something else than the article: references, related pages, boxes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from medlint.documents.drafts import Draft
from medlint.documents.model import BlockKind
from medlint.documents.phrases import phrases, plain

REFERENCES = "references"
RELATED = "related"
INVITATION = "invitation"
_LIST_ONLY = 7  # below every heading: such a part ends where its list ends
_SUBSTANTIAL_WORDS = 40
_CITATION = re.compile(r"\bet al\b|\bdoi\b|\bpmid\b|\b(?:19|20)\d\d\s*[;:]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    reason: str
    level: int
    inferred: bool


@cache
def _names(reason: str) -> tuple[frozenset[str], tuple[str, ...]]:
    names = phrases("sections")[reason]
    return frozenset(names["exact"]), tuple(names["prefixes"])


@cache
def _cues() -> AhoCorasick:
    """All cues, looked for at once."""
    return AhoCorasick(phrases("sections")["disclaimer-cues"]["cues"])


def heads(text: str) -> str | None:
    """What a heading `text` opens: "references", "related", "invitation" or `None` for a part of the article."""
    name = plain(text)
    for reason in (REFERENCES, RELATED, INVITATION):
        exact, prefixes = _names(reason)
        if name in exact or (prefixes and name.startswith(prefixes)):
            return reason
        if all(part in exact for part in name.split(" and ")):
            return reason
    return None


def heads_disclaimer(text: str) -> bool:
    """Whether a heading `text` opens a disclaimer."""
    names = phrases("sections")["disclaimer-headings"]
    words = plain(text).split()
    return " ".join(words) in names["exact"] or (
        len(words) <= names["longest"] and not set(names["words"]).isdisjoint(words)
    )


def disclaims(draft: Draft) -> bool:
    """Whether a paragraph says by itself that it is a disclaimer."""
    if draft.text.count(" ") >= phrases("sections")["disclaimer-cues"]["longest"]:
        return False
    return bool(_cues().find_matches_as_indexes(draft.text.lower()))


def cites(draft: Draft) -> bool:
    """Whether a footnote is a citation rather than a remark."""
    return bool(draft.links) or _CITATION.search(draft.text) is not None


def outside(drafts: Sequence[Draft]) -> list[str | None]:
    """For every draft the reason why its part of the page is not the article, or `None`.

    Such a part runs from its heading to the next one of the same or a higher level. Headings that are only inferred end
    it where they are known names, or where a long paragraph follows.
    """
    found: list[str | None] = []
    part: _Part | None = None
    for number, draft in enumerate(drafts):
        following = drafts[number + 1] if number + 1 < len(drafts) else None
        if part is not None and _ends(part, draft, following):
            part = None
        part = _opened(draft, following) or part
        found.append(part.reason if part is not None and not _kept(draft, part) else None)
    return found


def _ends(part: _Part, draft: Draft, following: Draft | None) -> bool:
    if part.level == _LIST_ONLY:
        return draft.kind is not BlockKind.LIST_ITEM
    if draft.kind is not BlockKind.HEADING or draft.level > part.level:
        return False
    return not draft.inferred or heads_disclaimer(draft.text) or (following is not None and _substantial(following))


def _opened(draft: Draft, following: Draft | None) -> _Part | None:
    """The part that a heading opens, or a paragraph that is named like one and stands before a list."""
    listed = following is not None and following.kind is BlockKind.LIST_ITEM
    titled = draft.kind is BlockKind.HEADING
    if not titled and not (draft.kind is BlockKind.PARAGRAPH and listed and draft.text.count(" ") < 6):
        return None
    reason = heads(draft.text)
    if reason is None:
        return None
    if titled and draft.inferred and reason == RELATED and following is not None and _substantial(following):
        return None  # a stray "Read more" in the middle of the text
    return _Part(reason, draft.level if titled else _LIST_ONLY, draft.inferred)


def _substantial(draft: Draft) -> bool:
    """Whether a draft is a long paragraph of the article rather than an entry, a teaser or a disclaimer."""
    if draft.kind is not BlockKind.PARAGRAPH or draft.text.count(" ") < _SUBSTANTIAL_WORDS:
        return False
    return not draft.text.endswith(("...", "?")) and _CITATION.search(draft.text) is None and not disclaims(draft)


def _kept(draft: Draft, part: _Part) -> bool:
    return part.reason == RELATED and draft.kind is BlockKind.PARAGRAPH and disclaims(draft)
