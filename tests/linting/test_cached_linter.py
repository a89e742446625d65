"""What was linted before is not read again; what may be different now is."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from medlint import caching
from medlint.documents.decoding import LARGEST
from medlint.documents.leftout import LeftOut
from medlint.linting import cached_linter
from medlint.linting.cached_linter import CachedLinter
from medlint.linting.findings import Confidence
from medlint.linting.linter import Linter
from medlint.linting.settings import Settings

NOTE = "<!-- medlint: ignore[OVS103] until:2030-01-31 -- agreed -->"
PAGE = f"# Sciatica\n\n{NOTE}\nAn epidural steroid injection cures sciatica for good.\n"
DAY = date(2026, 3, 1)
RULE = """\
code: HSE901
name: no-{word}
family: house
severity: info
confidence: high
since: 1.0.0
kind: phrase
summary: Says {word}.
why: We do not say that.
standards: [house-style]
when: {{topic: any, phrases: [{word}]}}
message: "“{{text}}” is not our word"
suggestion: Say something else.
bad: [The {word} one., The {word} two., The {word} three.]
good: [One., Two., Three.]
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    """A cache that starts empty."""
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def unreadable() -> Linter:
    raise AssertionError("linted again")


def lint(path: Path, **settings):
    given = Settings(**{"today": DAY, **settings})
    return CachedLinter(given, lambda: Linter(given)).check_file(path)


def remembered(path: Path, **settings):
    """What is remembered of a file; None where it would be linted."""
    try:
        return CachedLinter(Settings(**{"today": DAY, **settings}), unreadable).check_file(path)
    except AssertionError:
        return None


def entries(folder):
    return sorted(folder.glob("findings/*"))


def test_what_is_remembered_is_all_of_what_was_found(page):
    first = lint(page)
    assert first.findings
    assert first.suppressed
    assert remembered(page) == first == Linter(Settings(today=DAY)).check_file(page)


def test_what_was_left_out_is_remembered(page):
    page.write_text(PAGE + "\n    code on a line\n", encoding="utf-8")
    assert lint(page).left_out == remembered(page).left_out == (LeftOut("code", 1, 4),)


def test_nothing_is_timed_where_nothing_was_worked_out(page):
    assert lint(page).timing.seconds > 0
    assert remembered(page).timing is None


def test_the_same_words_in_another_file_are_the_same_article(page, tmp_path):
    lint(page)
    other = page.rename(tmp_path / "renamed.md")
    assert remembered(other).path == str(other)


def test_the_time_of_a_file_counts_for_nothing(page):
    lint(page)
    page.touch()
    assert remembered(page)


@pytest.mark.parametrize(
    "settings",
    [
        {"today": date(2026, 3, 2)},
        {"min_confidence": Confidence.LOW},
        {"ignore": ("cure",)},
        {"mandatory": ("cure",)},
        {"max_seconds": 1.0},
    ],
    ids=str,
)
def test_other_settings_and_another_day_are_linted_anew(page, settings):
    lint(page)
    assert remembered(page, **settings) is None


def test_a_changed_character_is_linted_anew(page):
    lint(page)
    page.write_text(PAGE + " ", encoding="utf-8")
    assert remembered(page) is None


def test_the_same_bytes_in_another_format_are_linted_anew(page, tmp_path):
    lint(page)
    assert remembered(page.rename(tmp_path / "page.txt")) is None


def test_a_changed_rule_of_the_house_is_linted_anew(page, tmp_path):
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "own.yaml").write_text(RULE.format(word="sciatica"))
    assert "HSE901" in {finding.code for finding in lint(page, rules=(folder,)).findings}
    (folder / "own.yaml").write_text(RULE.format(word="lumbago"))
    assert remembered(page, rules=(folder,)) is None


@pytest.mark.parametrize("library", ["medlint 99", "spacy 99"])
def test_other_code_and_other_libraries_lint_anew(page, monkeypatch, library):
    lint(page)
    monkeypatch.setattr(cached_linter, "code_mark", lambda: library)
    assert remembered(page) is None


def test_an_error_is_not_remembered(page, own_cache):
    page.write_bytes(b"\xff\xfe\xff")
    assert lint(page).error
    assert lint(page, max_file_size=1).error
    assert entries(own_cache) == []


def test_a_fault_of_a_rule_is_not_remembered(page, own_cache, monkeypatch):
    monkeypatch.setattr("medlint.linting.kinds.claim.ClaimRule.find", lambda *_: 1 / 0)
    assert "ZeroDivisionError" in lint(page).error
    assert entries(own_cache) == []


@pytest.mark.parametrize("spoil", [lambda raw: raw[:-9], lambda raw: raw.replace(b"OVS", b"OVX", 1), lambda _: b""])
def test_a_spoilt_entry_is_linted_anew_and_mended(page, own_cache, spoil):
    first = lint(page)
    [entry] = entries(own_cache)
    good = entry.read_bytes()
    entry.write_bytes(spoil(good))
    assert remembered(page) is None
    assert lint(page) == first
    assert entry.read_bytes() == good


@pytest.mark.parametrize("text", ["{}", "[]", '{"findings": [{}], "suppressed": [], "article": null, "counts": [0]}'])
def test_an_entry_that_something_else_wrote_is_linted_anew(page, own_cache, text):
    lint(page)
    [entry] = entries(own_cache)
    caching.keep(entry.relative_to(own_cache).as_posix(), text)
    assert remembered(page) is None


def test_without_a_cache_folder_all_is_linted(page, monkeypatch):
    monkeypatch.setenv("MEDLINT_NO_CACHE", "1")
    assert lint(page).findings
    assert remembered(page) is None


def test_data_codes_and_mandatory_rules_are_known_without_a_linter():
    settings = Settings(today=DAY, mandatory=("cure",))
    linter = Linter(settings)
    told = CachedLinter(settings, lambda: linter)
    assert (told.data, told.codes, told.mandatory) == (linter.data, linter.codes, linter.mandatory)
    again = CachedLinter(settings, unreadable)
    assert (again.data, again.codes, again.mandatory) == (linter.data, linter.codes, linter.mandatory)


def test_the_entries_used_longest_ago_go_first(own_cache):
    for name in "abc":
        caching.keep(f"findings/{name}-x.json", name * 100)
    sizes = {entry.name: entry.stat().st_size for entry in entries(own_cache)}
    for age, name in enumerate("bca"):
        os.utime(own_cache / "findings" / f"{name}-x.json", (1_000 + age,) * 2)
    caching.recall("findings/b-x.json")
    caching.prune("findings", sum(sizes.values()) - 1)
    assert [entry.name for entry in entries(own_cache)] == ["a-x.json", "b-x.json"]


def test_the_largest_file_is_known_in_one_place():
    assert Settings().max_file_size == LARGEST
