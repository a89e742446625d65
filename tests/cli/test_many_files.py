"""Runs over many files: spread over processes, interrupted, watched, with broken files among them."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

PAGE = "# Sciatica\n\nAn epidural steroid injection number {}mg cures sciatica.\n"  # spaCy is asked for doses


@pytest.fixture
def site(tmp_path):
    """Write a folder of `count` pages, all different."""

    def write(count):
        folder = tmp_path / "site"
        folder.mkdir()
        for number in range(count):
            (folder / f"{number:05}.md").write_text(PAGE.format(number))
        return folder

    return write


def report(shell, *arguments):
    result = shell("check", "--format", "json", "--isolated", *arguments)
    return result, json.loads(result.stdout)


def test_processes_side_by_side_keep_the_words_that_they_learn(shell, site, tmp_path, monkeypatch):
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "cache"))
    shell("check", site(70), "--isolated", "-j", "2", "--format", "json")
    [entry] = (tmp_path / "cache").glob("tokens-*")
    kept = json.loads(entry.read_bytes().partition(b"\n")[2])  # by the process that ended last, at least
    assert not {f"{number}mg" for number in range(70)}.isdisjoint(kept)


def test_two_processes_report_what_one_reports(shell, site):
    folder = site(70)
    one, expected = report(shell, folder, "--no-cache", "-j", "1")
    two, found = report(shell, folder, "--no-cache", "-j", "2")
    assert found == expected
    assert (two.returncode, two.stderr) == (one.returncode, one.stderr) == (1, one.stderr)


def test_processes_share_the_cache(shell, site, tmp_path):
    folder, cache = site(70), {"MEDLINT_CACHE_DIR": str(tmp_path / "cache")}
    shell("check", folder, "-j", "2", "--isolated", env=cache)
    assert len(list((tmp_path / "cache" / "findings").iterdir())) == 70
    again = shell("check", folder, "--stats", "--isolated", env=cache)
    assert b"0 of 70 files linted" in again.stderr
    assert b"seconds are of what was linted anew" in again.stderr


def test_statistics_of_remembered_findings_count_them_without_seconds(shell, site, tmp_path):
    folder, cache = site(3), {"MEDLINT_CACHE_DIR": str(tmp_path / "cache")}
    shell("check", folder, "--isolated", env=cache)
    lines = shell("check", folder, "--stats", "--isolated", env=cache).stderr.decode().splitlines()
    assert next(line for line in lines if line.startswith("OVS101")).split() == ["OVS101", "3"]


def test_two_runs_on_one_cache_at_once_both_report_everything(environment, site, tmp_path):
    folder, cache = site(40), str(tmp_path / "cache")
    command = [sys.executable, "-m", "medlint", "check", str(folder), "--isolated", "--format", "json"]
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, env=environment(MEDLINT_CACHE_DIR=cache)) for _ in range(2)
    ]
    first, second = [json.loads(run.communicate(timeout=60)[0]) for run in runs]
    assert first == second
    assert len(first["files"]) == 40


def test_broken_files_among_many_are_told_and_the_others_linted(shell, site):
    folder = site(1000)
    broken = [folder / f"{number:05}.md" for number in range(0, 1000, 100)]
    for path in broken:
        path.write_bytes(b"\xff\xfe\xff")
    result, found = report(shell, folder, "--no-cache")
    assert result.returncode == 2
    assert [file["path"] for file in found["files"] if file["error"]] == [str(path) for path in broken]
    assert sum(bool(file["findings"]) for file in found["files"]) == 990
    assert result.stderr.count(b"cannot decode") == 10


def test_a_process_that_is_killed_is_told_in_one_line(shell, site, tmp_path):
    killing = "import os\nos.register_at_fork(after_in_child=lambda: os.kill(os.getpid(), 9))\n"
    (tmp_path / "sitecustomize.py").write_text(killing)
    result = shell("check", site(70), "--no-cache", "-j", "2", "--isolated", env={"PYTHONPATH": str(tmp_path)})
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr
    assert b"a process that linted was killed" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGINT")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_with_130_and_what_was_found_so_far(environment, site, tmp_path, jobs):
    target = tmp_path / "report.json"
    command = [sys.executable, "-m", "medlint", "check", str(site(3000)), "--isolated", "--no-cache", "-j", jobs]
    command += ["--format", "concise", "--output", f"json={target}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as run:
        run.stdout.readline()  # findings come while the run goes on
        run.send_signal(signal.SIGINT)
        _, errors = run.communicate(timeout=60)
    assert run.returncode == 130
    assert b"interrupted: this is what was found in the first" in errors
    assert b"Traceback" not in errors
    assert 0 < len(json.loads(target.read_text())["files"]) < 3000


def test_a_file_that_vanishes_is_an_error_of_that_file(site):
    from medlint.linting.configuration.configuring import Configuration
    from medlint.linting.running import Run

    folder = site(3)
    files = Run(Configuration(isolated=True)).check_paths([folder]).files
    (folder / "00001.md").unlink()
    assert [file.error for file in files] == [None, f"{folder / '00001.md'}: no such file or folder", None]


def test_a_file_that_changes_is_reported_as_it_was_when_it_was_read(site):
    from medlint.linting.configuration.configuring import Configuration
    from medlint.linting.running import Run

    folder = site(1)
    files = Run(Configuration(isolated=True)).check_paths([folder]).files
    (folder / "00000.md").write_text("# New\n\nNerve ablation cures back pain.\n")
    [file] = files
    (folder / "00000.md").write_text("gone")
    finding = next(finding for finding in file.findings if finding.code == "OVS101")
    assert file.source[finding.start.offset : finding.end.offset] == finding.text == "cures"


def test_no_bar_is_drawn_where_nobody_looks(shell, site):
    assert b"Linting" not in shell("check", site(60), "-q", "--isolated").stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("ci", "bar"), [("", True), ("true", False)])
def test_a_bar_is_drawn_on_a_terminal_but_not_on_a_machine_that_builds(environment, site, ci, bar):
    import pty

    main, terminal = pty.openpty()
    command = [sys.executable, "-m", "medlint", "check", str(site(60)), "--isolated", "--fail-on", "never"]
    run = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=terminal, env=environment(CI=ci), timeout=60, check=True
    )
    os.close(terminal)
    assert run.returncode == 0
    assert (b"Linting" in _drained(main)) == bar


def _drained(descriptor):
    shown = b""
    try:
        while piece := os.read(descriptor, 65536):
            shown += piece
    except OSError:  # how a closed terminal ends on Linux
        pass
    return shown


def test_statistics_name_rules_and_the_slowest_files(shell, site):
    errors = shell("check", site(3), "--stats", "--no-cache", "--isolated").stderr.decode()
    lines = errors.splitlines()
    assert next(line for line in lines if line.startswith("OVS101")).split()[1] == "3"
    assert any(line.startswith("3 of 3 files linted in ") for line in lines)
    assert sum(line.endswith(".md") for line in lines) == 3


@pytest.mark.parametrize(("value", "said"), [("0", "'0' is neither"), ("many", "'many' is neither"), ("-1", "'-1'")])
def test_a_number_of_processes_that_is_none(shell, tmp_path, value, said):
    result = shell("check", tmp_path, f"--jobs={value}")
    assert result.returncode == 2
    assert said.encode() in result.stderr


def test_findings_are_written_while_the_run_goes_on(environment, site):
    command = [sys.executable, "-m", "medlint", "check", str(site(1500)), "--isolated", "--no-cache", "-j", "1"]
    started = time.perf_counter()
    with subprocess.Popen(
        [*command, "--format", "concise", "-q"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment()
    ) as run:
        run.stdout.readline()
        first = time.perf_counter() - started
        run.communicate(timeout=60)
    assert first < 0.9 * (time.perf_counter() - started)
