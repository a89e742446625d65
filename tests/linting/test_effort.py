"""Linting takes effort in proportion to the length of a page, whatever it is made of (`growth.yaml`)."""

import sys
import time
from functools import cache
from pathlib import Path

import pytest
import yaml

import medlint
from medlint.linting.findings import Confidence
from medlint.linting.kinds.phrase import PhraseRule
from medlint.linting.linter import Linter
from medlint.linting.rules import load_rulebook
from medlint.linting.settings import Settings

GROWING = yaml.safe_load(Path(__file__).with_name("growth.yaml").read_text(encoding="utf-8"))
FEW, MANY = 40, 160  # repeats: those of a sentence make more than one, as long as a sentence can be
OWN = str(Path(medlint.__file__).parent)
WITHOUT_SPACES = ["(", "a)", "(Aa", "1", "1,", "1-", "a'", "\u2013a", "\U0001f600"]
SMALL, LARGE = 1_000, 8_000  # characters


@cache
def linter():
    """All rules but those that look for phrases: these see one sentence at a time and would take most of the steps."""
    rules = load_rulebook(()).rules
    phrase_rules = tuple(rule.code for rule in rules if isinstance(rule, PhraseRule))
    return Linter(Settings(min_confidence=Confidence.LOW, ignore=phrase_rules))


def steps(source, filename):
    """How many lines of medlint run, counted again in every round of a loop; unlike time it is always the same."""
    count = 0

    def trace(frame, event, _argument):
        nonlocal count
        count += event == "line"
        return trace if frame.f_code.co_filename.startswith(OWN) else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        assert linter().check_text(source, filename).error is None
    finally:
        sys.settrace(before)
    return count


def seconds(source):
    started = time.process_time()
    assert linter().check_text(source, "page.txt").error is None
    return time.process_time() - started


@pytest.mark.parametrize("case", GROWING, ids=[case["name"] for case in GROWING])
def test_four_times_the_page_takes_about_four_times_the_steps(case):
    few, many = (case.get("before", "") + case["page"] * n + case.get("after", "") for n in (FEW, MANY))
    filename = f"page.{case.get('format', 'md')}"
    linter().check_text(few, filename)  # what is worked out once for each word
    assert steps(many, filename) < 4.7 * steps(few, filename)


@pytest.mark.parametrize("part", WITHOUT_SPACES)
def test_what_has_no_spaces_takes_time_in_proportion(part):
    small, large = ("Epidural steroid injection (ESI) " + part * (size // len(part)) for size in (SMALL, LARGE))
    assert min(seconds(large) for _ in range(2)) < max(0.2, 24 * min(seconds(small) for _ in range(3)))
