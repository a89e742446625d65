"""Entries of the cache that somebody forged, with a checksum that is right: a run works what it needs out anew."""

from __future__ import annotations

import json
import os
import shutil
from functools import cache
from hashlib import blake2b

from commandline import assert_sound, shared_cache, site
from hypothesis import given
from hypothesis import strategies as st
from oddfiles import STANDINGS, plant
from oddvalues import VALUES
from sowing import sown
from trying import tries

CHECK = ("check", "article.md", "-q", "--format", "concise", "--today", "2026-06-01")
KINDS = ["run", "findings", "data", "phrases", "words", "exceptions", "tokens", "abbreviations"]
SHAPES = [b"", b"{", b"[]", b"{}", b"null", b"3", b'"x"', b"[[]]", b'[{"a": 0}]', b'{"a": []}', b"[" * 100_000]
SHAPES += [
    b'{"a":' * 100_000,
    b"9" * 6_000,
    b"NaN",
    b'"\\ud800"',
    b"\xff\xfe",
    b"[null]",
    b"[[1, 2], [3]]",
    b'[{"x": 99}]',
]
FORGED = st.one_of(st.sampled_from(SHAPES), VALUES.map(lambda value: json.dumps(value).encode()))


@cache
def fresh():
    """What a run prints, and the files of the cache afterwards."""
    with site() as place:
        for _ in range(2):
            outcome = place.run(*CHECK)
        return outcome.out, tuple(path for path in shared_cache().rglob("*-*") if path.is_file())


def copied(place):
    """A cache of the place's own with the same entries; what is written there is a file of its own."""
    folder = place.root / "cache"
    shutil.copytree(shared_cache(), folder, copy_function=os.link)
    return folder


def entries(kind):
    found = [path.relative_to(shared_cache()) for path in fresh()[1]]
    return sorted(each for each in found if each.name.startswith(kind) or each.parts[0] == kind)


def forge(path, content):
    path.unlink()
    path.write_bytes(blake2b(content, digest_size=16).hexdigest().encode() + b"\n" + content)


@tries(12)
@given(st.data())
def test_entries_of_another_shape_change_nothing(data):
    with site() as place:
        out, _ = fresh()
        folder = copied(place)
        for kind in data.draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=2, unique=True)):
            content = data.draw(FORGED)
            for name in entries(kind):
                forge(folder / name, content)
        outcome = place.run(*CHECK, cache=folder)
        assert_sound(outcome)
        assert outcome.code != 2, outcome.err
        assert outcome.out == out


@tries(12)
@given(st.data())
def test_entries_with_one_odd_value_break_nothing(data):
    with site() as place:
        fresh()
        folder = copied(place)
        for name in entries(data.draw(st.sampled_from(KINDS[:2]))):
            value = json.loads((folder / name).read_bytes().partition(b"\n")[2])
            forge(folder / name, json.dumps(data.draw(sown(st.just(value)))).encode())
        outcome = place.run(*CHECK, cache=folder)
        assert_sound(outcome)
        assert outcome.code != 2, outcome.err


@tries(5)
@given(st.sampled_from(KINDS[:3]), STANDINGS.filter(lambda standing: standing != "plain"))
def test_entries_that_are_no_files_change_nothing(kind, standing):
    with site() as place:
        out, _ = fresh()
        folder = copied(place)
        for name in entries(kind):
            plant(folder / name, b"", standing)
        outcome = place.run(*CHECK, cache=folder)
        assert_sound(outcome)
        assert outcome.out == out
