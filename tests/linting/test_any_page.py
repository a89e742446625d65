"""What holds of the findings on every page, however odd: they stand where they say and fit where they go."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.documents.position import Format
from medlint.documents.reading import parse
from medlint.linting.findings import Confidence
from medlint.linting.linter import Linter
from medlint.linting.messages import LIMIT
from medlint.linting.settings import Settings

SUFFIXES = {Format.MARKDOWN: "page.md", Format.HTML: "page.html", Format.TEXT: "page.txt"}
SUBJECTS = ["An epidural steroid injection (ESI)", "ESI", "It", "Radiofrequency ablation", "Our clinic", "Facet joint"]
SUBJECTS += [
    "The 2025 BMJ guideline",
    "Research",
    "Nobody",
    "If you wait, surgery",
    "\U0001f489 Injection",
    "Ep&iacute;",
]
VERBS = [
    "cures",
    "may ease",
    "does not relieve",
    "is proven to eliminate",
    "guarantees",
    "recommends against",
    "treats",
]
VERBS += [
    "is completely safe for",
    "carries no risk in",
    "has a 97% success rate in",
    "can cause stroke and infection in",
]
OBJECTS = [
    "sciatica",
    "chronic back pain",
    "pain for good",
    "9 out of 10 patients",
    "the underlying cause",
    "spinal fusion",
]
OBJECTS += [
    "lasting relief of back&nbsp;pain",
    "most people [1]",
    "0.1% (1 in 23,500)",
    "“permanent” numbness",
    "\u202epain",
]
ENDS = [".", "!", "?", ";", ":", ",", " and", " – ", "...", ""]
MARKS = [
    "**{}**",
    "*{}*",
    "[{}](https://example.org)",
    "~~{}~~",
    "<b>{}</b>",
    "<a href='/x'>{}</a>",
    "&ldquo;{}&rdquo;",
    "{}",
]
BLOCKS = [
    "# {}",
    "## {}",
    "- {}",
    "1. {}",
    "> {}",
    "| {} | x |\n|---|---|\n| y | {} |",
    "<p>{}</p>",
    "<ul><li>{}",
    "<td>{}",
]
BLOCKS += ["<h1>{}</h1>", "<blockquote>{}</blockquote>", "---\ntitle: {}\n---\n", "<title>{}</title>", "[^1]: {}", "{}"]
NOISE = st.text(
    st.one_of(st.characters(), st.sampled_from("<>&;#/!-[]()`*_~|:'\"= \n\r\t.\\{}%12\ufeff\xa0\xad\u200b\u2066"))
)


def joined(*parts):
    return st.tuples(*map(st.sampled_from, parts)).map(lambda drawn: f"{drawn[0]} {drawn[1]} {drawn[2]}{drawn[3]}")


SENTENCES = joined(SUBJECTS, VERBS, OBJECTS, ENDS)
MARKED = st.tuples(st.sampled_from(MARKS), SENTENCES).map(lambda drawn: drawn[0].format(drawn[1]))
PROSE = st.lists(st.one_of(SENTENCES, MARKED, NOISE.filter(bool)), min_size=1, max_size=4).map(" ".join)
PIECES = st.tuples(st.sampled_from(BLOCKS), PROSE).map(lambda drawn: drawn[0].replace("{}", drawn[1]))
PAGES = st.tuples(st.lists(PIECES, max_size=6), st.sampled_from(["\n\n", "\n", "\r\n\r\n", "\r", " "]))


@cache
def linter():
    return Linter(Settings(min_confidence=Confidence.LOW))


def check(source, format):
    return linter().check_text(source, SUFFIXES[format])


def stands(finding, document):
    """Whether the words of a finding are words of a block, at the very place in the source that the finding names."""
    span = finding.start.offset, finding.end.offset
    for block in document.blocks:
        at = block.text.find(finding.text)
        while at >= 0:
            if block.source_span(at, at + len(finding.text)) == span:
                return True
            at = block.text.find(finding.text, at + 1)
    return False


def line_and_column(source, offset):
    """Counted from the top, in code points."""
    lines = re.split(r"\r\n|\r|\n", source[:offset])
    return len(lines), len(lines[-1]) + 1


def assert_sound(report, document):
    assert report.error is None
    assert report.claims == report.covered + report.not_covered
    for one, other in pairwise(report.findings):
        assert (one.start.offset, one.code) <= (other.start.offset, other.code)
    for finding in report.findings:
        assert 0 <= finding.start.offset < finding.end.offset <= len(document.source)
        assert finding.text
        assert stands(finding, document)
        assert finding.sentence[0] <= finding.start.offset <= finding.sentence[1] <= len(document.source)
        for position in (finding.start, finding.end):
            assert (position.line, position.column) == line_and_column(document.source, position.offset)
        assert 0 < len(finding.message) <= LIMIT
        assert finding.message.splitlines() == [finding.message]
    marks = [finding.fingerprint for finding in report.findings]
    assert len(set(marks)) == len(marks)


@given(st.sampled_from(Format), PAGES)
def test_findings_stand_where_they_say_on_every_page(format, page):
    pieces, between = page
    source = between.join(pieces)
    assert_sound(check(source, format), parse(source, format))


@given(st.sampled_from(Format), st.one_of(NOISE, st.text(), st.binary().map(lambda raw: raw.decode("latin-1"))))
def test_no_text_is_too_odd_to_lint(format, source):
    assert_sound(check(source, format), parse(source, format))


@pytest.mark.parametrize("format", Format)
def test_the_pages_are_made_to_be_found_fault_with(format):
    source = "\n\n".join(f"{subject} cures sciatica." for subject in SUBJECTS)
    assert check(source, format).findings
