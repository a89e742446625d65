"""Rules of kind `page`."""

from __future__ import annotations

from datetime import date

import pytest
from handmade import Page, findings, rule, words
from pydantic import ValidationError

from medlint.documents.model import Metadata, Reference

FULL = Metadata(authors=("A",), reviewers=("B",), last_reviewed=date(2026, 1, 1), references=(Reference("x", 0, 1),))


@pytest.mark.parametrize("missing", ["author", "reviewer", "date", "references"])
def test_what_the_metadata_lack_is_reported_once_at_the_first_block(missing):
    case = Page(metadata=Metadata()).prose("A page.").prose("More.").judged()
    assert words(case, rule("page", {"lacks": missing})) == ["A page."]
    assert words(Page(metadata=FULL).prose("A page.").judged(), rule("page", {"lacks": missing})) == []


@pytest.mark.parametrize(("months", "found"), [(6, ["A page."]), (12, [])])
def test_a_review_can_be_too_old(months, found):
    case = Page(metadata=FULL).prose("A page.").judged()
    assert words(case, rule("page", {"older_than": months})) == found


def test_a_page_without_a_date_is_not_called_old():
    assert words(Page().prose("A page.").judged(), rule("page", {"older_than": 12})) == []


def test_an_empty_article_has_no_place_for_a_finding():
    assert words(Page().judged(), rule("page", {"lacks": "author"})) == []


def test_a_page_can_have_to_promote_something_and_to_hold_or_lack_words():
    offer = {"promotes": True, "page_with": ["call us"], "page_without": ["we are paid"]}
    assert words(Page().prose("Call us.").judged(), rule("page", offer)) == ["Call us."]
    assert words(Page().prose("Write to us.").judged(), rule("page", offer)) == []
    assert words(Page().prose("Call us.").prose("We are paid.").judged(), rule("page", offer)) == []
    assert words(Page(facts={"promotes": False}).prose("Call us.").judged(), rule("page", offer)) == []


def test_a_page_can_cite_one_site_alone():
    own = Metadata(references=(Reference("a", 0, 1, "/a"), Reference("b", 0, 1, "/b")))
    citing = rule("page", {"cites_one_site": True}, message="{cited}")
    (finding,) = findings(Page(metadata=own).prose("A page.").judged(), citing)
    assert finding.message == "the page's own site"
    assert words(Page(metadata=FULL).prose("A page.").judged(), citing) == []


def test_a_rule_without_a_condition_is_refused():
    with pytest.raises(ValidationError, match="no condition is given"):
        rule("page", {})
