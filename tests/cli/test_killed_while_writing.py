"""A report or baseline is whole or as it was: a kill, a full disk or a read-only folder leaves no half of one."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = "# Sciatica\n\nAn epidural steroid injection cures sciatica.\n"
KILLED = """\
import os, pathlib, sys
pathlib.Path.replace = lambda *_: os.kill(os.getpid(), 9)
sys.argv[0] = "medlint"
from medlint.cli.main import main
sys.exit(main())
"""
OLD = '{"version": 1,\n "entries": [\n ]}\n'


@pytest.fixture
def site(tmp_path):
    """A folder with a page, and with a report and a baseline of an earlier run."""
    (tmp_path / "page.md").write_text(PAGE)
    (tmp_path / "report.json").write_text("old")
    (tmp_path / "medlint-baseline.json").write_text(OLD)
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize(
    ("command", "file", "old"),
    [
        ("check page.md --format json -o report.json", "report.json", "old"),
        ("check page.md --output json=report.json", "report.json", "old"),
        ("baseline write page.md", "medlint-baseline.json", OLD),
    ],
)
def test_a_run_that_is_killed_while_it_writes_leaves_the_old_file_whole(environment, site, command, file, old):
    program = [sys.executable, "-c", KILLED, *command.split()]
    variables = environment(MEDLINT_NO_CACHE="1")
    done = subprocess.run(program, cwd=site, env=variables, capture_output=True, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert (site / file).read_text() == old


def refuse(monkeypatch, number, suffix=".part"):
    """Make it impossible to open files of this suffix for writing."""
    opened = Path.open

    def attempt(path, mode="r", *arguments, **options):
        if "w" in mode and path.name.endswith(suffix):
            raise OSError(number, os.strerror(number), str(path))
        return opened(path, mode, *arguments, **options)

    monkeypatch.setattr(Path, "open", attempt)


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC])
@pytest.mark.parametrize(
    ("command", "file"),
    [("check page.md -o report.json", "report.json"), ("baseline write page.md", "medlint-baseline.json")],
)
def test_a_folder_that_cannot_be_written_is_told_in_one_line(medlint, site, monkeypatch, number, command, file):
    before = (site / file).read_bytes()
    monkeypatch.chdir(site)
    refuse(monkeypatch, number)
    result = medlint(*command.split())
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("medlint: cannot write ")
    assert result.stderr.rstrip().endswith(os.strerror(number))
    assert result.stderr.count("\n") == 1
    assert (site / file).read_bytes() == before


def test_a_cache_on_a_full_disk_does_not_stop_the_lint(medlint, site, monkeypatch, tmp_path):
    def full(path, _content):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "new-cache"))
    monkeypatch.setattr(Path, "write_bytes", full)
    result = medlint("check", site / "page.md", "--isolated", "--format", "concise", "-q")
    assert (result.exit_code, result.stderr) == (1, "")
    assert "OVS101" in result.stdout
