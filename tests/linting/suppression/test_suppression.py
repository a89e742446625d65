"""Notes that keep findings back: a table of cases, then what the report says of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from medlint.documents.model import Comment
from medlint.documents.position import Format
from medlint.documents.reading import parse
from medlint.linting.findings import Confidence, Suppression
from medlint.linting.linter import Linter
from medlint.linting.settings import Settings
from medlint.linting.suppression.directives import Directive, Unreadable, directives
from medlint.linting.suppression.ranges import ranges

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
CURE = "Epidural steroid injections cure sciatica."
TODAY = date(2027, 6, 30)


@pytest.fixture(scope="module")
def base():
    return Linter()


def linted(base, case):
    settings = Settings(
        select=tuple(case.get("select", ())),
        min_confidence=Confidence(case.get("confidence", "medium")),
        mandatory=tuple(case.get("mandatory", ())),
        today=case.get("today", TODAY),
    )
    return base.with_settings(settings).check_text(case["text"].replace("{cure}", CURE), case.get("file", "page.md"))


def lines(findings):
    return [finding.start.line for finding in findings if finding.code == "OVS101"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"].replace(" ", "-"))
def test_a_note(case, base):
    report = linted(base, case)
    notes = [f"{finding.start.line} {finding.code}" for finding in report.findings if finding.family == "suppression"]
    assert lines(report.findings) == case.get("kept", [])
    assert lines(report.suppressed) == case.get("suppressed", [])
    assert notes == case.get("notes", [])


@pytest.mark.parametrize(
    "reason",
    [
        "", " ", ".", "-", "x", "xx", "Xx XX", "a b", "12", "_", "\u00a0", "\u200b", "\u2060\ufeff", "\u00ad", "\u202e",
        "\u3164", "\u2800", "\uffa0\uffa0", "\u115f\u1160", "\u17b4\u17b5", "\u0301", "e\u0301\u0301", "\ufe0f",
        "\U000e0041", "\U000e0155", "&nbsp;", "&#8203;", "&amp;nbsp;", "&zwnj;&zwnj;", "<br>", "…", "😀", "ʰʰ",
    ],
)  # fmt: skip
@pytest.mark.parametrize("file", ["page.md", "page.html"])
def test_a_sign_in_the_place_of_a_reason_is_none(base, reason, file):
    page = f"<!-- medlint: ignore-file[OVS101] -- {reason} -->\n\n<p>{CURE}</p>\n"
    report = linted(base, {"text": page, "file": file})
    assert (lines(report.findings), report.suppressed) == ([3], ())
    assert [finding.code for finding in report.findings if finding.family == "suppression"] == ["SUP003"]


@pytest.mark.parametrize(
    "reason", ["ok", "quoted", "цитата", "引用文", "TRIAL-7", "&eacute;t&eacute;", "q\u200buoted", "e\u0301te\u0301"]
)
def test_a_word_of_two_different_letters_is_a_reason(base, reason):
    report = linted(base, {"text": f"<!-- medlint: ignore-file[OVS101] -- {reason} -->\n\n{CURE}\n"})
    assert lines(report.suppressed) == [3]


@pytest.mark.parametrize(
    "reason", ['"ignore[OVS101] -- \\u200b"', "ignore[OVS101] -- x", "'disable[OVS101] -- \u3164'"]
)
def test_front_matter_needs_a_reason_as_well(base, reason):
    report = linted(base, {"text": f"---\nmedlint: {reason}\n---\n\n{CURE}\n"})
    assert (lines(report.findings), report.suppressed) == ([5], ())
    assert "SUP003" in [finding.code for finding in report.findings]


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("- {cure} <!-- medlint: ignore-line[OVS101] -- weighed -->|- {cure}|- {cure}|", [2, 3]),
        ("<!-- medlint: ignore-line[OVS101] -- weighed -->||{cure}||{cure}|", [5]),
        ("{cure}||<!-- medlint: ignore[OVS101] -- weighed -->|{cure}||{cure}|", [1, 6]),
    ],
)
def test_a_note_holds_for_one_line_whatever_ends_it(base, page, kept, end):
    report = linted(base, {"text": page.replace("|", end)})
    assert (lines(report.findings), len(report.suppressed)) == (kept, 1)


def test_what_is_kept_back_says_why_until_when_and_where(base):
    text = f"# Sciatica\n\n<!-- medlint: ignore[cure] until:2027-12-31 -- quoted from a trial -->\n\n{CURE}\n"
    (finding,) = linted(base, {"text": text, "select": ["cure"]}).suppressed
    assert finding.suppression == Suppression("quoted from a trial", date(2027, 12, 31), 3)


def test_findings_that_stay_say_nothing_of_suppression(base):
    assert all(finding.suppression is None for finding in linted(base, {"text": CURE}).findings)


def test_a_finding_on_a_note_stands_at_the_note(base):
    note = "<!-- medlint: ignor[cure] -- weighed -->"
    report = linted(base, {"text": f"{CURE}\n\n{note}\n\nKeep moving.\n", "select": ["cure", "suppression"]})
    finding = next(each for each in report.findings if each.code == "SUP001")
    assert report.source[finding.start.offset : finding.end.offset] == finding.text == note
    assert finding.message == (
        "This note keeps nothing back: 'ignor' is none of ignore, ignore-line, ignore-file, disable, enable;"
        " did you mean 'ignore'?"
    )


def test_findings_stand_in_reading_order_with_those_on_notes(base):
    report = linted(base, {"text": f"{CURE}\n\n<!-- medlint: ignore -- agreed -->\n\n{CURE}\n"})
    offsets = [finding.start.offset for finding in report.findings]
    assert offsets == sorted(offsets)


def test_two_notes_that_say_the_same_have_fingerprints_of_their_own(base):
    note = "<!-- medlint: ignore -- agreed -->"
    report = linted(base, {"text": f"{note}\n\nKeep moving.\n\n{note}\n\nKeep moving.\n", "select": ["suppression"]})
    assert len({finding.fingerprint for finding in report.findings}) == 2


def test_rules_on_notes_can_be_left_out_and_notes_still_hold(base):
    case = {"text": f"<!-- medlint: ignore[cure] -- agreed -->\n{CURE}\n\n<!-- medlint: ignore -->", "select": ["cure"]}
    report = linted(base, case)
    assert report.findings == ()
    assert lines(report.suppressed) == [2]


@given(st.text(alphabet=st.sampled_from("medlint: ignore-file[]OVS101,until:2027-06-30 -—\n"), max_size=80))
def test_any_note_is_read_or_said_to_be_unreadable(text):
    for page in (True, False):
        for note in directives([Comment(f"medlint: {text}", 0, 9, page)]):
            assert isinstance(note, Directive | Unreadable)


@given(
    st.lists(
        st.sampled_from(
            [
                "Words. ",
                "\n\n",
                "- ",
                "<!-- medlint: ignore[cure] -- agreed -->",
                "<!-- medlint: ignore-line[cure] -- agreed -->",
                "<!-- medlint: disable[cure] -- agreed -->",
                "<!-- medlint: enable[cure] -->",
                "\r\n",
            ]
        ),
        max_size=30,
    )
)
def test_every_note_holds_on_a_stretch_of_the_source(pieces):
    document = parse("".join(pieces), Format.MARKDOWN)
    notes = [note for note in directives(document.comments) if isinstance(note, Directive)]
    for each in ranges(notes, document):
        assert 0 <= each.start <= each.end <= len(document.source) + 1
