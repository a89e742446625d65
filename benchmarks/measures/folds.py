"""Whether the figures on the pages hold beyond the site they come from: five folds, no site divided between two."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import pstdev

from measures.counting import ratio
from measures.engine import Engine
from measures.pages import Overstatement, Page, article_labels, overstatement
from medlint.linting.findings import Finding

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Fold:
    """The pages of some sites, how well they are read, and how well without what speaks nowhere else.

    `labels` is the accuracy of all article labels together.
    """

    sites: tuple[str, ...]
    pages: int
    score: Overstatement
    without: Overstatement
    labels: float | None


def folds_by_site(pages: Sequence[Page], count: int = FOLDS) -> list[list[Page]]:
    """The pages in at most `count` folds: the largest site first, each to the fold that has the fewest pages."""
    sites: dict[str, list[Page]] = {}
    for page in pages:
        sites.setdefault(page.site, []).append(page)
    folds: list[list[Page]] = [[] for _ in range(min(count, len(sites)))]
    for _, group in sorted(sites.items(), key=lambda item: (-len(item[1]), item[0])):
        min(folds, key=len).extend(group)
    return folds


def measure_folds(pages: Sequence[Page], engine: Engine, known: Collection[str]) -> list[Fold]:
    """Each fold's figures.

    Findings that rest on a cue or pattern which speaks neither on a page of another fold nor is among the `known`
    ones are left out of the second figure: what may be expected of a site that no cue was written for, at the worst.
    """
    cues = {id(finding): engine.cues(page.checked, finding) for page in pages for finding in page.checked.caught}
    folds = folds_by_site(pages)
    return [
        _fold(fold, [page for other in folds if other is not fold for page in other], cues, known) for fold in folds
    ]


def _fold(
    fold: Sequence[Page], others: Iterable[Page], cues: Mapping[int, frozenset[str]], known: Collection[str]
) -> Fold:
    elsewhere = {cue for page in others for finding in page.checked.caught for cue in cues[id(finding)]} | set(known)
    alone: list[Finding] = [
        finding for page in fold for finding in page.checked.caught if not cues[id(finding)] <= elsewhere
    ]
    sites = tuple(dict.fromkeys(page.site for page in fold))
    agreed, right = (sum(counts) for counts in zip(*article_labels(fold).values(), strict=True))
    return Fold(sites, len(fold), overstatement(fold), overstatement(fold, dropped=alone), ratio(right, agreed))


def spread(values: Iterable[float | None]) -> tuple[float, float, float] | None:
    """The lowest, the highest and the standard deviation of the values there are."""
    there = [value for value in values if value is not None]
    return (min(there), max(there), pstdev(there)) if there else None
