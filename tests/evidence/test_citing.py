"""Citing records to readers, and guessing what a misspelt name meant."""

from __future__ import annotations

import pytest
from tinybase import CHECKED, DUE, controversy, database, evidence, source, wording

from medlint.evidence.citing import cite
from medlint.evidence.similar import hint, similar


def test_a_fact_is_cited_with_its_source():
    made = source("bmj", organisation="BMJ", title="Back pain", year=2025)
    citation = cite("ev-a", database(evidence("ev-a", source="bmj"), sources=[made]))
    assert (citation.record, citation.source, citation.title, citation.year, citation.says) == (
        "ev-a",
        "bmj",
        "BMJ: Back pain",
        2025,
        "So it is.",
    )


def test_a_controversy_is_cited_with_both_sides():
    citation = cite("ctr-a", database(controversy("ctr-a", "society")))
    assert citation.says == "whether it helps. For: It helps. Against: It fails."
    assert (citation.source, citation.title, citation.year) == ("", "tiny", 2026)


def test_a_gap_is_cited_with_what_was_searched():
    gap = {
        "id": "gap-a",
        "interventions": ["tonic"],
        "searched": "three libraries",
        "checked_on": CHECKED,
        "review_by": DUE,
    }
    assert cite("gap-a", database(gap)).says == "No guideline on it was found: three libraries"


def test_wording_is_cited_as_it_may_be_said():
    citation = cite("say-a", database(wording("say-a")))
    assert (citation.says, citation.year) == ("Honest words on effect.", None)


def test_an_unknown_record_cannot_be_cited():
    with pytest.raises(KeyError):
        cite("nothing", database())


def test_similar_names_come_likeliest_first_and_far_ones_not_at_all():
    known = ["spinal-injection", "epidural", "epidural-caudal", "kyphoplasty"]
    assert similar("epidurl", known)[0] == "epidural"
    assert similar("xyzzy", known) == ()
    assert len(similar("epidural", known, most=1)) == 1


def test_a_hint_ends_a_message_or_is_empty():
    assert hint("epidurl", ["epidural"]) == "; did you mean 'epidural'?"
    assert hint("xyzzy", ["epidural"]) == ""
