"""Configuration files and variables, sound or broken: a run ends, and says in one line what is wrong where."""

from __future__ import annotations

import json

from commandline import assert_sound, site
from configurations import NAMES, SETS, SIMPLE, TABLES, VARIABLES
from hypothesis import given
from hypothesis import strategies as st
from oddfiles import plant
from tomltext import toml
from trying import tries

COMMANDS = [
    ("config", "show", "article.md"),
    ("config", "show", "."),
    ("check", "article.md", "-q"),
    ("check", ".", "-q"),
]
CHECKS = ("check", "article.md", "-q", "--format", "concise")
ADDED_TO = ("extend-select", "extend-ignore", "mandatory", "exclude", "severity")  # a profile may add its own
# What a sound file may name that is at fault, or leave nothing of.
ELSEWHERE = ("/dev/", "/proc/", "/nowhere", "article.md", "left out by configuration")
PADDING = "# nothing to see here\n" * 50_000  # more than a million bytes


@tries(40)
@given(SETS, st.sampled_from(COMMANDS))
def test_whatever_configuration_files_hold_a_run_ends_well(files, command):
    with site() as place:
        for name, (content, standing) in files.items():
            whole = b"[tool.medlint]\n" + content if name == "pyproject.toml" else content
            plant(place.site / name, whole, standing)
        assert_sound(place.run(*command), *NAMES, str(place.root), *ELSEWHERE)


@tries(25)
@given(VARIABLES, st.sampled_from([CHECKS, ("config", "show")]))
def test_whatever_variables_hold_a_run_ends_well(variables, command):
    with site() as place:
        assert_sound(place.run(*command, **variables))


@tries(15)
@given(TABLES, st.sampled_from(["medlint.toml", ".medlint.toml", "pyproject.toml"]))
def test_a_valid_configuration_is_accepted(table, name):
    with site() as place:
        (place.site / name).write_text(("[tool.medlint]\n" if name == "pyproject.toml" else "") + toml(table))
        outcome = place.run("config", "show", "article.md")
        assert_sound(outcome)
        assert outcome.code == 0, outcome.err


@tries(15)
@given(SIMPLE)
def test_what_a_file_says_is_what_holds(table):
    with site() as place:
        (place.site / "medlint.toml").write_text(toml(table))
        outcome = place.run("config", "show", "article.md", "--format", "json")
        values = json.loads(outcome.out)["values"]
        for key, value in table.items():
            assert values[key]["value"] == value if key not in ADDED_TO else set(value) <= set(values[key]["value"])


@tries(5)
@given(SIMPLE)
def test_what_stands_behind_a_long_comment_holds_or_the_file_is_refused(table):
    with site() as place:
        (place.site / "medlint.toml").write_text(toml(table))
        before = place.run("config", "show", "article.md", "--format", "json")
        (place.site / "medlint.toml").write_text(PADDING + toml(table))
        after = place.run("config", "show", "article.md", "--format", "json")
        assert_sound(after, "medlint.toml")
        assert after.code == 2 or after.out == before.out


@tries(1, shrink=False)
@given(st.integers(30, 60), st.integers(2, 3))
def test_files_that_build_on_one_another_many_times_over_take_no_longer_for_it(depth, times):
    with site() as place:
        for number in range(depth):
            (place.site / f"{number}.toml").write_text(toml({"extend": [f"{number + 1}.toml"] * times}))
        (place.site / f"{depth}.toml").write_text("")
        (place.site / "medlint.toml").write_text(toml({"extend": "0.toml"}))
        assert_sound(place.run(*CHECKS), ".toml")


@tries(3, shrink=False)
@given(st.sampled_from([3, 60, 300, 1_500]))
def test_however_long_a_chain_of_files_is_a_run_ends_well(depth):
    with site() as place:
        for number in range(depth):
            (place.site / f"{number}.toml").write_text(toml({"extend": f"{number + 1}.toml"}))
        (place.site / f"{depth}.toml").write_text("")
        (place.site / "medlint.toml").write_text(toml({"extend": "0.toml"}))
        assert_sound(place.run(*CHECKS), ".toml")
