"""Runs over files that are configured differently."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from medlint.errors import UsageError
from medlint.linting.configuration.configuring import Configuration
from medlint.linting.findings import Severity
from medlint.linting.running import Run

PAGE = "# Sciatica\n\nAn epidural steroid injection cures sciatica.\n"


@pytest.fixture
def site(tmp_path, monkeypatch):
    """Write files below the working folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()

    def write(**files):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")

    return write


def run(*paths, today=None, **flags):
    return Run(Configuration(flags, environment={}), today).check_paths(paths or ["."])


def codes(report):
    return {Path(file.path).as_posix(): {finding.code for finding in file.findings} for file in report.files}


def test_each_file_is_linted_as_the_nearest_configuration_says(site):
    site(
        **{
            "a/medlint.toml": 'select = ["cure"]',
            "b/medlint.toml": 'select = ["RSK201"]',
            "a/x.md": PAGE,
            "b/x.md": PAGE,
        }
    )
    assert codes(run()) == {"a/x.md": {"OVS101"}, "b/x.md": {"RSK201"}}


def test_an_override_by_glob_ignores_rules_for_some_files(site):
    config = 'select = ["cure", "RSK201"]\n[[overrides]]\nfiles = ["blog/"]\nextend-ignore = ["cure"]\n'
    site(**{"medlint.toml": config, "blog/x.md": PAGE, "x.md": PAGE})
    assert codes(run()) == {"blog/x.md": {"RSK201"}, "x.md": {"OVS101", "RSK201"}}


def test_what_is_mandatory_runs_whatever_is_ignored(site):
    site(**{"medlint.toml": 'mandatory = ["cure"]', "x.md": PAGE})
    assert codes(run(ignore="cure,risk", select="RSK"))["x.md"] == {"OVS101"}


def test_the_narrowest_severity_counts_wherever_it_stands(site):
    site(**{"x.md": PAGE, "medlint.toml": "[severity]\ncure = 'info'\noverstatement = 'warning'\nOVS = 'error'"})
    (finding,) = run(select="cure").files[0].findings
    assert finding.severity is Severity.INFO


def test_what_is_excluded_is_left_out_also_where_it_is_named(site):
    site(**{"medlint.toml": 'exclude = ["old/"]', "old/x.md": PAGE, "new/x.md": PAGE})
    assert list(codes(run())) == ["new/x.md"]
    assert list(codes(run("old/x.md", "new/x.md"))) == ["new/x.md"]


def test_include_narrows_folders_but_not_files_that_are_named(site):
    site(**{"medlint.toml": 'include = ["pages/"]', "pages/x.md": PAGE, "notes.md": PAGE})
    assert list(codes(run())) == ["pages/x.md"]
    assert list(codes(run("notes.md"))) == ["notes.md"]


def test_what_git_ignores_is_left_out_of_folders_unless_asked_for(site):
    site(**{".gitignore": "build/\n", "build/x.md": PAGE, "x.md": PAGE})
    assert list(codes(run())) == ["x.md"]
    assert list(codes(run("build/x.md"))) == ["build/x.md"]
    assert list(codes(run(gitignore=False))) == ["build/x.md", "x.md"]


def test_a_folder_of_which_all_is_left_out_is_an_error_that_says_so(site):
    site(**{"medlint.toml": 'exclude = ["*.md"]', "x.md": PAGE})
    (file,) = run().files
    assert file.error == ".: every article in this folder is left out by configuration or .gitignore"


def test_an_unknown_rule_is_refused_with_the_file_that_names_it(site):
    site(**{"medlint.toml": 'ignore = ["OVS130"]', "x.md": PAGE})
    with pytest.raises(UsageError, match=r"^medlint\.toml: unknown rule 'OVS130'; did you mean 'OVS1"):
        run()


def test_an_unknown_jurisdiction_is_refused_with_the_file_that_names_it(site):
    site(**{"medlint.toml": 'home = ["united-kingdom"]', "x.md": PAGE})
    with pytest.raises(UsageError, match=r"^medlint\.toml: home: no source of the database is from 'united-kingdom'"):
        run()


@pytest.mark.parametrize(("today", "found"), [("2025-06-30", set()), ("2025-07-05", {"PAG603"})])
def test_a_review_is_overdue_after_the_months_configured(site, today, found):
    page = f"---\nlast_reviewed: 2024-07-01\n---\n{PAGE}"
    site(**{"medlint.toml": 'select = ["review-overdue"]\nreview-months = 12', "x.md": page})
    assert codes(run(today=date.fromisoformat(today)))["x.md"] == found


def test_an_article_in_memory_is_linted_as_the_file_of_its_name(site):
    site(**{"a/medlint.toml": 'select = ["RSK201"]'})
    report = Run(Configuration(environment={})).check_text(PAGE, "a/x.md")
    assert {finding.code for finding in report.findings} == {"RSK201"}
