"""A report or baseline is whole or as it was: a kill, a full disk or a read-only folder leaves no half of one."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
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
KEPT = ("page.md", "report.json", "medlint-baseline.json")
OLD = '{"version": 1,\n "entries": [\n ]}\n'


@pytest.fixture(autouse=True)
def _signals_are_not_ignored():
    """What is started by `nohup` or in the background ignores some signals, and so would every process started here."""
    numbers = [getattr(signal, name) for name in ("SIGHUP", "SIGQUIT") if hasattr(signal, name)]
    before = {number: signal.signal(number, signal.SIG_DFL) for number in numbers}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


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
        if "x" in mode and path.name.endswith(suffix):
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
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "new-cache"))
    refuse(monkeypatch, errno.ENOSPC, ".tmp")
    result = medlint("check", site / "page.md", "--isolated", "--format", "concise", "-q")
    assert (result.exit_code, result.stderr) == (1, "")
    assert "OVS101" in result.stdout
    assert not list((tmp_path / "new-cache").rglob("*.*"))


STOPPED = """\
import os, signal, sys
from medlint.atomic_write import Path
Path.replace = lambda *_: os.kill(os.getpid(), {number})
os.link = Path.replace
sys.argv[0] = "medlint"
from medlint.cli.main import main
sys.exit(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGHUP")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
@pytest.mark.parametrize(
    "command",
    [
        "check page.md --format json -o report.json",
        "check page.md --format json --output json=report.json --output html=report.html",
        "check page.md -o new.txt",
        "baseline write page.md",
        "init --profile patient",
        "new-rule no-wonder-cures",
    ],
)
def test_a_run_that_is_ended_while_it_writes_leaves_nothing_beside(environment, site, command, number):
    program = [sys.executable, "-c", STOPPED.format(number=int(number)), *command.split()]
    done = subprocess.run(
        program, cwd=site, env=environment(MEDLINT_NO_CACHE="1"), capture_output=True, timeout=60, check=False
    )
    assert done.returncode == -number, done.stderr  # 143 or 129 to a shell
    assert {path.name for path in site.rglob("*")} <= {*KEPT, "house-rules"}
    assert (site / "report.json").read_text() == "old"
    assert (site / "medlint-baseline.json").read_text() == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGTERM")
def test_a_run_that_is_ended_while_it_writes_to_the_cache_leaves_nothing_there(environment, site):
    program = [sys.executable, "-c", STOPPED.format(number=int(signal.SIGTERM)), "check", "page.md"]
    variables = environment(MEDLINT_CACHE_DIR=str(site / "cache"))
    done = subprocess.run(program, cwd=site, env=variables, capture_output=True, timeout=60, check=False)
    assert done.returncode == -signal.SIGTERM, done.stderr
    assert [path for path in (site / "cache").rglob("*") if path.is_file()] == []


@pytest.mark.skipif(sys.platform != "linux", reason="counts processes by /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_no_process_outlives_the_run_that_started_it(environment, site, number):
    for page in range(1500):
        (site / f"{page}.md").write_text(PAGE.replace("injection", f"injection number {page}mg"))
    command = "check . --isolated --no-cache -j 2 --format concise --output json=report.json"
    with subprocess.Popen(
        [sys.executable, "-m", "medlint", *command.split()],
        cwd=site,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as run:
        assert wait_for(lambda: len(children_of(run.pid)) == 2)
        children = children_of(run.pid)
        run.send_signal(number)
        run.communicate(timeout=60)  # which also waits for those that have its standard output
    assert run.returncode == -number
    assert wait_for(lambda: not any(map(runs, children)))
    beside = [path.name for path in site.glob(".*")]
    assert len(beside) == (number == signal.SIGKILL)
    assert (site / "report.json").read_text() == "old"


def children_of(process):
    """The processes that a process has started, by number."""
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


def wait_for(condition):
    """Whether a condition holds within ten seconds."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def runs(process):
    """Whether a process is there and has not ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGHUP")
def test_a_signal_that_is_ignored_stays_ignored(environment, site):
    script = STOPPED.format(number=int(signal.SIGHUP)).replace("_: os.kill", "a: os.rename(*a) or os.kill")
    program = ["/bin/sh", "-c", 'trap "" HUP; exec "$@"', "sh", sys.executable, "-c", script]
    program += ["check", "page.md", "--format", "json", "-o", "report.json"]  # as under nohup
    done = subprocess.run(
        program, cwd=site, env=environment(MEDLINT_NO_CACHE="1"), capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 1, done.stderr
    assert (site / "report.json").read_text().startswith('{"version": 1')


def test_what_a_killed_run_left_behind_does_not_block_the_next(medlint, site, monkeypatch):
    monkeypatch.chdir(site)
    for name in (f".report.json.{os.getpid()}.part", ".medlint-0000000000000000.part"):
        (site / name).mkdir()
    assert medlint("check", "page.md", "--format", "json", "-o", "report.json").exit_code == 1
    assert medlint("baseline", "write", "page.md").exit_code == 0
    assert (site / "report.json").read_text().startswith('{"version": 1')
