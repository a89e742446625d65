"""`medlint cache`, and what a run does with and without one."""

import json

import pytest

PAGE = "# Sciatica\n\nAn epidural steroid injection cures sciatica.\n"


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A cache that starts empty."""
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_info_tells_the_folder_and_what_it_holds(medlint, page, own):
    assert medlint("cache", "info").stdout.split() == ["folder", str(own)]
    medlint("check", page, "--isolated")
    kinds = [line.split()[0] for line in medlint("cache", "info").stdout.splitlines()]
    assert kinds[0] == "folder"
    assert {"run", "findings"} <= set(kinds)  # what was parsed and indexed before, in this process, is not kept again


def test_clear_deletes_the_entries_and_nothing_else(medlint, page, own):
    medlint("check", page, "--isolated")
    (own / "notes.txt").write_text("mine")
    assert medlint("cache", "clear").stdout.endswith(" entries deleted\n")
    assert [path.name for path in own.rglob("*") if path.is_file()] == ["notes.txt"]


def test_without_a_cache_nothing_is_written(medlint, page, own):
    result = medlint("check", page, "--isolated", env={"MEDLINT_NO_CACHE": "1"})
    assert result.exit_code == 1
    assert not own.exists()
    assert "none" in medlint("cache", "info", env={"MEDLINT_NO_CACHE": "1"}).stdout


@pytest.mark.usefixtures("own")
def test_no_cache_lints_anew(medlint, page, monkeypatch):
    medlint("check", page, "--isolated")
    monkeypatch.setattr("medlint.linting.kinds.claim.ClaimRule.find", lambda *_: iter(()))
    assert "OVS101" in medlint("check", page, "--isolated").stdout
    assert "OVS101" not in medlint("check", page, "--isolated", "--no-cache").stdout


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("form", ["full", "json", "sarif", "html", "gitlab", "junit", "markdown", "rdjson"])
def test_a_report_from_the_cache_is_the_same_to_the_byte(medlint, page, form):
    first = medlint("check", page, "--isolated", "--format", form, "--today", "2026-03-01")
    again = medlint("check", page, "--isolated", "--format", form, "--today", "2026-03-01")
    assert again.stdout == first.stdout
    assert (again.exit_code, again.stderr) == (first.exit_code, first.stderr)


def test_a_cache_in_a_read_only_place_costs_only_time(medlint, page, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    result = medlint("check", page, "--isolated", "--format", "json", env={"MEDLINT_CACHE_DIR": str(blocked / "cache")})
    assert json.loads(result.stdout)["summary"]["findings"]["error"] >= 1
    assert result.exit_code == 1


@pytest.mark.usefixtures("own")
def test_a_baseline_is_heeded_on_what_comes_from_the_cache(medlint, page, tmp_path):
    known = tmp_path / "known.json"
    medlint("baseline", "write", page, "--isolated", "--baseline", known)
    results = [medlint("check", page, "--isolated", "--baseline", known) for _ in range(2)]
    assert [result.exit_code for result in results] == [0, 0]
