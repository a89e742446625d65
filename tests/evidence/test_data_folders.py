"""Reading folders of YAML: what is read, what is refused and where, and the cache."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tinybase import Plain, write

from medlint import caching, data
from medlint.data import digest, load_tree, snapshot
from medlint.errors import DataError
from medlint.yamltree import line_of, lines, parse


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("data-*.json"))


def test_a_tree_holds_every_yaml_file_below_the_folder_by_its_relative_name(tmp_path):
    write(tmp_path / "b.yaml", {"x": 1})
    write(tmp_path / "a" / "deep" / "c.yml", [1, 2.5, True, None, "text"])
    write(tmp_path / "notes.txt", "not data")
    write(tmp_path / ".hidden" / "d.yaml", {"x": 1})
    write(tmp_path / ".e.yaml", {"x": 1})
    assert list(load_tree(tmp_path).items()) == [
        ("a/deep/c.yml", [1, 2.5, True, None, "text"]),
        ("b.yaml", {"x": 1}),
    ]


def test_dates_stay_iso_text_so_that_a_cached_tree_is_the_same(tmp_path):
    write(tmp_path / "a.yaml", "day: 2026-01-31\n")
    assert load_tree(tmp_path) == {"a.yaml": {"day": "2026-01-31"}}


def test_an_empty_file_is_none(tmp_path):
    write(tmp_path / "a.yaml", "# only a comment\n")
    assert load_tree(tmp_path) == {"a.yaml": None}


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        ("a: 1\nb: [1, 2\n", 3, "broken YAML"),
        ("a: 1\nb: read this: now\n", 2, "put a text with a colon in quotes"),
        ("a: 1\na: 2\n", 2, "key 'a' twice"),
        ("x: &shared [1]\ny: 2\n", 1, "anchors and aliases"),
        ("x: &shared\n  - 1\ny: *shared\n", 1, "anchors and aliases"),
        ("a: 1\nb: !!python/object:os.system x\n", 2, "could not determine a constructor"),
        ("a: 1\nb: !!binary aGk=\n", 2, "could not determine a constructor"),
        ("a: 1\nyes: 2\n", 2, "a key must be text"),
        ("a: 1\n---\nb: 2\n", 2, "expected a single document"),
        ("a: 1\nb: \x07\n", 2, "broken YAML"),
        ("[" * 3000 + "]" * 3000, 1, "nested too deep"),
        ("- " * 3000 + "x", 1, "nested too deep"),
    ],
)
def test_a_broken_file_is_refused_with_its_line_and_what_is_wrong(tmp_path, content, line, problem):
    file = write(tmp_path / "a.yaml", content)
    with pytest.raises(DataError) as caught:
        load_tree(tmp_path)
    assert str(caught.value).startswith(f"{file}:{line}: ")
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_bytes_that_are_not_utf8_are_refused_with_their_line(tmp_path):
    (tmp_path / "a.yaml").write_bytes(b"a: 1\nb: caf\xe9\n")
    with pytest.raises(DataError, match=r"a\.yaml:2: this is not UTF-8"):
        load_tree(tmp_path)


def test_emphasis_and_ampersands_in_prose_are_no_anchors(tmp_path):
    write(tmp_path / "a.yaml", "a: |\n  *stars* and &ands\nb: Smith & Jones\nc: '*'\n")
    assert load_tree(tmp_path)["a.yaml"] == {"a": "*stars* and &ands\n", "b": "Smith & Jones", "c": "*"}


def test_a_file_over_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(data, "LARGEST", 100)
    write(tmp_path / "a.yaml", "a: " + "x" * 100)
    with pytest.raises(DataError, match=r"a\.yaml:1: larger than"):
        load_tree(tmp_path)


def test_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(DataError, match=r"nowhere:1: there is no such folder"):
        snapshot(tmp_path / "nowhere")


def test_the_digest_changes_with_names_and_with_bytes_and_with_nothing_else(tmp_path):
    write(tmp_path / "one" / "a.yaml", "x: 1\n")
    write(tmp_path / "two" / "a.yaml", "x: 1\n")
    write(tmp_path / "two" / "readme.txt", "x")
    write(tmp_path / "three" / "b.yaml", "x: 1\n")
    write(tmp_path / "four" / "a.yaml", "x: 1 \n")
    one, two, three, four = (digest(tmp_path / name) for name in ("one", "two", "three", "four"))
    assert one == two
    assert len({one, three, four}) == 3
    assert len(one) == 16
    assert int(one, 16) >= 0


def test_a_folder_is_parsed_once_and_then_comes_from_the_cache(tmp_path, cache_folder, monkeypatch):
    write(tmp_path / "a.yaml", {"x": ["é", 1, None]})
    first = snapshot(tmp_path)
    assert len(entries(cache_folder)) == 1
    monkeypatch.setattr(data, "_parse", lambda *_: pytest.fail("parsed again"))
    assert snapshot(tmp_path) == first


def test_a_changed_file_is_parsed_again(tmp_path):
    file = write(tmp_path / "a.yaml", {"x": 1})
    snapshot(tmp_path)
    stamp = file.stat()
    write(file, {"x": 2})
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert snapshot(tmp_path).tree == {"a.yaml": {"x": 2}}


@pytest.mark.parametrize("garbage", ["", "{", "[]", '{"other.yaml": 1}', "\x00"])
def test_a_corrupt_cache_is_ignored_and_replaced(tmp_path, cache_folder, garbage):
    write(tmp_path / "a.yaml", {"x": 1})
    snapshot(tmp_path)
    (entry,) = entries(cache_folder)
    good = entry.read_text()
    entry.write_text(garbage)
    assert snapshot(tmp_path).tree == {"a.yaml": {"x": 1}}
    assert entry.read_text() == good


def test_without_a_usable_cache_folder_everything_still_works(tmp_path, monkeypatch):
    write(tmp_path / "data" / "a.yaml", {"x": 1})
    blocked = write(tmp_path / "file", "not a folder")
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(blocked))
    assert snapshot(tmp_path / "data").tree == {"a.yaml": {"x": 1}}


def test_no_cache_turns_the_cache_off(tmp_path, cache_folder, monkeypatch):
    write(tmp_path / "a.yaml", {"x": 1})
    monkeypatch.setenv("MEDLINT_NO_CACHE", "1")
    assert snapshot(tmp_path).tree == {"a.yaml": {"x": 1}}
    assert not entries(cache_folder)


def test_the_cache_keeps_only_what_was_used_last(tmp_path, cache_folder, monkeypatch):
    write(tmp_path / "a.yaml", {"x": 10})
    snapshot(tmp_path)
    [entry] = entries(cache_folder)
    monkeypatch.setattr(data, "_KEPT", 5 * entry.stat().st_size)
    for number in range(11, 30):
        write(tmp_path / "a.yaml", {"x": number})
        snapshot(tmp_path)
    assert len(entries(cache_folder)) == 5
    assert not list(cache_folder.glob("*.tmp"))


def test_the_cache_folder_follows_the_environment(monkeypatch):
    assert caching.cache_folder({"MEDLINT_CACHE_DIR": "own", "XDG_CACHE_HOME": "xdg"}) == Path("own")
    assert caching.cache_folder({"MEDLINT_CACHE_DIR": "own", "MEDLINT_NO_CACHE": "1"}) is None
    monkeypatch.setattr(Path, "home", lambda: Path("home"))
    assert caching.cache_folder({}) == Path("home", ".cache", "medlint")


@pytest.mark.skipif(os.name == "nt", reason="XDG is for other systems")
def test_the_cache_folder_is_that_of_xdg():
    assert caching.cache_folder({"XDG_CACHE_HOME": "xdg", "LOCALAPPDATA": "local"}) == Path("xdg", "medlint")


def test_a_cached_folder_needs_no_yaml_library(tmp_path):
    write(tmp_path / "a.yaml", {"x": 1})
    snapshot(tmp_path)
    code = (
        "import sys; from pathlib import Path; from medlint.data import snapshot\n"
        f"assert snapshot(Path({str(tmp_path)!r})).tree == {{'a.yaml': {{'x': 1}}}}\n"
        "assert not {'yaml', 'pydantic'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=30)


def test_every_value_has_its_line():
    content = b"a:\n  - x: 1\n    y: 2\n  - [5,\n     6]\n"
    places = lines(content, "f")
    assert places[("a",)] == 1
    assert places[("a", 0)] == places[("a", 0, "x")] == 2
    assert places[("a", 0, "y")] == 3
    assert places[("a", 1, 1)] == 5
    assert line_of(places, ("a", 0, "missing")) == 2


keys = st.text("abcdefghij", min_size=1, max_size=4)
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-9999, 9999) | st.text("abc é:#-&*[]{}'\"0123\n", max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=12,
)


@given(plain)
def test_what_was_written_is_what_is_read(value):
    text = yaml.dump(value, Dumper=Plain, allow_unicode=True)
    assert parse(text.encode(), "f") == value


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_link_may_lead_about_in_the_folder_but_not_out_of_it(tmp_path):
    write(tmp_path / "own" / "a.yaml", {"x": 1})
    (tmp_path / "own" / "b.yaml").symlink_to("a.yaml")
    assert load_tree(tmp_path / "own") == {"a.yaml": {"x": 1}, "b.yaml": {"x": 1}}
    write(tmp_path / "secret.yaml", "password")
    (tmp_path / "own" / "c.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(DataError, match=r"c\.yaml:1: is a link that leads out of ") as error:
        load_tree(tmp_path / "own")
    assert "password" not in str(error.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(DataError, match=r"pipe\.yaml:1: is a pipe, not a file"):
        load_tree(tmp_path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind root")
def test_a_folder_inside_that_cannot_be_read_is_an_error_and_no_gap(tmp_path):
    write(tmp_path / "closed" / "a.yaml", {"x": 1})
    (tmp_path / "closed").chmod(0)
    with pytest.raises(DataError, match="cannot be read"):
        load_tree(tmp_path)
    (tmp_path / "closed").chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="names are limited otherwise there")
def test_a_name_that_is_too_long_is_no_folder(tmp_path):
    with pytest.raises(DataError, match="no such folder"):
        load_tree(tmp_path / ("x" * 300))
