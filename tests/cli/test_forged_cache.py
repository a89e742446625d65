"""A cache entry that is whole, but of another shape than what was kept, is made anew and stops no run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from medlint.caching import KINDS, keep
from medlint.shapes import LARGEST, has_shape

PAGE = """\
# Sciatica

<!-- medlint: ignore[OVS103] -- quoted from a leaflet -->
An epidural steroid injection (ESI) cures sciatica for good at 10mg/kg (b.i.d./qd). It cannot fail.
"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A folder with a page and a filled cache; what was reported of it."""
    folder = tmp_path_factory.mktemp("forged")
    (folder / "page.md").write_text(PAGE)
    command = [sys.executable, "-m", "medlint", "check", "page.md", "--format", "json", "-q", "--isolated"]
    variables = {**os.environ, "MEDLINT_CACHE_DIR": str(folder / "cache")}
    run = subprocess.run(command, cwd=folder, capture_output=True, env=variables, check=False)
    assert run.returncode == 1, run.stderr
    return folder, run.stdout


def kept(cache):
    """The text of each entry by its name."""
    return {
        path.relative_to(cache).as_posix(): path.read_bytes().partition(b"\n")[2].decode()
        for path in cache.rglob("*.json")
    }


def test_the_page_fills_every_kind_of_cache(filled):
    names = {name.replace("/", "-").partition("-")[0] for name in kept(filled[0] / "cache")}
    assert names >= set(KINDS) - {"abbreviations"}  # without scispaCy there are none


def changed(value, change):
    """A JSON value with every value in it changed."""
    if isinstance(value, dict):
        value = {key: changed(each, change) for key, each in value.items()}
    elif isinstance(value, list):
        value = [changed(each, change) for each in value]
    return change(value)


FORGERIES = {
    "a list": lambda _: "[]",
    "a mapping": lambda _: "{}",
    "a number": lambda _: "5",
    "nested deep": lambda _: "[" * 100_000,
    "too many digits": lambda _: "9" * 6_000,
    "numbers for text": lambda text: json.dumps(changed(json.loads(text), lambda v: 7 if isinstance(v, str) else v)),
    "text for numbers": lambda text: json.dumps(changed(json.loads(text), lambda v: "x" if type(v) is int else v)),
    "huge numbers": lambda text: json.dumps(changed(json.loads(text), lambda v: 10**12 if type(v) is int else v)),
    "without text": lambda text: json.dumps(changed(json.loads(text), lambda v: None if isinstance(v, str) else v)),
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES)
def test_forged_entries_of_every_kind_are_made_anew(shell, filled, tmp_path, monkeypatch, forge):
    folder, report = filled
    cache = tmp_path / "cache"
    shutil.copytree(folder / "cache", cache)
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(cache))
    for name, text in kept(cache).items():
        keep(name, forge(text))
    run = shell("check", "page.md", "--format", "json", "-q", "--isolated", cwd=folder)
    assert (run.returncode, run.stderr) == (1, b"")
    assert run.stdout == report


@pytest.mark.parametrize("kind", ["run", "findings"])
def test_a_forged_entry_among_good_ones_is_made_anew(shell, filled, tmp_path, monkeypatch, kind):
    folder, report = filled
    cache = tmp_path / "cache"
    shutil.copytree(folder / "cache", cache)
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(cache))
    for name, text in kept(cache).items():
        if name.startswith(kind):
            keep(name, text.replace('"OVS101"', "101"))
    assert shell("check", "page.md", "--format", "json", "-q", "--isolated", cwd=folder).stdout == report


@pytest.mark.parametrize(
    ("value", "shape", "fits"),
    [
        ("a", str, True),
        (1, str, False),
        (True, int, False),
        (LARGEST, int, False),
        (None, (str, None), True),
        (0, (str, None), False),
        (["a", "b"], [str], True),
        (["a", 1], [str], False),
        ({"a": 1}, {str: int}, True),
        ({"a": "1"}, {str: int}, False),
        ({"a": 1}, {"a": int}, True),
        ({"a": 1, "b": 1}, {"a": int}, False),
        ({}, {"a": int}, False),
        ([], {"a": int}, False),
    ],
)
def test_a_value_has_a_shape(value, shape, fits):
    assert has_shape(value, shape) is fits
