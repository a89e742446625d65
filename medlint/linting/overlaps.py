"""Which of several drafts about the same words stays."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from graphlib import TopologicalSorter

from medlint.language.article import Span
from medlint.linting.drafts import Draft, overlap


def ranked(yields_to: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    """The same codes, each behind those it gives way to. Raises `CycleError` where they go round in a circle."""
    return {code: yields_to.get(code, ()) for code in TopologicalSorter(yields_to).static_order()}


def settle(drafts: Iterable[Draft], yields_to: Mapping[str, Sequence[str]]) -> tuple[Draft, ...]:
    """Keep one draft a code on overlapping words (the longest), and none whose rule yields to one kept on its words.

    `yields_to` maps each code to the codes it gives way to, in the order of `ranked`. The result is in reading order.
    """
    by_code: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_code.setdefault(draft.code, []).append(draft)
    kept: dict[str, list[Draft]] = {}  # by code, in order of place: those of one code never overlap
    for code, stronger in yields_to.items():
        if code not in by_code:
            continue
        own = kept.setdefault(code, [])
        rivals = [own, *(kept[other] for other in stronger if other in kept)]
        for draft in sorted(by_code[code], key=_longest_first):
            if not any(_meets(drafts, draft.span) for drafts in rivals):
                insort(own, draft, key=_span)
    return tuple(sorted((draft for drafts in kept.values() for draft in drafts), key=lambda d: (d.span, d.code)))


def _meets(drafts: Sequence[Draft], span: Span) -> bool:
    """Whether one of these, which are in order and never overlap, shares words with the span."""
    behind = bisect_left(drafts, Span(span.block, span.end, span.end), key=_span)
    return behind > 0 and overlap(drafts[behind - 1].span, span)


def _span(draft: Draft) -> Span:
    return draft.span


def _longest_first(draft: Draft) -> tuple[int, int]:
    return draft.span.start - draft.span.end, draft.span.start
