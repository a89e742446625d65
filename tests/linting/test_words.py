"""Literal phrases in running text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.linting.wordkeys import number_of, numbers_in
from medlint.linting.words import Found, WordIndex

INDEX = WordIndex.of(
    ["quick fix", "quick fix of all pain", "fix", "(maximum|limit) of # (shot|injection)s", "a # (year|month)s"]
)


def found(text):
    return [text[hit.start : hit.end] for hit in INDEX.find(text)]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("It is a quick fix.", ["quick fix"]),
        ("A QUICK-FIX, they say", ["QUICK-FIX"]),
        ("quick “fix”", ["quick “fix"]),
        ("It fixes it", ["fixes"]),
        ("quick. Fix", ["Fix"]),
        ("prefix and fixture", []),
        ("a quick fix of all pain", ["quick fix of all pain"]),
        ("a quick fix of all things", ["quick fix"]),
        ("fix fix", ["fix", "fix"]),
        ("", []),
    ],
)
def test_the_longest_phrase_at_each_place(text, hits):
    assert found(text) == hits


def test_a_number_sign_stands_for_a_number_in_digits_or_words():
    hits = list(INDEX.find("a maximum of 3 injections, or a limit of four shots"))
    assert [hit.numbers for hit in hits] == [(3,), (4,)]
    assert found("a maximum of few injections") == []


def test_a_star_stands_for_one_to_four_words():
    index = WordIndex.of(["risk of * by #"])
    assert [hit.numbers for hit in index.find("risk of a stroke by 3")] == [(3,)]
    assert list(index.find("risk of by 3")) == []
    assert list(index.find("risk of one two three four five by 3")) == []
    assert list(index.find("risk of this, or that, by 3")) == []


def test_square_brackets_stand_for_round_ones():
    assert [hit.numbers for hit in WordIndex.of(["# % [ # in #"]).find("It is 0.5% (1 in 200).")] == [(0.5, 1, 200)]


def test_a_failed_try_leaves_no_number_behind():
    assert list(INDEX.find("a 3 fix")) == [Found(4, 7)]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("3", 3),
        ("three", 3),
        ("few", None),
        ("12345", 12345),
        ("23,500", 23500),
        ("0.235", 0.235),
        ("1.2.3", None),
        ("1234567890123", None),
        ("²", None),
    ],
)
def test_what_counts_as_a_number(word, number):
    assert number_of(word) == number


def test_all_numbers_of_a_text():
    assert numbers_in("Three in 6 months, at most 4; 6 again") == {3, 4, 6}


@pytest.mark.parametrize("template", ["", "()", "a (b", "—"])
def test_a_template_without_words_or_with_stray_brackets_is_refused(template):
    with pytest.raises(ValueError, match=r"without a word|unbalanced"):
        WordIndex.of([template])


@given(st.text(alphabet="quick fixof al pn#3.,-“ ", max_size=60))
def test_hits_stand_in_order_and_apart(text):
    hits = list(INDEX.find(text))
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))
