"""The linter as programs use it, with the shipped rules and database."""

from __future__ import annotations

import pytest

from medlint.errors import DataError, UsageError
from medlint.linting.configuration.configuring import settings_of
from medlint.linting.configuration.layers import Layer
from medlint.linting.configuration.profiles import load_profiles
from medlint.linting.configuration.resolving import resolve
from medlint.linting.findings import Confidence
from medlint.linting.linter import Linter
from medlint.linting.settings import Settings

PAGE = "# Epidural steroid injections\n\nEpidural steroid injections cure sciatica for good.\n"


@pytest.fixture(scope="module")
def linter():
    return Linter()


def test_a_text_is_linted_at_the_exact_words(linter):
    report = linter.check_text(PAGE, "page.md")
    cure = next(finding for finding in report.findings if finding.code == "OVS101")
    assert report.source[cure.start.offset : cure.end.offset] == cure.text
    assert "cure" in cure.text
    assert cure.intervention == "epidural-steroid-injection"


def test_every_finding_is_at_its_words_also_behind_entities_and_a_byte_order_mark(linter):
    page = (
        "\ufeff<h1>Epidural steroid injections</h1>\r\n<p>They are <b>completely</b>&nbsp;safe &amp; cure sciatica.</p>"
    )
    report = linter.check_text(page, "page.html")
    assert report.findings
    for finding in report.findings:
        assert report.source[finding.start.offset : finding.end.offset].startswith(finding.text[:3])


def test_messages_are_short_and_filled(linter):
    for finding in linter.check_text(PAGE, "page.md").findings:
        assert 0 < len(finding.message) <= 200
        assert "{" not in finding.message


def test_a_file_and_a_folder_are_linted_alike(linter, tmp_path):
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    alone, folder = linter.check_file(tmp_path / "page.md"), linter.check_paths([tmp_path])
    assert folder.files == (alone,)


def test_linting_twice_gives_the_same(linter):
    assert linter.check_text(PAGE) == Linter().check_text(PAGE)


def test_a_path_without_an_article_is_an_error_and_the_others_are_linted(linter, tmp_path):
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    missing, folder = tmp_path / "missing.md", tmp_path / "empty"
    report = linter.check_paths([missing, folder, tmp_path / "page.md"])
    assert [file.error is None for file in report.files] == [False, False, True]
    assert report.files[0].error.startswith(str(missing))
    assert report.files[1].error.startswith(str(folder))
    assert report.files[0].article is None
    assert report.files[2].findings


def test_the_report_names_the_versions_of_tool_and_data(linter):
    report = linter.check_paths([])
    assert report.tool_version
    assert set(report.data) == {"claims_db", "rules"}
    assert all(len(data.digest) == 16 for data in report.data.values())


def test_rules_are_selected_and_ignored():
    page = f"{PAGE}\nThey are completely safe.\n"
    only = Linter(Settings(select=("OVS",), ignore=("cure",))).check_text(page)
    assert [finding.code for finding in only.findings] == ["OVS103", "OVS104"]


def test_findings_of_low_confidence_are_shown_only_when_asked_for():
    text = "# Epidural steroid injections\n\nEpidural steroid injections improve walking in sciatica.\n"
    shown = Linter(Settings(select=("OVS",))).check_text(text).findings
    all_of_them = Linter(Settings(select=("OVS",), min_confidence=Confidence.LOW)).check_text(text).findings
    assert Confidence.LOW not in {finding.confidence for finding in shown}
    assert len(all_of_them) > len(shown)


def test_the_guideline_from_home_is_named_first_and_the_findings_are_the_same():
    text = "# Facet joint injections\n\nGuidelines recommend facet joint injections for chronic low back pain.\n"
    abroad, home = (Linter(Settings(home=home)).check_text(text) for home in ((), ("United Kingdom",)))
    one, other = (next(each for each in report.findings if each.code == "GDL401") for report in (abroad, home))
    assert one.evidence[0].source == "bmj-2025-cpg"
    assert "NICE" in other.message
    assert {each.record for each in one.evidence} == {each.record for each in other.evidence}
    assert [each.code for each in abroad.findings] == [each.code for each in home.findings]


@pytest.mark.parametrize("profile", load_profiles().values(), ids=lambda profile: profile.name)
def test_every_profile_can_be_linted_with(profile):
    layer = Layer("profile", profile.model_dump(exclude_none=True, exclude={"name", "also", "sort", "summary"}))
    assert Linter(settings_of(resolve([layer]))).check_text(PAGE).error is None


def test_an_unknown_rule_is_refused_before_anything_is_linted():
    with pytest.raises(UsageError, match="unknown rule 'OVS130'; did you mean 'OVS1"):
        Linter(Settings(select=("OVS130",))).check_paths([])


def test_a_broken_folder_of_rules_is_refused(tmp_path):
    (tmp_path / "own.yaml").write_text("code: OWN101\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"own\.yaml:1"):
        Linter(Settings(rules=(tmp_path,))).check_text(PAGE)


def test_an_article_without_anything_in_it_has_facts_and_no_findings(linter):
    report = linter.check_text("", "page.md")
    assert report.findings == ()
    assert report.article is not None
    assert report.sentences == 0
