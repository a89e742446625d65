"""What git ignores, as odd as it may be written: a run ends in time, and leaves out only what git would."""

from __future__ import annotations

from commandline import CLAIM, assert_sound, site
from hypothesis import given
from hypothesis import strategies as st
from oddfiles import STANDINGS, plant
from oddvalues import ODD
from sowing import garbled
from tomltext import toml
from trying import tries

PIECES = ["*", "**", "a", "b", "/", "?", "[a-z]", "[!a]", "\\", "!", "#", " ", "[", "]", "{a,b}", ".md", "*a", "**/a/"]
PATTERNS = st.one_of(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join),
    st.builds(lambda piece, times, end: piece * times + end, st.sampled_from(PIECES), st.integers(1, 40), st.just("b")),
    ODD,
)
LINES = st.one_of(
    PATTERNS, st.sampled_from(["*a" * 100_000, "**/" * 100_000, "[" * 100_000, "[a-" * 9, "\x00", "\xff"])
)
IGNORED = garbled(st.lists(PATTERNS, min_size=1, max_size=4).map("\n".join), LINES)
NAMES = st.builds(
    lambda piece, times, end: piece * times + end,
    st.sampled_from(["a", "ab", "a/", "aa/a"]),
    st.integers(1, 40),
    st.just("a.md"),
)
CHECK = ("check", ".", "-q", "--format", "concise")


def planted(place, name):
    (place.site / name).parent.mkdir(parents=True, exist_ok=True)
    (place.site / name).write_text(CLAIM)
    (place.site / ".git").mkdir()


@tries(25)
@given(st.sampled_from([".gitignore", "a/.gitignore", ".git/info/exclude"]), IGNORED, STANDINGS, NAMES)
def test_whatever_is_ignored_a_run_ends_well(file, content, standing, name):
    with site() as place:
        planted(place, name)
        plant(place.site / file, content, standing)
        outcome = place.run(*CHECK)
        assert_sound(outcome, ".gitignore", "exclude", "article.md", "no article")


@tries(12)
@given(st.sampled_from(["exclude", "include", "overrides"]), st.lists(PATTERNS, min_size=1, max_size=3), NAMES)
def test_whatever_globs_are_configured_a_run_ends_well(key, patterns, name):
    with site() as place:
        planted(place, name)
        table = {"overrides": [{"files": patterns, "ignore": ["OVS102"]}]} if key == "overrides" else {key: patterns}
        (place.site / "medlint.toml").write_bytes(toml(table).encode("utf-8", "surrogatepass"))
        assert_sound(place.run(*CHECK), "medlint.toml", "no article", "article")
