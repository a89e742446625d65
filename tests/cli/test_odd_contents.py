"""What stands in a configuration, a baseline or a rule may be odd: it is named in one line, no fault of medlint."""

from __future__ import annotations

import json

import pytest
from test_odd_files import PAGE, within

RULE = """\
code: HSE901
name: no-wonders
family: house
severity: info
confidence: high
since: 1.0.0
kind: phrase
summary: Says wonder.
why: We do not say that.
standards: [house-style]
when: {{topic: any, phrases: ["{phrase}"]}}
message: "“{{text}}” is not our word"
suggestion: Say something else.
bad: [The wonder one., The wonder two., The wonder three.]
good: [One., Two., Three.]
"""
ENTRY = {"path": "a.md", "fingerprint": "f", "code": "OVS101", "confidence": "high", "text": "cures"}
CONFIGURATIONS = {
    "a key of a megabyte": (f"{'k' * 900_000} = 1", "unknown key"),
    "a value of a megabyte": (f"confidence = '{'k' * 900_000}'", "is not 'high', 'medium' or 'low'"),
    "a hexadecimal number of a megabyte": (f"max-file-size = 0x{'f' * 900_000}", "a whole number of more than 64 bits"),
    "a huge number deep inside": (f"a = [{{b = [[-{'9' * 30}]]}}]", "a whole number of more than 64 bits"),
    "tables nested deep": ("[" + ".".join("a" * 5_000) + "]", "edlint.toml: "),
    "inline tables nested deep": ("a = " + "{a = " * 5_000, "nested too deep"),
    "a list of lists": ("select = [[[]]]", "select: "),
    "a date": ("confidence = 1979-05-27", "confidence: "),
    "not a number": ("max-seconds = nan", "max-seconds: "),
    "a file of nobody's to extend": ("extend = '~nobody-of-that-name/a.toml'", "and there is no such file"),
    "a zero character in what is extended": ('extend = "a\\u0000.toml"', "and there is no such file"),
    "a zero character in a baseline": ('baseline = "a\\u0000.json"', "cannot be read: embedded null"),
    "a zero character in rules": ('rules = ["a\\u0000"]', "there is no such folder"),
    "rules of nobody's": ("rules = ['~nobody-of-that-name/rules']", "there is no such folder"),
    "records of nobody's": ("claims-db = ['~nobody-of-that-name/records']", "there is no such folder"),
}


@pytest.mark.parametrize(("content", "says"), CONFIGURATIONS.values(), ids=CONFIGURATIONS)
def test_an_odd_configuration_is_named(medlint, folder, content, says):
    (folder / "medlint.toml").write_text(content, encoding="utf-8")
    with within(10):
        complaint(medlint("check", "article.md", "-q"), says)


def complaint(result, *says):
    """Check that there is one line with these words, and no more."""
    assert result.exit_code == 2, result.output
    assert result.stderr.count("\n") == 1
    assert len(result.stderr) < 12_000
    assert "fault of medlint" not in result.stderr
    for words in says:
        assert words in result.stderr


def test_files_that_extend_ever_more_files_are_refused(medlint, folder):
    for number in range(20):
        (folder / f"{number}.toml").write_text(f"extend = ['{number + 1}.toml', '{number + 1}.toml']")
    (folder / "20.toml").write_text("")
    (folder / "medlint.toml").write_text("extend = '0.toml'")
    with within(10):
        complaint(medlint("check", "article.md", "-q"), "extends")


def test_a_long_row_of_extended_files_is_refused(medlint, folder):
    for number in range(600):
        (folder / f"{number}.toml").write_text(f"extend = '{number + 1}.toml'")
    (folder / "medlint.toml").write_text("extend = '0.toml'")
    complaint(medlint("check", "article.md", "-q"), "medlint.toml: extends a file that extends a file, more than 20")


def test_a_pattern_that_names_nothing_excludes_nothing(medlint, folder):
    (folder / "medlint.toml").write_text("exclude = ['article\\', '[', '/', '', '# article.md', '!article.md']")
    assert "exclude: must not be empty" in medlint("check", "article.md", "-q").stderr
    (folder / "medlint.toml").write_text("exclude = ['article\\', '[', '/', '# article.md', '!article.md']")
    assert medlint("check", "article.md", "-q").exit_code == 1


def test_hostile_globs_of_a_configuration_take_no_time(medlint, folder):
    (folder / ("a" * 60 + ".md")).write_text(PAGE)
    glob = "*a" * 12 + "*b"
    (folder / "medlint.toml").write_text(
        f"exclude = ['{glob}']\ninclude = ['{glob}', '*.md']\n[[overrides]]\nfiles = ['{glob}']\nignore = ['cure']"
    )
    with within(10):
        assert medlint("check", ".", "-q").exit_code == 1
        assert "override 1" in medlint("config", "show").output


