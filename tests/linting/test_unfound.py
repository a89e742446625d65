"""Why a bad example is not found: what is known is said, nothing is guessed."""

from __future__ import annotations

import pytest
from handmade import Page, rule

from medlint.documents.model import BlockKind
from medlint.language.article import Assertion, ClaimKind, Effect, Topic
from medlint.linting.unfound import why_unfound


def why(page, kind, when, found=(), **changes):
    return why_unfound(rule(kind, when, **changes), page.judged(), found)


WONDER = {"phrases": ["wonder cure"], "topic": "any"}


def test_a_phrase_that_does_not_stand_there():
    assert why(Page().prose("A good cure."), "phrase", WONDER) == ("no phrase of it stands there",)


@pytest.mark.parametrize(
    ("text", "excuse"),
    [("It is not a wonder cure.", "negated"), ("A “wonder cure” it is.", "quoted"), ("A wonder cure?", "asked")],
)
def test_a_phrase_that_is_excused(text, excuse):
    assert why(Page().prose(text), "phrase", WONDER) == (f"the phrase “wonder cure” is excused: {excuse}",)


def test_a_phrase_in_a_block_that_does_not_count():
    page = Page().prose("A wonder cure.", BlockKind.HEADING)
    said = why(page, "phrase", {**WONDER, "in": ["paragraph"]})
    assert said == ("the phrase “wonder cure” stands in a heading, which 'in' does not list",)


def test_a_phrase_of_which_the_sentence_speaks_of_something_else():
    page = Page().prose("A wonder cure.", topic=Topic(("tablet",)))
    said = why(page, "phrase", {"phrases": ["wonder cure"], "about": ["injection"]})
    assert said == (
        "the phrase “wonder cure” stands where 'topic', 'about', 'not_about' or 'sells' does not hold",
    )  # fmt: skip


def test_a_phrase_for_which_other_conditions_do_not_hold():
    said = why(Page().prose("A wonder cure."), "phrase", {**WONDER, "with": ["trial"]})
    assert said == ("the phrase “wonder cure” stands there, but another condition does not hold",)


def test_a_sentence_in_which_no_claim_is_read():
    said = why(Page().prose("We are open."), "claim", {"kinds": ["cure"]})
    assert said == ("no claim is read there; 'medlint extract --why' shows how a sentence is read",)


def test_a_claim_is_told_as_it_is_read_with_the_conditions_that_it_does_not_meet():
    page = Page().prose("Does it relieve pain?").claim("relieve", effect=Effect.MAY, said=Assertion(asked=True))
    said = why(page, "claim", {"kinds": ["cure"], "min_effect": "can"})
    assert said == (
        "“relieve” is read as efficacy, may, asked, of epidural, supported; the rule asks otherwise in: "
        "kinds, min_effect, asked",
    )


def test_of_alternatives_the_one_counts_that_is_nearly_met():
    page = Page().prose("It relieves pain.").claim("relieves")
    said = why(page, "claim", [{"kinds": ["cure"], "boosted": True}, {"min_effect": "absolute"}])
    assert said[0].endswith("the rule asks otherwise in: min_effect")


def test_a_claim_on_a_page_that_is_not_as_asked():
    page = Page().prose("It cures pain.").claim("cures", ClaimKind.CURE)
    said = why(page, "claim", {"kinds": ["cure"], "page_with": ["trial"]})
    assert said[0].endswith("; the page is not as the rule asks")


def test_a_rule_on_what_is_untold_names_the_treatments_that_are_read():
    page = Page().prose("It relieves pain.").claim("relieves")
    when = {"promoted": True, "lacks": "phrases", "page_without": ["relieves"]}
    assert why(page, "disclosure", when) == ("the treatments that are read there: epidural (promoted)",)
    assert why(Page().prose("Open."), "disclosure", when) == ("the treatments that are read there: none",)


def test_a_rule_on_pages():
    said = why(Page().prose("We are open."), "page", {"page_with": ["call us"]})
    assert said == ("not all that it asks of a page holds",)


def test_yielding_is_spoken_of_only_where_it_may_be_the_reason():
    page = Page().prose("A wonder cure.")
    gave_way = why(page, "phrase", WONDER, ["OVS101", "OVS102"], yields_to=["OVS102"])
    assert gave_way == ("“wonder cure” is seen, but the rule yields to OVS102",)
    held = why(page, "phrase", WONDER, ["OVS101"], yields_to=["OVS102"])
    assert held == ("“wonder cure” is seen, but something keeps it back",)
