"""Several reports of one run, and GitHub's job summary."""

import json

import pytest

BAD = "# Sciatica\n\nAn epidural steroid injection cures sciatica.\n"


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.md"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_one_run_writes_any_number_of_reports(medlint, page, tmp_path):
    result = medlint("check", page, "--output", f"sarif={tmp_path}/a.sarif", "--output", f"jsonl={tmp_path}/b=c.jsonl")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{page}:")
    assert json.loads((tmp_path / "a.sarif").read_text())["runs"][0]["results"]
    assert (tmp_path / "b=c.jsonl").read_text().startswith('{"type": "run"')


def test_more_reports_change_neither_stdout_nor_exit_code(medlint, page, tmp_path):
    for extra in ([], ["--fail-on", "never"]):
        alone = medlint("check", page, *extra)
        more = medlint("check", page, *extra, "-o", tmp_path / "o.txt", "--output", f"html={tmp_path}/o.html")
        assert more.exit_code == alone.exit_code
        assert (tmp_path / "o.txt").read_text(encoding="utf-8") == alone.stdout


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("sarfi=x", "there is no format 'sarfi', did you mean 'sarif'?"),
        ("x.sarif", "there is no format 'x.sarif'"),
        ("sarif", "'sarif' names no file: write sarif=FILE"),
        ("sarif=-", "'sarif=-' names no file: write sarif=FILE"),
    ],
)
def test_what_is_no_output_is_refused_before_the_work(medlint, page, value, message):
    result = medlint("check", page, "--output", value)
    assert result.exit_code == 2
    assert message.split(",")[0] in result.stderr
    assert result.stdout == ""


def test_two_reports_never_go_to_one_file(medlint, page, tmp_path):
    out = tmp_path / "x.out"
    result = medlint("check", page, "-o", out, "--output", f"json={tmp_path}/./x.out")
    assert (result.exit_code, out.exists()) == (2, False)
    assert "two reports would go to" in result.stderr


def test_a_place_that_cannot_be_written_leaves_every_report_unwritten(medlint, page, tmp_path):
    kept = tmp_path / "kept.json"
    result = medlint("check", page, "-o", kept, "--output", f"html={tmp_path}/none/x.html")
    assert (result.exit_code, kept.exists()) == (2, False)


def test_what_github_shows_no_annotation_for_is_added_to_the_job_summary(medlint, page, tmp_path):
    page.write_text(BAD + "\n\nAn epidural steroid injection cures sciatica for good, it really does.\n" * 15)
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    result = medlint("check", page, "--format", "github", env={"GITHUB_STEP_SUMMARY": str(summary)})
    assert result.stdout.count("::error ") == 10
    assert summary.read_text(encoding="utf-8").startswith("before\n# medlint\n")
    assert "**error** OVS101 cure" in summary.read_text(encoding="utf-8")


def test_only_the_format_for_github_writes_a_job_summary(medlint, page, tmp_path):
    summary = tmp_path / "summary.md"
    medlint("check", page, env={"GITHUB_STEP_SUMMARY": str(summary)})
    assert not summary.exists()


def test_a_job_summary_that_cannot_be_written_is_told_and_nothing_more(medlint, page, tmp_path):
    result = medlint("check", page, "--format", "github", env={"GITHUB_STEP_SUMMARY": str(tmp_path / "no" / "s.md")})
    assert result.exit_code == 1
    assert "cannot write the job summary" in result.stderr