ENTRIES = {
    "null": (None, "'entries' must be a list"),
    "a number": (5, "'entries' must be a list"),
    "a mapping": ({}, "'entries' must be a list"),
    "a text": ("abc", "'entries' must be a list"),
    "a list of null": ([None], "entry 1 is no mapping"),
    "a list of texts": ([ENTRY, "abc"], "entry 2 is no mapping"),
    "an entry with a list": ([{**ENTRY, "path": []}], "entry 1 has a value that is no text"),
    "an entry with another key": ([{**ENTRY, "more": ""}], "entry 1 is no mapping"),
    "an entry of a megabyte": ([{"k" * 900_000: 1}], "entry 1 is no mapping"),
}


@pytest.mark.parametrize(("entries", "says"), ENTRIES.values(), ids=ENTRIES)
def test_odd_entries_of_a_baseline_are_named(medlint, folder, entries, says):
    (folder / "known.json").write_text(json.dumps({"version": 1, "entries": entries}))
    complaint(medlint("check", "article.md", "-q", "--baseline", "known.json"), "known.json: broken baseline: ", says)


@pytest.mark.parametrize("path", ["a/" * 2_500, "a" * 5_000, "a\0b", "", "\udcff.md", "../" * 2_000])
def test_a_baseline_may_name_any_path(medlint, folder, path):
    (folder / "known.json").write_text(json.dumps({"version": 1, "entries": [{**ENTRY, "path": path}]}))
    for arguments in (["check"], ["baseline", "prune"], ["baseline", "write"]):
        result = medlint(*arguments, "article.md", "--baseline", "known.json")
        assert result.exit_code in (0, 1), result.output
        assert "fault of medlint" not in result.output


PHRASES = {
    "brackets nested deep": ("(" * 5_000 + "a" + ")" * 5_000, "groups of alternatives within more than 50 others"),
    "many verbs": ("heal~ " * 40, "phrases"),
    "many alternatives, many times": ("(a|b|c) " * 200, "phrases"),
    "a verb of one letter": ("y~ wonder", ""),
}


@pytest.mark.parametrize(("phrase", "says"), PHRASES.values(), ids=PHRASES)
def test_an_odd_phrase_of_a_rule_is_named(medlint, folder, phrase, says):
    (folder / "own").mkdir()
    (folder / "own" / "odd.yaml").write_text(RULE.format(phrase=phrase))
    with within(10):
        result = medlint("check", "article.md", "-q", "--rules", "own")
    if says:
        complaint(result, "own/odd.yaml:11: ", says)
    assert "fault of medlint" not in result.output


def test_many_gaps_in_a_phrase_take_no_time(medlint, folder):
    (folder / "own").mkdir()
    (folder / "own" / "odd.yaml").write_text(RULE.format(phrase="wonder " + "* b " * 12 + "end"))
    (folder / "article.md").write_text(PAGE + "\nWonder " + "b " * 80 + "\n")
    with within(10):
        assert medlint("check", "article.md", "-q", "--rules", "own").exit_code == 1


NUMBERS = {
    "hexadecimal": "0x" + "f" * 900_000,
    "decimal": "9" * 900_000,
    "sexagesimal": "1" + ":1" * 400_000,
    "sexagesimal with a fraction": "1" + ":1" * 400_000 + ".5",
    "binary": "0b" + "1" * 900_000,
}


@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)
@pytest.mark.parametrize("option", ["--rules", "--claims-db"])
def test_a_huge_number_in_yaml_is_named(medlint, folder, option, number):
    (folder / "own" / "sources").mkdir(parents=True)
    (folder / "own" / "sources" / "odd.yaml").write_text(f"a: {number}")
    with within(10):
        complaint(medlint("check", "article.md", "-q", option, "own"), "odd.yaml:1: broken YAML: a number of more than")


@pytest.mark.parametrize(
    "arguments",
    ["check a.md", "check .", "rules", "config show", "baseline write", "init", "extract a.md", "test", "new-rule a-b"],
)
def test_a_working_folder_that_is_gone_is_named(medlint, folder, monkeypatch, arguments):
    gone = folder / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    result = medlint(*arguments.split())
    assert result.exit_code == 2, result.output
    assert result.stderr.count("\n") == 1
    assert "fault of medlint" not in result.stderr
    monkeypatch.chdir(folder)
