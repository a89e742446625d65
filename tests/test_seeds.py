"""The five seed articles, real pages kept beside the checkout: what is found in them, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from medlint.linting.findings import Confidence, Severity
from medlint.linting.linter import Linter
from medlint.linting.settings import Settings

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
DIVERGENCES = yaml.safe_load((Path(__file__).parent / "seeds" / "divergences.yaml").read_text(encoding="utf-8"))
FEWEST_DIVERGENCES = 30  # of the 39 that the curators listed

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not beside this checkout")


@pytest.fixture(scope="module")
def reports():
    linter = Linter(Settings(min_confidence=Confidence.LOW))
    return {path.name[:3]: linter.check_file(path) for path in sorted(SEEDS.glob("*.txt"))}


def _finds(report, code, at=""):
    return [finding for finding in report.findings if finding.code == code and at.lower() in finding.text.lower()]


@pytest.mark.parametrize(
    ("article", "code", "at"),
    [
        ("002", "OVS105", "95% success rate"),
        ("002", "OVS106", "without the risk of open"),
        ("002", "OVS103", "long-term relief"),
        ("002", "OVS102", "very effective"),
        ("002", "RSK202", ""),
        ("001", "OVS102", "highly effective"),
        ("001", "OVS103", "lasting relief"),
        ("001", "OVS106", "avoid surgery"),
        ("001", "OVS106", "without the need for surgery"),
        ("001", "OVS108", "naturally"),
        ("001", "RSK204", ""),
        ("004", "OVS103", "long lasting"),
        ("004", "OVS106", "alternative to back surgery"),
        ("004", "RSK201", ""),
        ("003", "OVS114", "more effectively than"),
        ("003", "OVS106", "alternative to surgery"),
        ("003", "RSK204", ""),
        ("000", "GDL402", "strongly recommended"),
        ("000", "GDL408", "Maximum of 3 injections"),
        ("000", "GDL408", "15 days apart"),
    ],
)
def test_what_is_wrong_is_found_at_its_words(article, code, at, reports):
    assert [f for f in _finds(reports[article], code, at) if f.confidence is not Confidence.LOW]


@pytest.mark.parametrize(
    ("article", "right"),
    [
        ("000", "recommendations AGAINST"),
        ("000", "Do not offer"),
        ("000", "NOT recommended"),
        ("003", "not a permanent fix"),
        ("003", "not a cure"),
        ("001", "may not be suitable for those"),
        ("001", "Who Should Avoid"),
        ("003", "How Long Does"),
        ("001", "Right Choice for Back Pain?"),
    ],
)
def test_what_is_right_is_left_alone(article, right, reports):
    report = reports[article]
    place = report.source.index(right)
    over = [f for f in report.findings if f.start.offset < place + len(right) and place < f.end.offset]
    assert not over


@pytest.mark.parametrize(
    ("article", "risk", "care"),
    [
        ("000", "serious", "first"),
        ("001", "serious", "first"),
        ("002", "vague", "mentioned"),
        ("003", "serious", "first"),
        ("004", "none", "first"),
    ],
)
def test_the_facts_of_the_articles(article, risk, care, reports):
    facts = reports[article].article
    assert (facts.risk, facts.conservative_care) == (risk, care)


@pytest.mark.parametrize("entry", DIVERGENCES, ids=lambda entry: entry["id"])
def test_a_divergence_is_found(entry, reports):
    assert _finds(reports[entry["article"]], entry["code"], entry.get("at", ""))


def test_enough_divergences_are_found():
    assert len({entry["id"] for entry in DIVERGENCES}) >= FEWEST_DIVERGENCES


def test_no_two_findings_say_the_same_of_the_same_words_and_none_says_too_much(reports):
    for report in reports.values():
        marks = [(f.code, f.start.offset, f.end.offset) for f in report.findings]
        assert len(set(marks)) == len(marks)
        assert all(len(f.message) <= 200 for f in report.findings)


def test_each_rule_on_the_whole_article_speaks_once_of_a_treatment(reports):
    for report in reports.values():
        of_article = [(f.code, f.intervention) for f in report.findings if f.code[:3] in ("RSK", "CON")]
        whole = [mark for mark in of_article if mark[0] not in ("RSK208", "CON303")]
        assert len(set(whole)) == len(whole)


def test_every_error_rests_on_a_record_or_a_date(reports):
    errors = [f for report in reports.values() for f in report.findings if f.severity is Severity.ERROR]
    assert errors
    assert all(f.evidence for f in errors)
