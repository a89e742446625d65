import re
from dataclasses import replace

import pytest

from medlint.linting.findings import Severity
from medlint.reporting.formats.github import SUMMARY_BYTES, left_out

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def commands(text):
    """Each workflow command as (level, properties, message), escapes undone as GitHub's runner undoes them."""
    found = [COMMAND.fullmatch(line) for line in text.splitlines() if line.startswith("::")]
    for match in found:
        properties = dict(part.split("=", 1) for part in match[2].split(","))
        yield match[1], {key: undo(value) for key, value in properties.items()}, undo(match[3])


def undo(text):
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_a_finding_is_a_command_at_its_place(reports, rendered):
    ((level, properties, message),) = commands(rendered("github", reports["plain"]))
    assert level == "warning"
    assert properties == {
        "file": "page.md",
        "line": "1",
        "endLine": "1",
        "title": "OVS103 unsupported-durability",
        "col": "11",
        "endColumn": "25",
    }
    assert message.splitlines() == [
        "Promises relief for longer than any study has measured.",
        "Evidence: Example Society: review (2020): relief was gone within 6 weeks",
        "Instead: may bring relief for some weeks",
    ]


def test_what_is_quoted_cannot_become_a_command(reports, rendered):
    text = rendered("github", reports["nasty"])
    assert len(text.splitlines()) == 1
    ((_, properties, message),) = commands(text)
    assert properties["file"] == "odd |<i>`@x, a:b%.md"
    assert "::error file=a::b" in message
    assert "%0A 100% \\x1b[2J\\u202e" in message


def test_the_rest_cannot_become_a_command_either(make_report, rendered):
    report = make_report(message="##[add-mask]x", path="::stop-commands::t.md")
    file = report.files[0]
    text = rendered("github", replace(report, files=(replace(file, findings=file.findings * 12),)))
    plain = [line for line in text.splitlines() if not line.startswith(("::warning ", "::notice "))]
    assert len(plain) == 2
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in plain)


def test_columns_are_left_out_where_words_span_lines(make_report, rendered):
    ((_, properties, _),) = commands(rendered("github", make_report("lasting\nrelief", "lasting\nrelief")))
    assert (properties["line"], properties["endLine"]) == ("1", "2")
    assert "col" not in properties


def test_ten_of_each_level_come_first_by_severity_and_the_rest_is_in_the_log(reports, rendered):
    lines = rendered("github", reports["mixed"]).splitlines()
    levels = [line.split(" ")[0].strip(":") for line in lines if line.startswith("::")]
    assert levels == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert lines[29] == "::notice title=medlint::16 more findings in the log of this step"
    assert len(lines[30:]) == 16
    assert lines[30] == "- page.md:1:11: error OVS103 Promises relief for longer than any study has measured."


def test_a_file_that_could_not_be_checked_takes_one_of_the_errors(make_report, failed, rendered):
    report = make_report(severity=Severity.ERROR)
    file = report.files[0]
    report = replace(report, files=(replace(file, findings=file.findings * 10), failed))
    found = list(commands(rendered("github", report)))
    assert [level for level, _, _ in found] == ["error"] * 10 + ["notice"]
    assert found[0][1]["file"] == "scan.pdf"


def test_the_job_summary_has_what_is_not_annotated(reports):
    text = "".join(left_out(reports["mixed"]))
    assert text.startswith("# medlint\n")
    assert [text.count(f"- **{severity}**") for severity in Severity] == [5, 5, 6]
    assert "1 file checked" in text
    assert "29 findings are shown as annotations; these 16 are not:" in text


@pytest.mark.parametrize("name", ["plain", "empty", "failed"])
def test_there_is_no_job_summary_where_all_is_annotated(name, reports):
    assert "".join(left_out(reports[name])) == ""


def test_a_job_summary_never_passes_what_github_takes(make_report):
    report = make_report(message="x" * 1000)
    file = report.files[0]
    report = replace(report, files=(replace(file, findings=file.findings * 2000),))
    text = "".join(left_out(report))
    assert SUMMARY_BYTES - 5000 < len(text.encode()) < 1024 * 1024
    assert text.endswith("The rest is in the log of this step: a job summary can hold no more.\n")
