"""Which of several drafts about the same words stays."""

from __future__ import annotations

from medlint.language.article import Span
from medlint.linting.drafts import Draft
from medlint.linting.overlaps import settle

YIELDS = {"CURE": [], "OTHER": [], "BEST": ["CURE"], "ABOVE": ["CURE", "BEST"]}


def kept(*drafts):
    made = [Draft(code, Span(block, start, end)) for code, block, start, end in drafts]
    return [(draft.code, draft.span.start, draft.span.end) for draft in settle(made, YIELDS)]


def test_a_rule_gives_way_on_overlapping_words_to_those_it_yields_to():
    assert kept(("ABOVE", 0, 0, 10), ("CURE", 0, 5, 15)) == [("CURE", 5, 15)]


def test_words_that_only_touch_or_stand_in_another_block_do_not_overlap():
    assert kept(("ABOVE", 0, 0, 5), ("CURE", 0, 5, 9)) == [("ABOVE", 0, 5), ("CURE", 5, 9)]
    assert kept(("ABOVE", 0, 0, 5), ("CURE", 1, 0, 5)) == [("ABOVE", 0, 5), ("CURE", 0, 5)]


def test_rules_that_do_not_yield_both_stay():
    assert kept(("OTHER", 0, 0, 5), ("CURE", 0, 0, 5)) == [("CURE", 0, 5), ("OTHER", 0, 5)]


def test_a_draft_that_gave_way_itself_silences_nobody():
    found = kept(("CURE", 0, 0, 4), ("BEST", 0, 3, 10), ("ABOVE", 0, 8, 14))
    assert found == [("CURE", 0, 4), ("ABOVE", 8, 14)]


def test_one_rule_says_one_thing_of_the_same_words_and_keeps_the_longest():
    assert kept(("CURE", 0, 2, 5), ("CURE", 0, 0, 9), ("CURE", 0, 0, 9)) == [("CURE", 0, 9)]


def test_what_stays_is_in_reading_order_then_in_order_of_code():
    assert kept(("CURE", 0, 8, 9), ("BEST", 0, 1, 2), ("ABOVE", 0, 4, 5)) == [
        ("BEST", 1, 2),
        ("ABOVE", 4, 5),
        ("CURE", 8, 9),
    ]
