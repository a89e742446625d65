import json
import re
from dataclasses import replace

import pytest

from medlint.documents.leftout import LeftOut
from medlint.linting.findings import EvidenceNote, Report
from medlint.reporting.formats import format_names, load_format
from medlint.reporting.options import Options

NOTE = EvidenceNote("ev-relief", "trial-2020", "relief was gone within 6 weeks", "Example Society: review", 2020)


def rendered(name, report, **options):
    return "".join(load_format(name)(report, Options(**options)))


def test_every_module_of_the_folder_is_a_format():
    assert {"full", "concise", "json"} <= set(format_names())


@pytest.mark.parametrize("name", format_names())
def test_a_report_without_findings_can_be_written(name):
    assert isinstance(rendered(name, Report((), "0.1.0")), str)


@pytest.mark.parametrize("name", format_names())
def test_no_control_character_of_an_article_or_path_reaches_the_output(name, make_report):
    report = make_report("a \x1b]0;title\a lasting", "lasting", path="odd\x1b.md", message="says \x1b[2J")
    assert "\x1b" not in rendered(name, report)


@pytest.mark.parametrize("name", format_names())
@pytest.mark.parametrize("part", ["code", "name", "family", "suggestion", "verdict", "fingerprint"])
def test_no_control_character_of_a_rule_or_record_reaches_the_output(name, part, make_report):
    note = EvidenceNote("r\x1b", "s\x1b", "says\x1b", "title\x1b", 2020)
    report = make_report("a lasting", "lasting", evidence=(note,), **{part: "x\x1b[2J"})
    assert "\x1b" not in rendered(name, report)


@pytest.mark.parametrize("name", format_names())
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_every_format_can_be_written_in_a_legacy_encoding(name, encoding, make_report):
    note = EvidenceNote("r", "s", "相当 → 6 weeks", "Ünïcode Society", 2020)
    report = make_report("痛み 😀 lasting “relief”", "lasting “relief”", path="pâge-痛.md", evidence=(note,))
    rendered(name, report, encoding=encoding).encode(encoding)


@pytest.mark.parametrize("name", ["full", "concise"])
def test_colour_adds_styles_and_nothing_else(name, make_report):
    import click

    report = make_report(evidence=(NOTE,), suggestion="may bring relief for some weeks")
    styled = rendered(name, report, color=True)
    assert "\x1b[" in styled
    assert click.unstyle(styled) == rendered(name, report)


def test_concise_is_one_line_a_finding(make_report):
    expected = "page.md:1:11: OVS103 Promises relief for longer than any study has measured.\n"
    assert rendered("concise", make_report()) == expected


def test_full_shows_words_evidence_and_wording(make_report):
    report = make_report(evidence=(NOTE,), suggestion="may bring relief for some weeks")
    assert rendered("full", report) == (
        "page.md:1:11 OVS103 unsupported-durability [warning]\n"
        "  Promises relief for longer than any study has measured.\n"
        "\n"
        " 1 | It brings lasting relief.\n"
        "   |           ^^^^^^^^^^^^^^\n"
        "\n"
        "  evidence: Example Society: review (2020): relief was gone within 6 weeks\n"
        "  instead:  may bring relief for some weeks\n"
        "\n"
    )


def test_full_names_the_source_by_its_identifier_where_it_has_no_title(make_report):
    report = make_report(evidence=(EvidenceNote("r", "trial-2020", "gone within 6 weeks"),))
    assert "  evidence: trial-2020: gone within 6 weeks\n" in rendered("full", report)


def test_full_says_once_what_one_source_says_twice(make_report):
    notes = (
        NOTE,
        EvidenceNote("x", "y", "other", "Other"),
        EvidenceNote("r", NOTE.source, "few gained", NOTE.title, 2020),
    )
    text = rendered("full", make_report(evidence=notes), width=200)
    assert "evidence: Example Society: review (2020): relief was gone within 6 weeks few gained\n" in text
    assert text.count("evidence:") == 2


