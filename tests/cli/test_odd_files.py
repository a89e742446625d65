"""Every kind of odd file, wherever medlint may be pointed at one, is answered in one line and never waited for."""

from __future__ import annotations

import os
import re
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import pytest
import yaml

from medlint.cli.main import app
from medlint.linting.configuration.model import Config
from medlint.linting.configuration.voices import FOLDERS, PREFIX

TABLE = yaml.safe_load(Path(__file__).with_name("odd_files.yaml").read_text(encoding="utf-8"))
CELLS = [(case, kind) for case in TABLE["cases"] for kind in TABLE["kinds"] if case.get(kind, "") is not None]
LONGEST = 10  # seconds; all but the first take a tenth
PAGE = "# Sciatica\n\nAn epidural steroid injection cures sciatica.\n"
CONTENTS = {
    "article": {
        "deep": "> " * 1000,
        "digits": "9" * 6000,
        "null-value": "null",
        "wrong-type": "[1, 2]",
    },
    "toml": {
        "deep": "a = " + "[" * 100_000,
        "digits": f"max-file-size = {'9' * 5000}",
        "null-value": "select = null",
        "wrong-type": "select = 5",
    },
    "json": {
        "deep": "[" * 100_000,
        "digits": f'{{"version": {"9" * 5000}}}',
        "null-value": "null",
        "wrong-type": '{"version": 1, "entries": null}',
    },
    "yaml": {
        "deep": "a: " + "[" * 100_000,
        "digits": f"a: 0x{'f' * 900_000}",
        "null-value": "null",
        "wrong-type": "a: 5",
    },
}
FILE_WORDS = {"FILE", "FILENAME", "DIR", "DIRECTORY", "PATH", "FOLDER"}
pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="needs pipes, sockets, devices and alarms")


def make(kind, path, contents):
    """Put a file of a kind there; yields nothing for what needs no more care."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = CONTENTS[contents]
    makers = {
        "pipe": lambda: os.mkfifo(path),
        "zeros": lambda: path.symlink_to("/dev/zero"),
        "nothing": lambda: path.symlink_to("/dev/null"),
        "socket": lambda: bind(path),
        "dangling": lambda: path.symlink_to("nowhere"),
        "loop": lambda: path.symlink_to(path.name),
        "folder": path.mkdir,
        "missing": lambda: None,
        "long-name": lambda: None,
        "unreadable": lambda: (path.write_text(PAGE), path.chmod(0)),
        "large": lambda: (path.touch(), os.truncate(path, 60_000_000)),
        "not-text": lambda: path.write_bytes(b"caf\xe9 = 1\n"),
        "empty": lambda: path.write_text(""),
    }
    makers.get(kind, lambda: path.write_text(text[kind]))()


def refuse(monkeypatch, path):
    """Have this file refused to everybody."""
    opened = os.open

    def refusing(name, *rest):
        if os.path.realpath(name) == os.path.realpath(path):
            raise PermissionError(13, "Permission denied")
        return opened(name, *rest)

    monkeypatch.setattr(os, "open", refusing)


def bind(path):
    """A socket, by a short name: no other is allowed."""
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(path.parent)
        listener.bind(path.name)
        os.chdir(here)


@contextmanager
def within(seconds) -> Iterator[None]:
    """Fail where something is waited for."""

    def late(*_):
        raise TimeoutError(f"not done in {seconds} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize(("case", "kind"), CELLS, ids=[f"{case['name']}-{kind}" for case, kind in CELLS])
def test_an_odd_file_is_answered_in_one_line(medlint, folder, monkeypatch, case, kind):
    file = case["file"]
    if kind == "long-name":
        file = str(Path(file).with_name("o" * 300 + Path(file).suffix))
    if kind == "unreadable" and os.geteuid() == 0:  # whom permissions do not bind
        refuse(monkeypatch, folder / file)
    make(kind, folder / file, case["contents"])
    for name, text in case.get("setup", {}).items():
        (folder / name).write_text(text.replace("{file}", file))
    for name, text in case.get("variables", {}).items():
        monkeypatch.setenv(name, text.replace("{file}", file))
    if "path" in case:
        monkeypatch.setattr(sys, "path", [*sys.path, str(folder / case["path"])])
    with within(LONGEST):
        result = medlint(*(argument.replace("{file}", file) for argument in case["arguments"]), input=PAGE)
    expected = case.get(kind, case.get("each", TABLE["kinds"][kind]))
    code, says = (2, expected) if isinstance(expected, str) else (expected["exit"], expected.get("says", ""))
    assert result.exit_code == code, result.output
    assert says in result.stderr
    assert "fault of medlint" not in result.output
    assert "Traceback" not in result.output
    assert result.stderr.count("\n") == (1 if code == 2 else result.stderr.count("\n"))
    assert len(result.output) < 20_000


def commands(group, names=()):
    """Every command with its name."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield " ".join((*names, name)), command
        if isinstance(command, click.Group):
            yield from commands(command, (*names, name))


def names_a_file(parameter):
    """Whether the value of a parameter is a path, or has one in it."""
    if isinstance(parameter.type, click.Choice):
        return False
    words = set(re.split(r"[^A-Z]+|S\b", f"{parameter.metavar or ''} {parameter.name}".upper()))
    return isinstance(parameter.type, click.Path | click.File) or not words.isdisjoint(FILE_WORDS)


def test_every_option_that_names_a_file_is_in_the_table():
    covered = {name for case in TABLE["cases"] for name in case.get("covers", ())} | set(TABLE["written"])
    known = set()
    for name, command in commands(app):
        for parameter in filter(names_a_file, command.params):
            own = {f"{name} {parameter.name.upper()}"} if isinstance(parameter, click.Argument) else set(parameter.opts)
            own |= {f"{name} {option}" for option in parameter.opts}
            assert own & covered, f"medlint {name}: {parameter.opts} names a file and is not in odd_files.yaml"
            known |= own | ({parameter.envvar} if isinstance(parameter.envvar, str) else set())
    assert covered & {name for name in known if name.startswith(PREFIX)} == {
        name for name in known if name.startswith(PREFIX)
    }


def test_every_key_and_variable_that_names_a_file_is_in_the_table():
    covered = {name for case in TABLE["cases"] for name in case.get("covers", ())}
    paths = {*FOLDERS, "baseline"}
    assert {PREFIX + key.upper() for key in paths} <= covered
    assert {(Config.model_fields[key].alias or key) for key in (*paths, "extend")} <= covered
