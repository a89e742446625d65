import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.documents.leftout import LeftOut
from medlint.documents.position import Format
from medlint.documents.reading import parse
from medlint.linting.findings import Confidence, FileReport, Finding, Report, Severity, Suppression
from medlint.reporting.formats import load_format
from medlint.reporting.options import Options
from medlint.reporting.webpage.marking import passages

NAMES = ("empty", "plain", "failed", "suppressed", "twice", "nasty", "mixed")
VOID = {"meta", "input", "br"}


class Tree(HTMLParser):
    """The page as a browser reads it: elements with their attributes and text; fails where tags do not match."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.open = [], []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        element = {"tag": tag, "attributes": dict(attrs), "text": ""}
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data

    def all(self, tag, **attributes):
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [each for each in self.elements if each["tag"] == tag and wanted.items() <= each["attributes"].items()]


@pytest.fixture
def page(rendered):
    return lambda report: Tree(rendered("html", report))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_well_formed_and_its_anchors_lead_somewhere(name, reports, page):
    tree = page(reports[name])
    ids = [each["attributes"]["id"] for each in tree.elements if "id" in each["attributes"]]
    assert len(set(ids)) == len(ids)
    links = [each["attributes"]["href"] for each in tree.all("a")]
    assert {link.removeprefix("#") for link in links} <= set(ids)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_asks_nothing_of_the_network(name, reports, page):
    tree = page(reports[name])
    for element in tree.elements:
        assert element["tag"] not in ("img", "link", "iframe", "object")
        assert "src" not in element["attributes"]
        assert not [name for name in element["attributes"] if name.startswith("on")]
    (policy,) = [each["attributes"]["content"] for each in tree.all("meta") if "http-equiv" in each["attributes"]]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_the_words_are_marked_and_lead_to_the_finding_and_back(reports, page):
    tree = page(reports["plain"])
    (mark,) = tree.all("mark")
    assert (mark["text"], mark["attributes"]["class"]) == ("lasting relief", "warning")
    (reference,) = tree.all("a", class_="reference")
    (card,) = tree.all("li", id=reference["attributes"]["href"].removeprefix("#"))
    assert f"words-{card['attributes']['id']}" == reference["attributes"]["id"]
    assert card["attributes"]["id"] == mark["attributes"]["data-findings"]
    assert reference["attributes"]["aria-label"] == "Finding 1: unsupported-durability"


def test_a_card_has_message_evidence_and_wording(reports, page):
    (card,) = page(reports["plain"]).all("li", class_="card warning")
    for part in (
        "Warning OVS103 unsupported-durability line 1",
        "Promises relief for longer than any study has measured.",
        "Suggested wording may bring relief for some weeks",
        "Evidence: 1 source",
        "Example Society: review (2020): relief was gone within 6 weeks",
    ):
        assert part in " ".join(card["text"].split())


def test_what_is_to_be_done_is_not_called_a_wording(make_report, page):
    tree = page(make_report(suggestion="Say which pain is meant."))
    assert "How to mend Say which pain is meant." in tree.all("p", class_="instead")[0]["text"]


def test_the_index_of_several_files_counts_by_severity(reports, page):
    files = (reports["mixed"].files[0], *reports["failed"].files)
    (index,) = page(replace(reports["failed"], files=files)).all("nav")
    lines = [line for line in index["text"].splitlines() if line]
    assert [line.partition(" ")[2] for line in lines] == [
        "45 findings (15 error, 15 warning, 15 info)",
        "1 finding (1 warning)",
        "not checked",
    ]


def test_what_is_quoted_cannot_become_markup(reports, page):
    tree = page(reports["nasty"])
    assert len(tree.all("script")) == 1
    assert tree.all("b") == []
    (card,) = tree.all("li", class_="card warning")
    assert "</script><script>alert(1)</script>" in card["text"]


def test_what_was_not_read_is_told_at_the_article(make_report, page):
    report = make_report()
    parts = (LeftOut("form", 1, 1), LeftOut("navigation", 2, 41))
    told = page(replace(report, files=(replace(report.files[0], left_out=parts),))).all("p", class_="left-out")
    assert [each["text"] for each in told] == [
        "Not read: 1 word of buttons and other parts of forms, 41 words of menus"
    ]
    assert not page(report).all("p", class_="left-out")


def test_the_filter_offers_what_there_is_and_is_hidden_until_its_script_runs(reports, page):
    tree = page(reports["mixed"])
    assert "hidden" in tree.all("form")[0]["attributes"]
    values = [(box["attributes"]["name"], box["attributes"]["value"]) for box in tree.all("input")]
    assert values == [("severity", "error"), ("severity", "warning"), ("severity", "info"), ("family", "overstatement")]
    assert tree.all("label")[0]["text"].strip() == "Error (15)"


def test_an_article_is_shown_as_prose_not_as_its_markup(make_report, page):
    source = "<title>x</title><nav>Menu</nav><h1>Relief</h1><ul><li>It is <b>last</b>ing&nbsp;relief.</ul>"
    words = "last</b>ing&nbsp;relief"
    tree = page(make_report(source, words, path="page.html"))
    assert tree.all("h3")[0]["text"] == "Relief"
    assert tree.all("p", class_="list-item depth-1")[0]["text"] == "It is lasting relief1."
    assert "Menu" not in tree.all("main")[0]["text"]


def test_headings_go_down_one_level_at_a_time(make_report, page):
    tree = page(make_report("# One\n\n##### Deep\n\n## Two\n\nlasting", "lasting"))
    headings = [each["tag"] for each in tree.elements if re.fullmatch("h[1-6]", each["tag"])]
    assert headings == ["h1", "h2", "h3", "h4", "h4"]


def test_overlapping_words_are_each_marked_to_their_end(make_finding, make_report, page):
    source = "It brings lasting relief always."
    found = make_finding(source, "lasting relief"), make_finding(source, "relief always", severity=Severity.ERROR)
    report = make_report(source)
    tree = page(replace(report, files=(replace(report.files[0], findings=found),)))
    marks = [(each["text"], each["attributes"]["class"]) for each in tree.all("mark")]
    assert marks == [("lasting ", "warning"), ("relief", "error"), (" always", "error")]
    assert [each["text"] for each in tree.all("a", class_="reference")] == ["1", "2"]


def test_a_finding_without_a_source_still_has_its_card(make_report, page):
    report = make_report()
    tree = page(replace(report, files=(replace(report.files[0], source=""),)))
    assert len(tree.all("li", class_="card warning")) == 1
    assert not [each for each in tree.all("a") if "words" in each["attributes"]["href"]]


def test_suppressed_findings_are_listed_apart_with_their_reason(make_report, page):
    report = make_report(suppression=Suppression("agreed <with> the clinic", date(2027, 6, 30), 4))
    (file,) = report.files
    tree = page(replace(report, files=(replace(file, findings=(), suppressed=file.findings),)))
    assert tree.all("summary")[0]["text"] == "Suppressed findings (1)"
    assert "Suppressed because agreed <with> the clinic (until 2027-06-30)" in tree.all("details")[0]["text"]
    assert tree.all("mark") == []


def test_files_are_listed_where_there_are_several(reports, page):
    links = [each["text"] for each in page(reports["failed"]).all("a") if "#file-" in each["attributes"]["href"]]
    assert links == ["page.md", "scan.pdf"]
    assert page(reports["plain"]).all("nav") == []


PIECES = st.sampled_from(
    ["word ", "a&amp;b ", "**bold** ", "\n\n", "\n", "- item ", "# ", "> ", "é😀 ", "`code` ", "\\* "]
)


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["a.md", "a.html", "a.txt"]), st.data())
def test_the_words_of_every_finding_are_marked(source, path, data):
    kind = {"md": Format.MARKDOWN, "html": Format.HTML, "txt": Format.TEXT}[path.split(".")[1]]
    document = parse(source, kind, path)
    findings, texts = [], []
    for block in document.blocks:
        start = data.draw(st.integers(0, len(block.text) - 1))
        end = data.draw(st.integers(start + 1, len(block.text)))
        first, last = block.source_span(start, end)
        texts.append(block.text[start:end])
        places = document.position(first), document.position(last)
        findings.append(
            Finding("X", "x", "y", Severity.INFO, Confidence.HIGH, "m", "t", *places, (first, last), fingerprint="")
        )
    file = FileReport(path, tuple(findings), source=document.source)
    marked = ["".join(run.text for run in each.runs if run.findings) for each in passages(file) if each.findings]
    assert [text in mark for text, mark in zip(texts, marked, strict=True)] == [True] * len(texts)
    assert "".join(load_format("html")(Report((file,), "1"), Options())).count('class="reference"') == len(findings)
