"""Searching the claims database as people spell."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tinybase import database, sound, source

from medlint.errors import UsageError
from medlint.evidence.loading import load_database
from medlint.evidence.provenance import every
from medlint.evidence.searching import identify, search
from medlint.evidence.trigrams import likeness

GOLD = yaml.safe_load((Path(__file__).parent / "linking.yaml").read_text(encoding="utf-8"))["mentions"]


@pytest.fixture(scope="module")
def shipped():
    return every(load_database())


@pytest.fixture
def tiny():
    return every(database(*sound(), sources=[source("aaa", names=["Triple A guideline"])]))


def first(entries, query):
    return search(query, entries)[0].entry.id


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kypho plasty", "kyphoplasty"),
        ("sacro iliac injecton", "sacroiliac-joint-injection"),
        ("Siatica", "radicular-pain"),
        ("radio-frequency abalation", "radiofrequency-ablation"),
        ("nerve burnning", "radiofrequency-ablation"),
        ("slipped disk", "disc-herniation"),
        ("NICE guidline 59", "nice-ng59"),
    ],
)
def test_slips_of_spelling_are_forgiven(shipped, query, found):
    assert first(shipped, query) == found


def test_most_names_of_the_linking_gold_lead_to_their_concept(shipped):
    sample = GOLD[::8]
    found = sum(case["concept"] in {hit.entry.id for hit in search(case["span"], shipped, 5)} for case in sample)
    assert found / len(sample) >= 0.9


def test_records_are_found_by_the_words_they_hold_in_any_order(shipped):
    ids = [hit.entry.id for hit in search("against epidurals BMJ", shipped, 10)]
    assert "rec-bmj-radic-epidural" in ids


def test_the_query_itself_scores_one_and_comes_first(tiny):
    hits = search("sciatica", tiny)
    assert (hits[0].entry.id, hits[0].score) == ("sciatica", 1.0)
    assert list(hits) == sorted(hits, key=lambda hit: -hit.score)


def test_a_concept_comes_before_records_on_it(tiny):
    assert first(tiny, "epidural") == "epidural"


@pytest.mark.parametrize("query", ["", "  ", "?!", "xyzzy quux"])
def test_nothing_is_found_for_nothing(tiny, query):
    assert search(query, tiny) == ()


def test_no_more_are_given_than_asked_for(tiny):
    assert len(search("epidural", tiny, 2)) == 2


def test_an_entry_is_identified_by_identifier_name_or_plural(tiny):
    for text in ("aaa", "Triple A guideline", "triple-a guidelines"):
        assert identify(text, tiny) == "aaa"


def test_an_unknown_name_is_answered_with_the_nearest(tiny):
    with pytest.raises(UsageError, match=r"called 'epidurral'; did you mean 'epidural'\?"):
        identify("epidurral", tiny)


def test_likeness_is_one_for_the_same_and_zero_for_nothing_in_common():
    assert likeness("caudal", "caudal") == 1
    assert likeness("caudal", "xyz") == 0
    assert likeness("sacro iliac", "sacroiliac") == 1
