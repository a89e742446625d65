"""Which of several drafts about the same words stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from graphlib import TopologicalSorter

from medlint.linting.drafts import Draft, overlap


def settle(drafts: Iterable[Draft], yields_to: Mapping[str, Sequence[str]]) -> tuple[Draft, ...]:
    """Keep one draft a code on overlapping words (the longest), and none whose rule yields to one kept on its words.

    `yields_to` maps each code to the codes it gives way to and holds no circle. The result is in reading order.
    """
    by_code: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_code.setdefault(draft.code, []).append(draft)
    kept: dict[int, list[Draft]] = {}  # by block
    for code in TopologicalSorter(yields_to).static_order():
        stronger = frozenset(yields_to.get(code, ()))
        for draft in sorted(by_code.get(code, ()), key=_longest_first):
            rivals = kept.setdefault(draft.span.block, [])
            if not any(rival.code in stronger | {code} and overlap(rival.span, draft.span) for rival in rivals):
                rivals.append(draft)
    return tuple(sorted((draft for drafts in kept.values() for draft in drafts), key=lambda d: (d.span, d.code)))


def _longest_first(draft: Draft) -> tuple[int, int]:
    return draft.span.start - draft.span.end, draft.span.start
