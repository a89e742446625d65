"""What a page says twice: its metadata repeats what stands on the page, and is not reported beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from medlint.documents.model import BlockKind
from medlint.linting.drafts import Draft
from medlint.linting.judged import JudgedArticle

_PLACES = (BlockKind.TITLE, BlockKind.DESCRIPTION)  # those behind the page itself, the most seen first
_BETWEEN = re.compile(r"\s+[|\u00b7\u2022\u00bb\u2013\u2014-]\s+")  # a title and the name of its site
_ENDS = " .!?\u2026"


def folded(drafts: Sequence[Draft], case: JudgedArticle) -> list[Draft]:
    """The drafts that remain where metadata and page say the same sentence, and the same is said of it in both.

    That on the page stays, else that in the title. Sentences are the same without regard to case, spacing, the mark at
    their end and the name of the site behind them.
    """
    first: dict[tuple[str, str], int] = {}
    ranked = [(draft, (draft.code, _said(draft, case)), _rank(draft, case)) for draft in drafts]
    for _, key, rank in ranked:
        first[key] = min(rank, first.get(key, rank))
    return [draft for draft, key, rank in ranked if rank == first[key]]


def _rank(draft: Draft, case: JudgedArticle) -> int:
    return 0 if case.in_body(draft.span) else 1 + _PLACES.index(case.block(draft.span).kind)


def _said(draft: Draft, case: JudgedArticle) -> str:
    """The sentence in which a draft stands, or the part of it up to the name of a site, as it is compared."""
    sentence = case.sentence(draft.span)
    text, start = sentence.text, 0
    if not case.in_body(draft.span):
        at = draft.span.start - sentence.span.start
        breaks = list(_BETWEEN.finditer(text))
        start = max((each.end() for each in breaks if each.end() <= at), default=0)
        text = text[: min((each.start() for each in breaks if each.start() >= at), default=len(text))]
    return " ".join(text[start:].casefold().split()).rstrip(_ENDS)
