"""What medlint suggests to write instead is not reported by medlint."""

from __future__ import annotations

import pytest

from medlint.evidence.loading import load_database
from medlint.evidence.models import Wording
from medlint.linting.linter import Linter

DATABASE = load_database()
WORDINGS = [record for record in DATABASE.records.values() if isinstance(record, Wording)]
ANY = "any-condition"
OF_PAGES = ("GDL404",)  # which pain is meant: for a page to say, not for each of its sentences
NAME_NO_HARM = ("say-interventional-risk", "say-spinal-fusion-risk")  # they say to name them, or how many have one
JUDGED = ("overstatement", "guideline", "evidence")
# What the suggestions of rules give in so many words.
SUGGESTED = (
    "Keep active, carry on with normal activities as far as you can, and try exercise.",
    "An epidural steroid injection may help some people.",
)


@pytest.fixture(scope="module")
def linter():
    return Linter()


def told(linter, heading, sentence):
    """What the families on content find in a sentence below a heading."""
    report = linter.check_text(f"# {heading}\n\n{sentence}\n", "page.md")
    found = [f for f in report.findings if f.family in JUDGED and f.code not in OF_PAGES and f.start.line > 1]
    return [f"{f.code} {f.text}: {f.message}" for f in found]


def pages(record):
    """The headings of pages on which a wording could stand: one for each of its treatments and conditions."""
    for condition in record.conditions:
        where = "" if condition == ANY else f" for {DATABASE.concepts[condition].name}"
        for intervention in record.interventions:
            yield f"{DATABASE.concepts[intervention].name}{where}"


@pytest.mark.parametrize("record", WORDINGS, ids=lambda record: record.id)
def test_a_wording_of_the_database_is_not_reported(linter, record):
    assert [found for heading in pages(record) for found in told(linter, heading, record.may_say)] == []


@pytest.mark.parametrize(
    "record",
    [record for record in WORDINGS if record.topic == "risk" and record.id not in NAME_NO_HARM],
    ids=lambda record: record.id,
)
def test_a_wording_on_risk_tells_of_a_harm(linter, record):
    name = DATABASE.concepts[record.interventions[0]].name
    report = linter.check_text(f"# {name}\n\n{name} may help some people. {record.may_say}\n", "page.md")
    assert [f"{f.code} {f.message}" for f in report.findings if f.code in ("RSK201", "RSK202", "RSK203")] == []


@pytest.mark.parametrize("sentence", SUGGESTED)
def test_a_sentence_that_a_rule_suggests_is_not_reported(linter, sentence):
    assert told(linter, "Epidural steroid injections for sciatica", sentence) == []
