"""The exit code tells how a run ended, also where nobody can be told in words."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
import yaml

PAGE = "# Sciatica\n\nAn epidural steroid injection cures sciatica.\n"
CASES = yaml.safe_load((Path(__file__).parent / "streams.yaml").read_text(encoding="utf-8"))
STATES = ("full", "gone", "closed")
FAULT = """\
import sys
from medlint.cli.commands import {module}
{module}.command.callback = lambda **_: {body}
sys.argv[0] = "medlint"
from medlint.cli.main import main
main()
"""

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")


@pytest.fixture
def run(environment, tmp_path):
    """Run a program with one or both streams in a state, the other one open; the exit code."""
    (tmp_path / "page.md").write_text(PAGE)

    def attempt(program, **states):
        with ExitStack() as stack:
            streams = {name: _stream(stack, states.get(name)) for name in ("stdout", "stderr")}
            shut = "".join(f" {n}>&-" for n, name in ((1, "stdout"), (2, "stderr")) if states.get(name) == "closed")
            line = f"exec {shlex.join(map(str, program))}{shut}"
            done = subprocess.run(
                ["/bin/sh", "-c", line], cwd=tmp_path, env=environment(), timeout=60, check=False, **streams
            )
        return done.returncode

    return attempt


def _stream(stack, state):
    if state == "full":
        return stack.enter_context(open("/dev/full", "wb"))  # noqa: PTH123
    if state == "gone":
        reader, writer = os.pipe()
        os.close(reader)
        stack.callback(os.close, writer)
        return writer
    return subprocess.DEVNULL


def medlint(command):
    return [sys.executable, "-m", "medlint", *shlex.split(command)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["command"])
def test_the_exit_code_where_a_stream_cannot_be_written(run, case):
    program, code = medlint(case["command"]), case["code"]
    found = {"as a rule": run(program)}
    expected = {"as a rule": code}
    for name in ("stdout", "stderr"):
        for state, wanted in zip(STATES, (*case[name], code), strict=True):
            found[f"{name} {state}"] = run(program, **{name: state})
            expected[f"{name} {state}"] = wanted
    assert found == expected


@pytest.mark.parametrize("state", ["full", "gone"])
@pytest.mark.parametrize(
    "command", [case["command"] for case in CASES if case["stdout"] == [2, 2]], ids=lambda command: command
)
def test_a_job_that_failed_exits_with_2_where_neither_stream_can_be_written(run, command, state):
    assert run(medlint(command), stdout=state, stderr=state) == 2


@pytest.mark.parametrize("states", [{"stdout": s, "stderr": t} for s in STATES for t in STATES], ids=str)
@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("1 / 0", 2),
        ("exec('raise MemoryError')", 2),
        ("exec('raise KeyboardInterrupt')", 130),
        ("exec('import click; raise click.Abort')", 130),
    ],
    ids=["crash", "memory", "interrupt", "abort"],
)
def test_a_crash_and_an_interrupt_keep_their_exit_codes(run, body, code, states):
    assert run([sys.executable, "-c", FAULT.format(module="version", body=body), "version"], **states) == code


@pytest.mark.parametrize("state", STATES)
def test_a_crash_under_debug_exits_with_2_where_its_traceback_cannot_be_written(run, state):
    script = FAULT.format(module="version", body="1 / 0")
    assert run([sys.executable, "-c", script, "--debug", "version"], stderr=state) == 2


@pytest.mark.parametrize("state", ["full", "gone"])
def test_an_interrupted_run_exits_with_130_where_that_cannot_be_told(environment, tmp_path, state):
    for number in range(2000):
        (tmp_path / f"{number}.md").write_text(PAGE.replace("injection", f"injection number {number}mg"))
    program = medlint("check . --isolated --no-cache -j 1 --format concise")
    with ExitStack() as stack:
        errors = _stream(stack, state)
        run = subprocess.Popen(program, stdout=subprocess.PIPE, stderr=errors, cwd=tmp_path, env=environment())
        run.stdout.readline()
        run.send_signal(signal.SIGINT)
        run.communicate(timeout=60)
    assert run.returncode == 130
