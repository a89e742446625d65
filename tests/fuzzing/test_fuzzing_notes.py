"""Notes in articles: they keep back what they may, lose nothing, and only for a reason that somebody can read."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from notes import WORDLESS, pages
from trying import tries

from medlint.linting.findings import Confidence
from medlint.linting.linter import Linter
from medlint.linting.settings import Settings

CURE = "An epidural steroid injection cures sciatica for good."
OPENINGS = ["<!-- ", "<!--", "<!---- ", "<!--\n", "<!-- \u200b", "<!--\ufeff ", "<!-- \u00a0"]


@cache
def linter():
    return Linter(Settings(min_confidence=Confidence.LOW))


def check(source, name, **changes):
    settings = Settings(min_confidence=Confidence.LOW, **changes)
    report = linter().with_settings(settings).check_text(source, name)
    assert report.error is None, report.trace or report.error
    return report


def places(findings):
    kept = ((each.code, each.start.offset, each.end.offset) for each in findings if each.family != "suppression")
    return sorted(kept)


@tries(60)
@given(pages())
def test_notes_neither_lose_nor_make_findings(page):
    report, bare = check(page.source, page.name), check(page.bare, page.name)
    assert not bare.suppressed
    assert places([*report.findings, *report.suppressed]) == places(bare.findings)
    assert all(each.suppression for each in report.suppressed)


@tries(60)
@given(pages(WORDLESS))
def test_a_note_without_letters_as_its_reason_keeps_nothing_back(page):
    report = check(page.source, page.name)
    assert not report.suppressed, [(each.code, each.suppression) for each in report.suppressed]


@tries(40)
@given(
    pages(), st.lists(st.sampled_from(["OVS101", "OVS", "RSK", "cure", "conservative-care"]), min_size=1, max_size=2)
)
def test_no_note_keeps_back_what_is_mandatory(page, selectors):
    report = check(page.source, page.name, mandatory=tuple(selectors))
    codes = linter().with_settings(Settings(mandatory=tuple(selectors))).mandatory
    assert codes
    assert not [each for each in report.suppressed if each.code in codes]


@tries(20)
@given(pages())
def test_no_note_keeps_back_what_is_said_of_notes(page):
    assert not [each for each in check(page.source, page.name).suppressed if each.family == "suppression"]


@tries(20)
@given(st.sampled_from(OPENINGS), WORDLESS, st.sampled_from(["-->", " -->", "\n-->", "--!>"]))
def test_a_note_on_the_whole_page_is_told_to_lack_a_reason(opening, reason, closing):
    source = f"{CURE}\n\n{opening}medlint: ignore-file[OVS101] -- {reason}{closing}\n"
    report = check(source, "page.md")
    assert not report.suppressed
    assert any(each.code == "OVS101" for each in report.findings)
