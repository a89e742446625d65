"""`medlint cache`, and what a run does with and without one."""

import json
import os

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


@pytest.fixture
def elsewhere(tmp_path):
    """A folder that is not the cache's, with a file named like an entry."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "00-mine.json").write_text("mine")
    return folder


def test_clear_goes_through_no_link_to_a_folder(medlint, own, elsewhere):
    own.mkdir()
    (own / "findings").symlink_to(elsewhere)
    (own / "tokens-folder.json").symlink_to(elsewhere)
    (own / "run-file.json").symlink_to(elsewhere / "00-mine.json")
    assert medlint("cache", "clear").stdout == "0 entries deleted\n"
    assert (elsewhere / "00-mine.json").read_text() == "mine"
    assert sorted(path.name for path in own.iterdir()) == ["findings", "run-file.json", "tokens-folder.json"]


def test_clear_leaves_a_folder_alone_that_is_named_like_an_entry(medlint, own):
    (own / "run-folder.json").mkdir(parents=True)
    result = medlint("cache", "clear")
    assert (result.exit_code, result.stdout) == (0, "0 entries deleted\n")


def test_a_run_writes_into_no_linked_folder(medlint, page, own, elsewhere):
    own.mkdir()
    (own / "findings").symlink_to(elsewhere)
    assert medlint("check", page, "--isolated").exit_code == 1
    assert [path.name for path in elsewhere.iterdir()] == ["00-mine.json"]


def test_an_entry_that_became_a_link_is_replaced_and_not_followed(medlint, page, own, tmp_path):
    medlint("check", page, "--isolated")
    entries = [path for path in own.rglob("*") if path.is_file()]
    victim = tmp_path / "victim"
    for entry in entries:
        victim.write_bytes(entry.read_bytes())
        entry.unlink()
        entry.symlink_to(victim)
    os.utime(victim, (1, 1))
    before = victim.read_bytes()
    assert medlint("check", page, "--isolated").exit_code == 1
    assert victim.read_bytes() == before
    assert victim.stat().st_mtime == 1
    assert not [entry for entry in entries if entry.is_symlink()]


@pytest.mark.parametrize("kind", ["pipe", "endless"])
def test_an_entry_that_would_never_end_is_not_read(shell, page, tmp_path, kind):
    cache = tmp_path / "cache"
    shell("check", page, "--isolated", env={"MEDLINT_CACHE_DIR": str(cache)})
    for entry in [path for path in cache.rglob("*") if path.is_file()]:
        entry.unlink()
        os.mkfifo(entry) if kind == "pipe" else entry.symlink_to("/dev/zero")
    assert shell("check", page, "--isolated", env={"MEDLINT_CACHE_DIR": str(cache)}).returncode == 1
