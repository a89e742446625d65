import json

import pytest

from medlint.cli.checking import exit_code
from medlint.linting.findings import Confidence, FileReport, Finding, Position, Report, Severity

BAD = "# Sciatica\n\nAn epidural steroid injection cures sciatica.\n"
GOOD = "# Walks\n\nA walk in the park is pleasant.\n"


@pytest.fixture
def page(tmp_path):
    """A file with this text."""

    def make(text, name="page.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return make


def report(*severities, error=None):
    place = Position(0, 1, 1)
    findings = tuple(
        Finding("OVS101", "cure", "overstatement", severity, Confidence.HIGH, "", "a", place, place, (0, 1))
        for severity in severities
    )
    return Report((FileReport("page.md", findings, error=error),), "0.1.0")


@pytest.mark.parametrize(
    ("severities", "fail_on", "code"),
    [
        ((), "info", 0),
        ((Severity.INFO,), "info", 1),
        ((Severity.INFO,), "warning", 0),
        ((Severity.WARNING,), "warning", 1),
        ((Severity.WARNING, Severity.INFO), "error", 0),
        ((Severity.ERROR,), "info", 1),
        ((Severity.ERROR,), "never", 0),
        ((Severity.ERROR,) * 300, "error", 1),
    ],
)
def test_the_exit_code_says_whether_not_how_many(severities, fail_on, code):
    assert exit_code(report(*severities), fail_on) == code


def test_a_file_that_could_not_be_checked_weighs_more_than_findings():
    for fail_on in ("info", "never"):
        assert exit_code(report(Severity.ERROR, error="page.md: cannot be read"), fail_on) == 2


def test_findings_go_to_stdout_and_the_summary_to_stderr(medlint, page):
    path = page(BAD)
    result = medlint("check", path)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{path}:")
    assert result.stderr.startswith("1 file checked: ")


def test_quiet_leaves_out_the_summary_only(medlint, page):
    path = page(BAD)
    loud, quiet = medlint("check", path), medlint("check", path, "-q")
    assert quiet.stderr == ""
    assert quiet.stdout == loud.stdout


def test_an_article_without_claims_has_no_findings(medlint, page):
    result = medlint("check", page(GOOD))
    assert (result.stdout, result.exit_code) == ("", 0)


def test_fail_on_never_shows_findings_and_exits_with_0(medlint, page):
    result = medlint("check", page(BAD), "--fail-on", "never")
    assert result.exit_code == 0
    assert "OVS101" in result.stdout


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (["--select", "OVS101"], {"OVS101"}),
        (["--select", "cure"], {"OVS101"}),
        (["--select", "OVS101, RSK201"], {"OVS101", "RSK201"}),
        (["--select", "OVS101", "--select", "RSK201"], {"OVS101", "RSK201"}),
        (["--select", "OVS101,RSK201", "--ignore", "RSK"], {"OVS101"}),
    ],
)
def test_select_and_ignore_take_lists_and_may_be_repeated(medlint, page, options, codes):
    result = medlint("check", page(BAD), "--format", "json", *options)
    findings = json.loads(result.stdout)["files"][0]["findings"]
    assert {finding["code"] for finding in findings} == codes


def test_a_folder_is_searched(medlint, page, tmp_path):
    page(BAD, "a/one.md"), page(GOOD, "b/two.html"), page("x", "b/data.csv")
    result = medlint("check", tmp_path, "--format", "json")
    assert [file["path"] for file in json.loads(result.stdout)["files"]] == [
        str(tmp_path / "a" / "one.md"),
        str(tmp_path / "b" / "two.html"),
    ]


def test_standard_input_is_read_as_its_file_name_says(medlint):
    html = "<title>x</title><p>An epidural <b>steroid</b> injection cures sciatica.</p>"
    result = medlint(
        "check", "-", "--stdin-filename", "page.html", "--format", "concise", "--select", "cure", input=html
    )
    assert result.stdout.startswith("page.html:1:")
    assert result.exit_code == 1


def test_standard_input_is_markdown_unless_named(medlint):
    result = medlint("check", "-", "--format", "json", input=BAD)
    (file,) = json.loads(result.stdout)["files"]
    assert file["path"] == "stdin.md"
    assert file["findings"]


def test_standard_input_and_files_are_linted_together(medlint, page):
    path = page(GOOD)
    result = medlint("check", "-", path, "--format", "json", input=BAD)
    assert [file["path"] for file in json.loads(result.stdout)["files"]] == ["stdin.md", str(path)]


def test_the_environment_names_the_format_and_an_option_overrides_it(medlint, page):
    path = page(BAD)
    assert medlint("check", path, env={"MEDLINT_FORMAT": "json"}).stdout.startswith('{"version": 1')
    assert medlint("check", path, "--format", "concise", env={"MEDLINT_FORMAT": "json"}).stdout.startswith(str(path))


@pytest.mark.parametrize("text", [BAD, GOOD])
def test_an_output_file_holds_what_stdout_would_and_changes_no_exit_code(medlint, page, tmp_path, text):
    path, out = page(text), tmp_path / "out.txt"
    printed, written = medlint("check", path), medlint("check", path, "-o", out)
    assert written.stdout == ""
    assert out.read_text(encoding="utf-8") == printed.stdout
    assert written.exit_code == printed.exit_code


def test_offsets_leave_out_a_byte_order_mark_and_count_code_points(medlint):
    text = "# Sciatica 😀\r\n\r\nCaf&eacute; talk: an epidural steroid\r\ninjection cures sciatica.\r\n"
    result = medlint("check", "-", "--format", "json", "--select", "cure", input=("\ufeff" + text).encode())
    (finding,) = json.loads(result.stdout)["files"][0]["findings"]
    start, end = finding["start"], finding["end"]
    assert text[start["offset"] : end["offset"]] == finding["text"]
    assert start == {"offset": text.index(finding["text"]), "line": 4, "column": 11}


def test_a_terminal_that_cannot_show_a_character_is_no_error(shell, page):
    path = page(BAD.replace("cures", "cures 痛み and 😀"))
    run = shell("check", path, env={"PYTHONIOENCODING": "cp1252"})
    assert run.returncode == 1
    assert b"Traceback" not in run.stderr


def test_records_of_ones_own_are_read_beside_the_shipped_ones(medlint, page, tmp_path):
    concepts = tmp_path / "own" / "concepts"
    concepts.mkdir(parents=True)
    (concepts / "own.yaml").write_text(
        "concepts:\n  - {id: zorbal-injection, kind: intervention, name: zorbal injection, aliases: [zorbal]}\n"
    )
    path = page("# Zorbal\n\nA zorbal may help some people.\n")
    result = medlint("check", path, "--format", "json", env={"MEDLINT_CLAIMS_DB": str(tmp_path / "own")})
    assert "zorbal-injection" in json.loads(result.stdout)["files"][0]["article"]["interventions"]
