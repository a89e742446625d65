"""Phrases found in a text, and texts in which nothing can be counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.language.figures import figures_in, may_count
from medlint.language.horizons import times_in
from medlint.language.phrases import PhraseIndex
from medlint.language.tokens import tokenise

INDEX = PhraseIndex.of(
    [
        ("pain", "one"),
        ("back pain", "two"),
        ("low-back pain", "three"),
        ("sacroiliac joint", "four"),
        ("non surgical", "five"),
        ("pain", "six"),
    ]
)
WORDS = st.sampled_from(
    ["pain", "back", "low", "low-back", "(", ")", "(SI)", "sacroiliac", "joint", "-", "x", "relief."]
)
COUNTED = st.sampled_from(
    [
        "one",
        "nine",
        "in",
        "out of",
        "ten",
        "every",
        "2",
        "70%",
        "per cent",
        "of",
        "WEEKS",
        "week",
        "days.",
        "a",
        "(six",
        "ones",
    ]
)


def found(text: str) -> list[tuple[str, str]]:
    """What is found, by its label and its words."""
    tokens = tokenise(text)
    return [(hit.label, text[tokens.starts[hit.first] : tokens.ends[hit.last - 1]]) for hit in INDEX.find(tokens)]


def test_longer_phrases_come_before_shorter_ones_and_overlap():
    assert found("Low back pain") == [
        ("three", "Low back pain"),
        ("two", "back pain"),
        ("one", "pain"),
        ("six", "pain"),
    ]


def test_hyphens_and_a_bracketed_word_are_looked_through():
    assert found("low-back pain")[0] == ("three", "low-back pain")
    assert found("sacroiliac (SI) joint") == [("four", "sacroiliac (SI) joint")]
    assert found("sacroiliac (SI or no) joint") == []


def test_what_begins_with_non_is_found_in_one_word_too():
    assert found("nonsurgical, non-surgical") == [("five", "nonsurgical"), ("five", "non-surgical")]


@pytest.mark.parametrize("text", ["", "painful", "pain\U0001f600", "back,pain x"])
def test_only_whole_words_are_found(text):
    assert {words for _, words in found(text)} <= {"pain"}


@given(st.lists(WORDS, max_size=9).map(" ".join))
def test_what_is_found_is_what_a_plain_search_finds(text):
    tokens = tokenise(text)
    places = [place for place, key in enumerate(tokens.keys) if key != "-"]
    wanted = {
        (label, places[first], places[last - 1] + 1)
        for number, row in enumerate(INDEX.rows)
        for first in range(len(places))
        for last in range(first + 1, len(places) + 1)
        if INDEX.alphabet.spell(tokens.keys[place] for place in places[first:last]) == row
        for label in INDEX.labels[INDEX.senses[number]]
    }
    hits = INDEX.find(tokens)
    assert wanted <= set(hits)
    assert all("(" in tokens.keys[hit.first : hit.last] for hit in set(hits) - wanted)
    assert [(hit.first, -hit.last) for hit in hits] == sorted((hit.first, -hit.last) for hit in hits)


@given(st.lists(COUNTED, max_size=8).map(" ".join))
def test_a_text_with_a_figure_or_a_span_of_time_may_count(text):
    if [*figures_in(text), *times_in(text)]:
        assert may_count(tokenise(text))


def test_a_text_that_may_not_count_is_told_by_its_words():
    assert not may_count(tokenise("Warmth may help for a while."))


def test_hyphens_alone_are_no_phrase():
    index = PhraseIndex.of([("-", "hyphen"), ("", "nothing"), ("pain", "one")])
    assert [hit.label for hit in index.find(tokenise("Low-back pain - often"))] == ["one"]


def test_no_phrase_leads_across_the_end_of_a_sentence():
    assert found("It hurts low back. Pain eases.") == [("one", "Pain"), ("six", "Pain")]


def test_a_word_that_stands_for_two_is_still_one_word():
    assert found("In N.C. back pain eases.")[0] == ("two", "back pain")
