"""What title, description and heading of a page say alike is reported once."""

from __future__ import annotations

import pytest
from handmade import Page, findings, rule

from medlint.documents.model import BlockKind
from medlint.linting.linter import Linter
from medlint.linting.settings import Settings

ANY = rule("claim", {})
PAGE = """\
<head><title>Epidural steroid injections cure sciatica | Spine Clinic</title>
<meta name="description" content="Epidural steroid injections cure sciatica."></head>
<main>{note}<h1>Epidural steroid injections cure sciatica</h1><p>More on this page.</p></main>
"""


def lines(*blocks):
    """The lines of what is found on blocks of a claim each, given as kind and text."""
    page = Page()
    for kind, text in blocks:
        page.prose(text, kind).claim("relieves")
    return [finding.start.line for finding in findings(page.judged(), ANY)]


@pytest.mark.parametrize(
    "title",
    ["It relieves pain", "it  relieves pain.", "It relieves pain | Spine Clinic", "Clinic \u2013 It relieves pain"],
)
def test_a_title_that_the_page_repeats_is_reported_on_the_page(title):
    assert lines((BlockKind.TITLE, title), (BlockKind.HEADING, "It relieves pain")) == [2]


def test_a_description_that_the_page_repeats_is_reported_on_the_page():
    said = [(BlockKind.DESCRIPTION, "It relieves pain."), (BlockKind.PARAGRAPH, "It relieves pain.")]
    assert lines(*said) == [2]


def test_title_and_description_that_the_page_does_not_repeat_are_reported_at_the_title():
    said = [(BlockKind.DESCRIPTION, "It relieves pain."), (BlockKind.TITLE, "It relieves pain")]
    assert lines(*said, (BlockKind.PARAGRAPH, "It relieves a lot.")) == [2, 3]


def test_the_other_part_of_a_title_is_reported_beside_the_page():
    said = [(BlockKind.TITLE, "Sciatica \u2013 it relieves pain"), (BlockKind.HEADING, "It relieves sciatica")]
    assert lines(*said) == [1, 2]


def test_what_the_page_itself_says_twice_is_reported_twice():
    assert lines((BlockKind.HEADING, "It relieves pain"), (BlockKind.PARAGRAPH, "It relieves pain.")) == [1, 2]


@pytest.fixture(scope="module")
def cures():
    return Linter(Settings(select=("cure", "SUP")))


def test_a_page_of_html_is_told_once_at_its_heading(cures):
    assert [finding.start.line for finding in cures.check_text(PAGE.format(note=""), "page.html").findings] == [3]


def test_a_note_at_the_heading_keeps_the_twins_back_too(cures):
    note = "<!-- medlint: ignore[cure] -- quoted as an example -->"
    report = cures.check_text(PAGE.format(note=note), "page.html")
    assert [len(report.findings), len(report.suppressed)] == [0, 1]
