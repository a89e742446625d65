"""Rules of kind `phrase`."""

from __future__ import annotations

import pytest
from handmade import RECORDS, Page, database, findings, requirement, rule, words
from pydantic import ValidationError

from medlint.documents.model import BlockKind
from medlint.evidence.models import Requirement
from medlint.language.article import Topic
from medlint.linting.quotations import in_quotes

EPIDURAL = Topic(("epidural",))


def wonder(**conditions):
    return rule("phrase", {"phrases": ["wonder cure"], "topic": "any", **conditions})


@pytest.mark.parametrize("text", ["A Wonder Cure for you.", "It is a wonder-cure.", "Wonder cures exist."])
def test_a_phrase_is_found_whatever_its_case_number_and_hyphens(text):
    assert len(words(Page().prose(text).judged(), wonder())) == 1


@pytest.mark.parametrize(
    ("excuse", "text"),
    [
        ("negated", "It is not a wonder cure."),
        ("quoted", "They sell it as a “wonder cure” today."),
        ("asked", "Is it a wonder cure?"),
        ("hedged", "It may be a wonder cure."),
    ],
)
def test_words_that_are_denied_quoted_asked_or_hedged_are_excused(excuse, text):
    case = Page().prose(text).judged()
    others = [name for name in ("negated", "quoted", "asked", "hedged") if name != excuse]
    assert words(case, wonder()) == []
    assert words(case, wonder(unless=others)) == ["wonder cure"]


def test_quoted_blocks_are_excused_and_metadata_is_left_out():
    assert words(Page().prose("A wonder cure.", BlockKind.QUOTE).judged(), wonder()) == []
    assert words(Page().prose("A wonder cure.", BlockKind.TITLE).judged(), wonder()) == []
    assert words(Page().prose("A wonder cure.", BlockKind.TITLE).judged(), wonder(**{"in": ["title"]})) == [
        "wonder cure"
    ]


def test_the_sentence_can_have_to_speak_of_a_treatment():
    about = {"about": ["injection"], "topic": "intervention"}
    assert words(Page().prose("A wonder cure.", topic=EPIDURAL).judged(), wonder(**about)) == ["wonder cure"]
    assert words(Page().prose("A wonder cure.").judged(), wonder(**about)) == []


def test_a_span_is_in_its_own_sentence():
    (finding,) = findings(Page().prose("It rains. A wonder cure.").judged(), wonder())
    assert (finding.start.offset, finding.end.offset, finding.sentence) == (12, 23, (10, 24))


LIMIT = {"phrases": ["(maximum|limit) of # shots"], "about": ["injection"], "unsupported": ["maximum"]}


@pytest.mark.parametrize("number", ["3", "three"])
def test_a_limit_that_no_clinician_sets_is_found_with_the_payers_rule(number):
    text = f"Have a maximum of {number} shots."
    (finding,) = findings(Page().prose(text, topic=EPIDURAL).judged(), rule("phrase", LIMIT))
    assert finding.text == f"maximum of {number} shots"
    assert [note.record for note in finding.evidence] == ["req-maximum"]


def test_a_limit_that_a_clinician_sets_is_left_alone():
    clinical = (Requirement, requirement("req-clinical", "maximum", value="three in a year"))
    case = Page().prose("Have a maximum of 3 shots.", topic=EPIDURAL).judged(database(*RECORDS, clinical))
    assert words(case, rule("phrase", LIMIT)) == []
    other = Page().prose("Have a maximum of 5 shots.", topic=EPIDURAL).judged(database(*RECORDS, clinical))
    assert words(other, rule("phrase", LIMIT)) == ["maximum of 5 shots"]


def test_a_broken_phrase_is_refused():
    with pytest.raises(ValidationError, match="unbalanced"):
        rule("phrase", {"phrases": ["a (b"]})


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('say "it" now', True),
        ("say “it” now", True),
        ("say ‘it’ now", True),
        ("sag „it“ nun", True),
        ("dire «it» adesso", True),
        ("She says: “So. And it is so. Yes.”", True),
        ('"so" it is', False),
        ("don’t it", False),
    ],
)
def test_quotation_marks_must_open_before_and_close_after(text, quoted):
    assert in_quotes(text, text.index("it")) is quoted


def test_words_can_be_wanted_or_unwanted_in_the_same_sentence():
    case = Page().prose("A wonder cure for you. A wonder cure for mice.").judged()
    assert len(words(case, wonder())) == 2
    assert [finding.start.offset for finding in findings(case, wonder(**{"with": ["(you|your)"]}))] == [2]
    assert [finding.start.offset for finding in findings(case, wonder(without=["mice"]))] == [2]


def test_words_can_be_wanted_or_unwanted_anywhere_on_the_page():
    case = Page().prose("A wonder cure.").prose("Call us today.").judged()
    assert words(case, wonder(page_with=["call us"])) == ["wonder cure"]
    assert words(case, wonder(page_with=["write to us"])) == []
    assert words(case, wonder(page_without=["write to us"])) == ["wonder cure"]
    assert words(case, wonder(page_without=["call us"])) == []


def test_a_broken_phrase_is_refused_wherever_it_stands():
    for key in ("with", "without", "page_with", "page_without"):
        with pytest.raises(ValidationError, match="unbalanced"):
            wonder(**{key: ["a (b"]})


SHARES = {"phrases": ["# % or # in #"], "topic": "any", "contradicting": ["percent", "part", "whole"]}


def test_numbers_count_only_where_they_contradict_one_another():
    case = Page().prose("It is 0.2% or 1 in 20,000. It is 0.2% or 1 in 500.").judged()
    assert words(case, rule("phrase", SHARES)) == ["0.2% or 1 in 20,000"]


def test_alternatives_can_differ_in_confidence():
    unsure = rule("phrase", [{"phrases": ["wonder cure"], "topic": "any", "confidence": "low"}])
    assert words(Page().prose("A wonder cure.").judged(), unsure) == []
