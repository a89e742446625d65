"""A report made by hand: one article, one finding, one file that could not be read."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from medlint.documents.model import Document
from medlint.documents.position import Format
from medlint.language.articlefacts import ArticleFacts
from medlint.linting.findings import (
    Confidence,
    DataVersion,
    EvidenceNote,
    FileReport,
    Finding,
    Report,
    Severity,
)
from medlint.reporting.formats import load_format
from medlint.reporting.options import Options

FACTS = ArticleFacts(
    ("epidural-steroid-injection",), promotes=True, risk="vague", conservative_care="first", limits="absent"
)
SCHEMAS = Path(__file__).parent / "schemas"
NASTY = (
    'café 😀 <b>&amp;"x"</b> | `code` [a](javascript:x) @someone ::error file=a::b ##[add-mask]c %0A 100% \x1b[2J\u202e'
    " https://a.example www.b.example ]]> \ufffe <!-- x --> </script><script>alert(1)</script> $x$ **bold**"
    " lasting relief"
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


@pytest.fixture
def rendered():
    """A report as text in one format."""

    def render(name, report, **options):
        return "".join(load_format(name)(report, Options(**options)))

    return render


@pytest.fixture
def conforms():
    """Check an instance against one of the schemas; fails with what is wrong first."""
    jsonschema = pytest.importorskip("jsonschema", reason="needs the tools of development: pip install '.[dev]'")

    def check(instance, schema):
        content = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(content, format_checker=jsonschema.FormatChecker()).validate(instance)

    return check


@pytest.fixture
def reports(make_report, failed):
    """Reports of every sort, by name: what each format must be able to write."""
    wording = {"suggestion": "may bring relief for some weeks", "worded": True}
    plain = make_report(evidence=(NOTE,), fingerprint="0123456789abcdef", **wording)
    (file,) = plain.files
    nasty = make_report(
        NASTY, "lasting relief", path="odd |<i>`@x, a:b%.md", message=NASTY, suggestion=NASTY,
        evidence=(EvidenceNote("r", "s", NASTY, NASTY, 2020),),
    )  # fmt: skip
    return {
        "empty": Report((), "0.1.0"),
        "plain": plain,
        "failed": replace(plain, files=(file, failed)),
        "suppressed": replace(plain, files=(replace(file, findings=(), suppressed=file.findings),)),
        "twice": replace(plain, files=(replace(file, findings=file.findings * 2),)),
        "nasty": nasty,
        "mixed": replace(
            plain,
            files=(
                replace(
                    file,
                    findings=tuple(
                        replace(file.findings[0], severity=severity)
                        for severity in reversed(Severity)
                        for _ in range(15)
                    ),
                ),
            ),
        ),
    }
