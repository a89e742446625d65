import json
from dataclasses import replace
from datetime import date

import pytest

from medlint.linting.findings import Report, Severity, Suppression

NAMES = ("empty", "plain", "failed", "suppressed", "twice", "nasty", "mixed")


@pytest.fixture
def run(rendered):
    """The one run of a log."""
    return lambda report: json.loads(rendered("sarif", report))["runs"][0]


@pytest.mark.parametrize("name", NAMES)
def test_a_log_conforms_to_the_schema(name, reports, rendered, conforms):
    conforms(json.loads(rendered("sarif", reports[name])), "sarif-2.1.0.json")


def test_the_schema_would_see_a_fault(reports, rendered, conforms):
    import jsonschema

    log = json.loads(rendered("sarif", reports["plain"]))
    log["runs"][0]["results"][0]["level"] = "grave"
    with pytest.raises(jsonschema.ValidationError):
        conforms(log, "sarif-2.1.0.json")


def test_a_log_says_that_a_carriage_return_ends_a_line(run, make_report):
    log = run(make_report("a\rb\r\nalways", "always"))
    region = log["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["charOffset"]) == (3, 1, 5)
    assert log["newlineSequences"] == ["\r\n", "\n", "\r"]


def test_columns_and_offsets_count_utf_16_code_units(run, make_report):
    log = run(make_report("😀 café\n😀😀 always", "always"))
    (result,) = log["results"]
    assert log["columnKind"] == "utf16CodeUnits"
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 6,
        "endLine": 2,
        "endColumn": 12,
        "charOffset": 13,
        "charLength": 6,
        "snippet": {"text": "always"},
    }


def test_a_result_names_its_rule_its_words_and_its_wording(run, reports):
    log = run(reports["plain"])
    (result,) = log["results"]
    assert log["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "OVS103"
    assert result["level"] == "warning"
    assert result["message"]["text"].endswith("has measured. Suggested wording: may bring relief for some weeks")
    assert result["partialFingerprints"] == {"medlintSentence/v1": "0123456789abcdef"}
    assert result["properties"]["evidence"][0]["says"] == "relief was gone within 6 weeks"


def test_every_rule_has_help_tags_and_mostly_an_address(run):
    rules = run(Report((), "0.1.0"))["tool"]["driver"]["rules"]
    for rule in rules:
        assert rule["help"]["text"].startswith(rule["shortDescription"]["text"])
        assert rule["help"]["markdown"].startswith(f"**{rule['id']} ")
        assert "medical-accuracy" in rule["properties"]["tags"]
        assert len(rule["properties"]["tags"]) <= 20
    addresses = [rule["helpUri"] for rule in rules if "helpUri" in rule]
    assert all(address.startswith("http") for address in addresses)
    assert len(addresses) > len(rules) / 2


def test_a_rule_that_is_not_shipped_is_described_too(run, make_report):
    log = run(make_report(code="XYZ900", name="house-style"))
    rule = log["tool"]["driver"]["rules"][log["results"][0]["ruleIndex"]]
    assert (rule["id"], rule["name"]) == ("XYZ900", "HouseStyle")


@pytest.mark.parametrize(
    ("suppression", "expected"),
    [
        (
            Suppression("agreed with the clinic", date(2027, 6, 30), 4),
            {"kind": "inSource", "justification": "agreed with the clinic", "properties": {"until": "2027-06-30"}},
        ),
        (Suppression("known since the start"), {"kind": "external", "justification": "known since the start"}),
        (None, {"kind": "external"}),
    ],
)
def test_a_suppressed_finding_is_there_with_its_reason(make_report, rendered, conforms, run, suppression, expected):
    report = make_report(suppression=suppression)
    (file,) = report.files
    report = replace(report, files=(replace(file, findings=(), suppressed=file.findings),))
    conforms(json.loads(rendered("sarif", report)), "sarif-2.1.0.json")
    (result,) = run(report)["results"]
    assert result["suppressions"] == [{"status": "accepted", **expected}]


def test_a_finding_that_stands_has_no_suppressions(run, reports):
    assert "suppressions" not in run(reports["plain"])["results"][0]


def test_a_file_that_could_not_be_checked_is_a_notification_of_a_run_that_failed(run, reports):
    (invocation,) = run(reports["failed"])["invocations"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert notification["message"]["text"] == "scan.pdf: not text (a zero byte at offset 7)"
    assert run(reports["plain"])["invocations"][0]["executionSuccessful"] is True


def test_the_gravest_5000_are_kept_and_the_rest_is_told(run, make_report):
    report = make_report()
    (finding,) = report.files[0].findings
    many = (
        *[replace(finding, severity=Severity.INFO)] * 3000,
        *[finding] * 3000,
        *[replace(finding, severity=Severity.ERROR)] * 10,
    )
    file = replace(report.files[0], findings=many, suppressed=(finding,) * 5)
    log = run(replace(report, files=(file,)))
    levels = [result["level"] for result in log["results"]]
    assert {level: levels.count(level) for level in set(levels)} == {"error": 10, "warning": 3000, "note": 1990}
    assert levels[0] == "note"  # in the order of the report
    (notification,) = log["invocations"][0]["toolExecutionNotifications"]
    text = notification["message"]["text"]
    assert text.startswith("1015 findings were left out: 5 of severity warning, 1010 of severity info.")


def test_a_log_is_told_from_those_of_other_tools(run, reports):
    assert run(reports["plain"])["automationDetails"]["id"] == "medlint/"


def test_the_data_that_verdicts_rest_on_are_named(run, reports):
    extensions = run(reports["plain"])["tool"]["extensions"]
    assert [(each["name"], each["version"]) for each in extensions] == [
        ("medlint claims_db", "2026.11"),
        ("medlint rules", "1.0"),
    ]


@pytest.mark.parametrize(
    ("path", "uri"),
    [("a b/ü.md", "a%20b/%C3%BC.md"), ("./x.md", "x.md"), ("a:b.md", "a%3Ab.md"), ("50%#?.md", "50%25%23%3F.md")],
)
def test_a_path_in_the_folder_of_the_run_is_a_relative_uri(run, make_report, path, uri):
    where = run(make_report(path=path))["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where == {"uri": uri, "uriBaseId": "SRCROOT"}


def test_a_path_outside_is_absolute(run, make_report, tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    where = run(make_report(path=str(tmp_path / "x.md")))["results"][0]["locations"][0]["physicalLocation"]
    assert where["artifactLocation"] == {"uri": (tmp_path / "x.md").as_uri()}
