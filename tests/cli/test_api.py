import pytest

import medlint
from medlint.linting.findings import Finding

BAD = "An epidural steroid injection cures sciatica."


def test_a_text_is_linted():
    findings = medlint.lint_text(BAD).findings
    assert "OVS101" in {finding.code for finding in findings}
    assert all(isinstance(finding, Finding) for finding in findings)


def test_the_file_name_says_how_to_read_a_text():
    html = medlint.lint_text(f"<style>cures</style><p>{BAD}</p>", "page.html")
    assert html.path == "page.html"
    assert all(finding.start.column > len("<style>cures</style>") for finding in html.findings)


def test_a_file_is_linted(tmp_path):
    path = tmp_path / "page.md"
    path.write_text(BAD)
    assert medlint.lint_file(path).findings == medlint.lint_file(str(path)).findings
    assert "OVS101" in {finding.code for finding in medlint.lint_file(path).findings}


def test_a_file_that_cannot_be_read_is_a_report_with_the_reason(tmp_path):
    report = medlint.lint_file(tmp_path / "missing.md")
    assert report.article is None
    assert "no such file" in report.error


def test_settings_choose_the_rules():
    settings = medlint.Settings(select=("RSK",))
    assert {finding.family for finding in medlint.lint_text(BAD, settings=settings).findings} == {"risk"}


def test_a_linter_can_be_kept():
    linter = medlint.Linter(medlint.Settings())
    assert linter.check_text(BAD, "page.md").findings == medlint.lint_text(BAD, "page.md").findings


def test_every_public_name_is_there():
    assert all(getattr(medlint, name) is not None for name in medlint.__all__)
    assert {"Linter", "lint_text", "lint_file", "Finding", "Report", "__version__"} <= set(dir(medlint))


def test_another_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'lint'"):
        medlint.lint  # noqa: B018 - the access is the test
