"""Patterns of `.gitignore`: the same answers as git's, in a time that hostile patterns cannot stretch."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.linting.gitglobs import LONGEST, parse_glob, parse_lines
from medlint.linting.ignoring import GitIgnored

CASES = yaml.safe_load(Path(__file__).with_name("gitglobs.yaml").read_text(encoding="utf-8"))
PIECES = [
    "a", "b", "ab", "/", "*", "**", "**/", "/**/", "***", "?", "[ab]", "[!a]", "[^b]", "[a-c]", "[]a]", "[b-a]", "[a-]",
    "[--c]", "[/]", "[[:alpha:]]", "[[:digit:]-z]", "[[:none:]]", "[[:", "[a", "[\\]a]", "\\", "\\*", "\\ ", "\\/", " ",
    "!", "#", "-", "é", ".", "\t",
]  # fmt: skip
LETTERS = ["a", "b", "c", "ab", "1", "é", "*", "-", " ", "[", "]", "\\", "!", "#", "x.", "\t", "z"]
PARTS = st.lists(st.sampled_from(LETTERS), min_size=1, max_size=3).map("".join)
PLACES = st.tuples(st.sampled_from(["", "s/"]), st.lists(PARTS, min_size=1, max_size=4).map("/".join)).map("".join)
PATHS = st.lists(PLACES, min_size=8, max_size=20, unique=True)
LINES = st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join), min_size=1, max_size=4)


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """An empty repository; without git the test is skipped."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    folder = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    (folder / "s").mkdir()
    return folder


def ignored_by_git(repository, paths):
    """Which of the paths git ignores, by what it says itself."""
    command = ["git", "-c", "core.excludesFile=/dev/null", "check-ignore", "--no-index", "-z", "--stdin"]
    run = subprocess.run(command, cwd=repository, input="\0".join(paths).encode(), capture_output=True, check=False)
    assert run.returncode in (0, 1), run.stderr
    return set(run.stdout.decode().split("\0")) - {""}


@given(lines=LINES, below=LINES, paths=PATHS)
@settings(deadline=None)
def test_medlint_ignores_what_git_ignores(repository, lines, below, paths):
    for folder, written in ((repository, lines), (repository / "s", below)):
        (folder / ".gitignore").write_text("\n".join(written), encoding="utf-8")
    ignored = GitIgnored()
    assert {path for path in paths if ignored(repository / path)} == ignored_by_git(repository, paths)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["pattern"])
def test_a_pattern_names_these_paths_and_not_those(case):
    glob = parse_glob(case["pattern"])
    named = {path for path in (*case.get("names", ()), *case.get("not", ())) if glob and glob.covers(path)}
    assert named == set(case.get("names", ()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["pattern"])
def test_the_table_says_what_git_says(repository, case):
    (repository / ".gitignore").write_text(case["pattern"], encoding="utf-8")
    (repository / "s" / ".gitignore").unlink(missing_ok=True)
    paths = [*case.get("names", ()), *case.get("not", ())]
    assert ignored_by_git(repository, paths) == set(case.get("names", ()))


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*a" * 12 + "*b", "a" * 60 + ".md"),
        ("*a" * 12 + "*[b]", "a" * 250),
        ("*?a" * 80 + "*[b]", "a" * 250),
        ("**/a/" * 8 + "b", "a/" * 60 + "x.md"),
        ("**/a/" * 8 + "[b]", "a/" * 60 + "x.md"),
        ("a/" + "**/*a*a*/" * 300 + "[b]", "aaaa/" * 700 + "x.md"),
        ("a/" + "**/*/*/*/" * 300 + "[b]", "a/" * 1900 + "x.md"),
    ],
)
def test_no_pattern_takes_long(pattern, path):
    start = time.perf_counter()
    assert not parse_glob(pattern).covers(path)
    assert time.perf_counter() - start < 0.1 * max(1, len(path) / 400)


def test_a_pattern_longer_than_any_path_names_nothing():
    assert parse_lines("a*" * 2_000_000) == ()
    assert parse_glob("a" * (LONGEST + 1)) is None
