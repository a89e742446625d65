"""A report made by hand: one article, one finding, one file that could not be read."""

import pytest

from medlint.documents.model import Document, Format
from medlint.language.article import ArticleFacts
from medlint.linting.findings import (
    Confidence,
    DataVersion,
    EvidenceNote,
    FileReport,
    Finding,
    Report,
    Severity,
)

FACTS = ArticleFacts(
    ("epidural-steroid-injection",), promotes=True, risk="vague", conservative_care="first", limits="absent"
)
NOTE = EvidenceNote("ev-relief", "trial-2020", "relief was gone within 6 weeks", "Example Society: review", 2020)


@pytest.fixture
def make_finding():
    """A finding on the first occurrence of `words` in `source`; its sentence is the whole source unless given."""

    def make(source, words, sentence=None, **changes):
        document = Document("page.md", Format.MARKDOWN, source, ())
        start = source.index(words)
        first = source.index(sentence) if sentence else 0
        values = {
            "code": "OVS103",
            "name": "unsupported-durability",
            "family": "overstatement",
            "severity": Severity.WARNING,
            "confidence": Confidence.HIGH,
            "message": "Promises relief for longer than any study has measured.",
            "text": words,
            "start": document.position(start),
            "end": document.position(start + len(words)),
            "sentence": (first, first + len(sentence) if sentence else len(source)),
        }
        return Finding(**(values | changes))

    return make


@pytest.fixture
def make_report(make_finding):
    """A report on one article with one finding."""

    def make(source="It brings lasting relief.", words="lasting relief", path="page.md", **changes):
        finding = make_finding(source, words, **changes)
        file = FileReport(path, (finding,), FACTS, source=source, sentences=3, claims=2, covered=1, not_covered=1)
        data = {"claims_db": DataVersion("2026.11", "0" * 16), "rules": DataVersion("1.0", "f" * 16)}
        return Report((file,), "0.1.0", data)

    return make


@pytest.fixture
def failed():
    """A file that could not be linted."""
    return FileReport("scan.pdf", error="scan.pdf: not text (a zero byte at offset 7)")
