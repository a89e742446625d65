from __future__ import annotations

from typing import Any

import pytest
from markedpages import Cued, found, page
from measures.folds import folds_by_site, measure_folds, spread
from measures.pages import Page

TEXT = "It cures gout. It ends pain for good."
MARKED = (("cures gout", "ends pain"),) * 2
FACTS = {"risk": "none", "conservative_care": "absent", "limits": "absent"}
LABELS = ({"risk": "none", "conservative": "first", "limits": "absent"},) * 2
ENGINE: Any = Cued()


def of(site: str, *cues: str, number: int = 1) -> Page:
    findings = [found(TEXT, "cures gout", cues=cues)] if cues else []
    return page(TEXT, MARKED, *findings, id=f"{site}-{number}", site=site, facts=FACTS, labels=LABELS)


def test_no_site_is_divided_and_folds_are_as_even_as_can_be() -> None:
    pages = [
        of(site, number=number) for site, size in (("a", 4), ("b", 2), ("c", 1), ("d", 1)) for number in range(size)
    ]
    folds = folds_by_site(pages, 3)
    assert [sorted({page.site for page in fold}) for fold in folds] == [["a"], ["b"], ["c", "d"]]


def test_there_are_no_more_folds_than_sites() -> None:
    assert len(folds_by_site([of("a"), of("b")])) == 2


def test_a_finding_counts_unaided_if_its_cues_speak_in_another_fold() -> None:
    first, second = measure_folds([of("a", "cure"), of("b", "cure")], ENGINE, known=())
    assert (first.without.recall, second.without.recall) == (0.5, 0.5)


@pytest.mark.parametrize(("known", "recall"), [((), 0.0), (("rare",), 0.5)])
def test_a_finding_by_a_cue_of_one_fold_counts_unaided_if_it_is_known(known: tuple[str, ...], recall: float) -> None:
    first, _ = measure_folds([of("a", "cure", "rare"), of("b", "cure")], ENGINE, known)
    assert (first.score.recall, first.without.recall) == (0.5, recall)


def test_a_cue_on_two_pages_of_one_site_is_no_cue_of_another() -> None:
    first, _ = measure_folds([of("a", "cure"), of("a", "cure", number=2), of("b")], ENGINE, known=())
    assert (first.score.found, first.without.found) == (2, 0)


def test_the_labels_of_a_fold_are_taken_together() -> None:
    (only,) = measure_folds([of("a")], ENGINE, known=())
    assert only.labels == pytest.approx(2 / 3)


def test_the_spread_leaves_out_what_is_no_number() -> None:
    assert spread([0.5, None, 1.0]) == (0.5, 1.0, 0.25)
    assert spread([None]) is None
