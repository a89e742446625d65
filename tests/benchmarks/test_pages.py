from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from markedpages import found, page
from measures.counting import Counts
from measures.pages import (
    Overstatement,
    article_labels,
    by_label,
    by_rule,
    load_sites,
    overstatement,
    sentence_places,
    warned,
)

TEXT = "It cures gout. It ends pain for good. It may help some. Nobody is harmed.\n\n## Safe as houses"
BOTH, ONE, NEITHER = "ends pain", "cures gout", "may help"
MARKED = ((BOTH, ONE), (BOTH,))


def labels(**values: str) -> dict[str, str]:
    return {"promotes": "yes", "risk": "none", "conservative": "absent", "limits": "absent", **values}


def test_a_line_break_or_a_full_stop_ends_a_sentence() -> None:
    places = sentence_places(TEXT)
    assert [TEXT[start:end] for start, end in places][-2:] == ["Nobody is harmed.", "## Safe as houses"]
    assert len(places) == 5


def test_a_text_of_blank_lines_has_no_sentence_but_its_words() -> None:
    assert [slice(*place) for place in sentence_places("\n\nOne\n")] == [slice(2, 5)]


def test_a_sentence_that_both_marked_must_be_found() -> None:
    assert overstatement([page(TEXT, MARKED)]) == Overstatement(flagged=0, right=0, must=1, found=0)
    assert overstatement([page(TEXT, MARKED, found(TEXT, BOTH))]) == Overstatement(1, 1, 1, 1)


def test_a_sentence_that_one_marked_is_right_to_find_and_no_loss_to_miss() -> None:
    score = overstatement([page(TEXT, MARKED, found(TEXT, BOTH), found(TEXT, ONE))])
    assert (score.precision, score.recall) == (1.0, 1.0)


def test_a_sentence_that_neither_marked_is_wrong_to_find() -> None:
    score = overstatement([page(TEXT, MARKED, found(TEXT, ONE), found(TEXT, NEITHER))])
    assert (score.precision, score.recall) == (0.5, 0.0)


def test_two_findings_on_one_sentence_count_once() -> None:
    score = overstatement([page(TEXT, MARKED, found(TEXT, "It ends"), found(TEXT, "for good", "OVS103"))])
    assert score.flagged == 1


def test_a_finding_by_a_guideline_rule_finds_a_sentence_but_is_no_overstatement() -> None:
    assert overstatement([page(TEXT, MARKED, found(TEXT, BOTH, "GDL401"))]) == Overstatement(0, 0, 1, 1)


def test_pages_are_added_up() -> None:
    assert overstatement([page(TEXT, MARKED, found(TEXT, BOTH)), page(TEXT, MARKED)]) == Overstatement(1, 1, 2, 1)


def test_recall_is_told_by_kind_of_overstatement() -> None:
    assert by_label([page(TEXT, MARKED, found(TEXT, BOTH)), page(TEXT, MARKED)]) == {"OVER:cure": (2, 1)}


def test_findings_are_told_by_rule_and_by_how_many_marked_their_sentence() -> None:
    findings = [found(TEXT, BOTH), found(TEXT, NEITHER), found(TEXT, ONE, "OVS101")]
    assert by_rule([page(TEXT, MARKED, *findings)]) == {"OVS101": (0, 1, 0), "OVS102": (1, 0, 1)}


def test_an_article_label_counts_where_the_annotators_agree() -> None:
    facts = {"risk": "none", "conservative_care": "first", "limits": "absent"}
    one = page(TEXT, MARKED, labels=(labels(risk="minor"), labels()), facts=facts)
    assert article_labels([one]) == {"risk": (0, 0), "conservative_care": (1, 0), "limits": (1, 1)}


@pytest.mark.parametrize(
    ("values", "codes", "counts"),
    [
        ({"risk": "none"}, ("RSK201",), Counts(tp=1)),
        ({"risk": "minor"}, (), Counts(fn=1)),
        ({"risk": "serious"}, ("RSK203",), Counts(fp=1)),
        ({"risk": "serious"}, (), Counts(tn=1)),
        ({"promotes": "no", "risk": "none"}, (), Counts()),
    ],
)
def test_a_page_that_promotes_and_leaves_harms_out_must_be_warned_of(
    values: dict[str, str], codes: tuple[str, ...], counts: Counts
) -> None:
    findings: list[Any] = [found(TEXT, "It", code) for code in codes]
    assert warned([page(TEXT, MARKED, *findings, labels=(labels(**values),) * 2)])["risk"] == counts


def test_a_site_is_a_repository_and_the_publisher_in_it(tmp_path: Path) -> None:
    path = tmp_path / "SOURCES.md"
    path.write_text("# Sources\n\n- a-1: someone/archive, wire/2024/one.md (LICENSE: CC0)\n- a-2: x/site, src/b.html\n")
    assert load_sites(path) == {"a-1": "archive/wire", "a-2": "site/src"}
    assert load_sites(tmp_path / "absent.md") == {}
