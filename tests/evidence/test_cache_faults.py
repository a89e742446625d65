"""What may happen to a cache: two runs at once, no room, no right to write, changed bytes, a run that was killed."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time

import pytest
from tinybase import write

from medlint import caching, data
from medlint.data import snapshot

TREE = {"a.yaml": {"x": ["é", 1, None], "long": "y" * 50_000}}
READ = (
    "import sys; from pathlib import Path; from medlint.data import snapshot; tree = snapshot(Path(sys.argv[1])).tree\n"
)
CHECK = "assert tree['a.yaml']['x'] == ['é', 1, None], tree\n"


@pytest.fixture
def folder(tmp_path):
    """A folder of data."""
    write(tmp_path / "data" / "a.yaml", TREE["a.yaml"])
    return tmp_path / "data"


def start(code, folder):
    return subprocess.Popen([sys.executable, "-c", code, str(folder)], stderr=subprocess.PIPE, text=True)


def ended(process):
    _, errors = process.communicate(timeout=30)
    return process.returncode, errors


def only_entry(cache_folder):
    [entry] = cache_folder.glob("data-*.json")
    return entry


def test_two_runs_may_fill_one_cache_at_once(folder, cache_folder):
    assert [ended(process) for process in [start(READ + CHECK, folder) for _ in range(4)]] == [(0, "")] * 4
    assert [path.suffix for path in cache_folder.iterdir()] == [".json"]
    assert caching.recall(only_entry(cache_folder).name)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
@pytest.mark.skipif(os.name == "nt", reason="folders have no such mode there")
def test_the_folder_that_is_made_is_for_its_user_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "new" / "cache"))
    caching.keep("findings/a1-b2.json", "text")
    assert caching.recall("findings/a1-b2.json") == "text"
    assert (tmp_path / "new" / "cache").stat().st_mode & 0o777 == 0o700


def test_a_full_disk_costs_nothing_but_time(folder, cache_folder):
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
    assert ended(start(limited + READ + CHECK, folder)) == (0, "")
    assert list(cache_folder.iterdir()) == []


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC])
def test_a_cache_that_cannot_be_written_is_left_alone(folder, cache_folder, monkeypatch, number):
    def fail(*_, **__):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("medlint.caching.replacing", fail)
    assert snapshot(folder).tree == TREE
    assert list(cache_folder.glob("*")) == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind root")
def test_a_read_only_cache_is_read(folder, cache_folder, monkeypatch):
    snapshot(folder)
    cache_folder.chmod(0o500)
    monkeypatch.setattr(data, "_parse", lambda *_: pytest.fail("parsed again"))
    assert snapshot(folder).tree == TREE
    cache_folder.chmod(0o700)


@pytest.mark.parametrize("place", [0, 20, 40, 60, -60, -3])
def test_a_flipped_byte_is_noticed_and_mended(folder, cache_folder, place):
    snapshot(folder)
    entry = only_entry(cache_folder)
    good = entry.read_bytes()
    spoilt = bytearray(good)
    spoilt[place] ^= 1
    entry.write_bytes(spoilt)
    assert snapshot(folder).tree == TREE
    assert entry.read_bytes() == good


def test_an_entry_that_was_cut_short_is_noticed_and_mended(folder, cache_folder):
    snapshot(folder)
    entry = only_entry(cache_folder)
    good = entry.read_bytes()
    entry.write_bytes(good[: len(good) // 2])
    assert snapshot(folder).tree == TREE
    assert entry.read_bytes() == good


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_run_that_is_killed_while_it_writes_leaves_nothing_that_is_read(folder, cache_folder):
    killed = "import os, pathlib; pathlib.Path.replace = lambda *_: os.kill(os.getpid(), 9)\n"
    assert ended(start(killed + READ, folder))[0] == -signal.SIGKILL
    assert [path.suffix for path in cache_folder.iterdir()] == [".tmp"]
    assert ended(start(READ + CHECK, folder)) == (0, "")


def test_what_a_killed_run_left_is_swept_up_a_day_later(folder, cache_folder):
    cache_folder.mkdir(parents=True, exist_ok=True)
    old, new = cache_folder / "data-old.json.1.tmp", cache_folder / "data-new.json.2.tmp"
    for path, age in ((old, 90_000), (new, 60)):
        path.write_text("half")
        os.utime(path, (time.time() - age,) * 2)
    snapshot(folder)
    assert (old.exists(), new.exists()) == (False, True)


def test_an_entry_of_another_form_is_not_read(folder, monkeypatch):
    snapshot(folder)
    monkeypatch.setattr(data, "_FORM", data._FORM + 1)
    monkeypatch.setattr(data, "_parse", lambda *_: {"a.yaml": "read again"})
    assert snapshot(folder).tree == {"a.yaml": "read again"}