def test_full_shows_three_sources_and_counts_the_rest(make_report):
    notes = tuple(EvidenceNote(f"r{n}", f"s{n}", "says", f"Source {n}", 2020) for n in range(5))
    text = rendered("full", make_report(evidence=notes))
    assert text.count("evidence: Source") == 3
    assert "2 more in the JSON report." in text


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("concise", "page.md:3:3:"),
        ("full", "page.md:3:3 "),
        ("github", "line=3,endLine=3,title=OVS103 unsupported-durability,col=3,endColumn=17"),
        ("gitlab", '"begin": 3'),
        ("checkstyle", 'line="3" column="3"'),
        ("junit", "Line 3, column 3:"),
        ("rdjson", '"line": 3, "column": 3'),
        ("json", '"line": 3, "column": 3'),
        ("markdown", "line 3:"),
    ],
)
def test_every_format_counts_lines_that_end_with_carriage_returns(name, place, make_report):
    assert place in rendered(name, make_report("a\rb\r\n= lasting relief\r"))


def test_json_is_version_1(make_report, failed):
    report = make_report(evidence=(NOTE,), intervention="epidural-steroid-injection", verdict="overstated")
    files = (replace(report.files[0], left_out=(LeftOut("navigation", 2, 41),)), failed)
    content = json.loads(rendered("json", Report(files, report.tool_version, report.data)))
    assert content == {
        "version": 1,
        "tool": {"name": "medlint", "version": "0.1.0"},
        "data": {
            "claims_db": {"version": "2026.11", "digest": "0" * 16},
            "rules": {"version": "1.0", "digest": "f" * 16},
        },
        "files": [
            {
                "path": "page.md",
                "error": None,
                "findings": [
                    {
                        "code": "OVS103",
                        "name": "unsupported-durability",
                        "family": "overstatement",
                        "severity": "warning",
                        "confidence": "high",
                        "message": "Promises relief for longer than any study has measured.",
                        "text": "lasting relief",
                        "start": {"offset": 10, "line": 1, "column": 11},
                        "end": {"offset": 24, "line": 1, "column": 25},
                        "intervention": "epidural-steroid-injection",
                        "condition": None,
                        "verdict": "overstated",
                        "suggestion": None,
                        "evidence": [
                            {"record": "ev-relief", "source": "trial-2020", "says": "relief was gone within 6 weeks"}
                        ],
                        "fingerprint": "",
                    }
                ],
                "article": {
                    "interventions": ["epidural-steroid-injection"],
                    "promotes": True,
                    "risk": "vague",
                    "conservative_care": "first",
                    "limits": "absent",
                },
                "left_out": [{"reason": "navigation", "pieces": 2, "words": 41}],
                "suppressed": [],
            },
            {
                "path": "scan.pdf",
                "error": "scan.pdf: not text (a zero byte at offset 7)",
                "findings": [],
                "article": None,
                "left_out": [],
                "suppressed": [],
            },
        ],
        "summary": {
            "files": 2,
            "findings": {"error": 0, "warning": 1, "info": 0},
            "sentences": 3,
            "claims": 2,
            "covered": 1,
            "not_covered": 1,
        },
    }


@pytest.mark.parametrize("name", format_names())
@pytest.mark.parametrize("before", ["odd", ""], ids=["inside", "first"])
def test_no_command_to_a_build_log_that_an_article_or_path_holds_reaches_it(name, before, make_report):
    attack = "\n::stop-commands::x\r\n  ::error file=a::b\n##[add-mask]c\n##vso[task.setvariable]d lasting"
    path = f"{before}{attack if before else '::error file=a::##[b].md'}"
    report = make_report(attack, "lasting", path=path, message=attack, suggestion=attack)
    obeyed = re.compile(r"\s*(?:::stop-commands|::error file=a::)|.*##(?:vso)?\[")
    lines = rendered(name, report).splitlines()
    if name == "github":  # its own commands begin lines; what they quote is not obeyed, but for the older forms
        lines = [line.partition("::warning ")[2] for line in lines]
        obeyed = re.compile(r"\s*::stop-commands")
    assert not any(obeyed.match(line) for line in lines)


@pytest.mark.parametrize("name", ["html", "markdown", "junit", "checkstyle"])
def test_no_markup_of_an_article_or_path_reaches_a_page(name, make_report):
    attack = '"><script>alert(1)</script><img src=x onerror=alert(2)> lasting'
    report = make_report(attack, "lasting", path=f"odd{attack}.md", message=attack, suggestion=attack)
    text = rendered(name, report)
    assert "<script>alert" not in text
    assert "<img" not in text
