"""The formats of other tools, each read back as those read it."""

import json
from xml.etree import ElementTree

import pytest

NAMES = ("empty", "plain", "failed", "suppressed", "twice", "nasty", "mixed")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("format_name", "schema"), [("gitlab", "gitlab-code-quality.json"), ("rdjson", "rdjson.json")])
def test_a_report_conforms_to_its_schema(name, format_name, schema, reports, rendered, conforms):
    conforms(json.loads(rendered(format_name, reports[name])), schema)


def test_gitlab_gets_place_severity_and_description(reports, rendered):
    (issue,) = json.loads(rendered("gitlab", reports["plain"]))
    assert issue.pop("fingerprint")
    assert issue == {
        "description": "Promises relief for longer than any study has measured.",
        "check_name": "OVS103",
        "severity": "minor",
        "location": {"path": "page.md", "lines": {"begin": 1, "end": 1}},
    }


def test_gitlab_gets_a_fingerprint_of_its_own_for_every_finding_and_the_same_again(reports, rendered):
    for name in ("twice", "mixed"):
        marks = [issue["fingerprint"] for issue in json.loads(rendered("gitlab", reports[name]))]
        assert len(set(marks)) == len(marks) > 1
        assert marks == [issue["fingerprint"] for issue in json.loads(rendered("gitlab", reports[name]))]


def test_gitlab_gets_a_path_relative_to_the_folder_of_the_run(make_report, rendered, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (issue,) = json.loads(rendered("gitlab", make_report(path=str(tmp_path / "site" / "page.md"))))
    assert issue["location"]["path"] == "site/page.md"


def test_gitlab_gets_a_blocker_for_a_file_that_could_not_be_checked(reports, rendered):
    issue = json.loads(rendered("gitlab", reports["failed"]))[-1]
    assert (issue["severity"], issue["check_name"], issue["location"]["path"]) == ("blocker", "not-checked", "scan.pdf")


def test_reviewdog_gets_columns_in_utf_8_bytes_and_no_text_to_replace(make_report, rendered):
    (diagnostic,) = json.loads(rendered("rdjson", make_report("😀 café always", "always", suggestion="often")))[
        "diagnostics"
    ]
    assert diagnostic["location"]["range"] == {"start": {"line": 1, "column": 12}, "end": {"line": 1, "column": 18}}
    assert diagnostic["message"].endswith("\nInstead: often")
    assert diagnostic["severity"] == "WARNING"
    assert "suggestions" not in diagnostic


@pytest.mark.parametrize("name", NAMES)
def test_junit_counts_what_it_holds(name, reports, rendered):
    junitparser = pytest.importorskip("junitparser", reason="needs the tools of development: pip install '.[dev]'")
    suites = junitparser.JUnitXml.fromstring(rendered("junit", reports[name]).encode())
    counted = suites.tests, suites.failures, suites.errors, suites.skipped
    suites.update_statistics()
    assert (suites.tests, suites.failures, suites.errors, suites.skipped) == counted
    for suite in suites:
        told = suite.tests, suite.failures, suite.errors, suite.skipped
        suite.update_statistics()
        assert (suite.tests, suite.failures, suite.errors, suite.skipped) == told


def test_junit_fails_for_warnings_skips_information_and_passes_a_clean_file(reports, rendered):
    cases = ElementTree.fromstring(rendered("junit", reports["mixed"])).findall("testsuite/testcase")
    outcomes = [case[0].tag for case in cases]
    assert (outcomes.count("failure"), outcomes.count("skipped")) == (30, 15)
    (clean,) = ElementTree.fromstring(rendered("junit", reports["suppressed"])).findall("testsuite/testcase")
    assert list(clean) == []


def test_junit_tells_words_evidence_and_wording(reports, rendered):
    failure = ElementTree.fromstring(rendered("junit", reports["plain"])).find("testsuite/testcase/failure")
    assert failure.get("message") == "Promises relief for longer than any study has measured."
    assert failure.text.splitlines() == [
        "Line 1, column 11: lasting relief",
        "Evidence: Example Society: review (2020): relief was gone within 6 weeks",
        "Instead: may bring relief for some weeks",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_checkstyle_has_files_and_errors_with_its_own_attributes_and_nothing_else(name, reports, rendered):
    root = ElementTree.fromstring(rendered("checkstyle", reports[name]))
    assert root.tag == "checkstyle"
    assert [file.tag for file in root] == ["file"] * len(reports[name].files)
    for file in root:
        assert set(file.attrib) == {"name"}
        for error in file:
            assert error.tag == "error"
            assert set(error.attrib) <= {"line", "column", "severity", "message", "source"}
            assert error.get("severity") in ("error", "warning", "info")
            assert int(error.get("line")) >= 1


def test_checkstyle_keeps_every_character_that_xml_can_hold(reports, rendered):
    error = ElementTree.fromstring(rendered("checkstyle", reports["nasty"])).find("file/error")
    shown = reports["nasty"].files[0].findings[0].message
    for raw, escaped in (("\x1b", "\\x1b"), ("\u202e", "\\u202e"), ("\ufffe", "\\ufffe")):
        shown = shown.replace(raw, escaped)
    assert error.get("message") == shown


def test_jsonl_is_one_typed_object_a_line(reports, rendered):
    lines = [json.loads(line) for line in rendered("jsonl", reports["failed"]).splitlines()]
    assert [line["type"] for line in lines] == ["run", "file", "finding", "file", "summary"]
    assert lines[2]["path"] == "page.md"
    assert lines[3]["error"].startswith("scan.pdf")


def test_jsonl_says_of_each_finding_what_json_says(reports, rendered):
    finding = json.loads(rendered("jsonl", reports["plain"]).splitlines()[2])
    assert {"type": finding.pop("type"), "path": finding.pop("path")} == {"type": "finding", "path": "page.md"}
    assert finding == json.loads(rendered("json", reports["plain"]))["files"][0]["findings"][0]


def test_jsonl_marks_suppressed_findings(reports, rendered):
    types = [json.loads(line)["type"] for line in rendered("jsonl", reports["suppressed"]).splitlines()]
    assert types == ["run", "file", "suppressed", "summary"]
