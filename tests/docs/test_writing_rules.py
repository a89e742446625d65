"""The guide for rule authors names every key of a rule, with its default."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from medlint.language.article import Advice, ClaimKind, Effect, Horizon
from medlint.linting.kinds import claim, disclosure, page, phrase
from medlint.linting.pagewords import PageWords
from medlint.linting.rule import Rule
from medlint.linting.scope import Scope

PAGE = Path(__file__).resolve().parents[2] / "docs" / "writing-rules.md"
TEXT = PAGE.read_text(encoding="utf-8")
SECTIONS = {
    "## The keys that every rule has": (Rule, set()),
    "### The page, for every kind": (PageWords, set()),
    "### The sentence, for phrases and claims": (Scope, set(PageWords.model_fields)),
    "### Words: `phrase`": (phrase.Conditions, {*Scope.model_fields, "confidence"}),
    "### Claims: `claim`": (claim.Conditions, {*Scope.model_fields, "confidence"}),
    "### The page alone: `page`": (page.Conditions, set(PageWords.model_fields)),
    "### What is left untold: `disclosure`": (disclosure.Conditions, set(PageWords.model_fields)),
}
OF_NO_MODEL = {"when", "confidence"}  # the first is that of each kind, the second of two of them


def section(heading):
    return re.split(r"^#{2,3} ", TEXT.partition(heading + "\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def documented(heading):
    """The default of every key in the table of a section."""
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \| ([^|]+) \|", section(heading), re.MULTILINE)
    return {key: default.strip() for keys, default in rows for key in re.findall(r"\w+", keys)}


def fields(heading):
    model, elsewhere = SECTIONS[heading]
    return {field.alias or name: field for name, field in model.model_fields.items() if name not in elsewhere}


@pytest.mark.parametrize("heading", SECTIONS)
def test_every_key_is_documented_and_no_other(heading):
    assert set(documented(heading)) - OF_NO_MODEL == set(fields(heading)) - OF_NO_MODEL


@pytest.mark.parametrize("heading", SECTIONS)
def test_a_key_is_said_to_be_required_where_it_is(heading):
    told = documented(heading)
    assert {key for key, field in fields(heading).items() if field.is_required()} == {
        key for key, default in told.items() if default == "required" and key not in {"when"}
    }


@pytest.mark.parametrize("heading", SECTIONS)
def test_the_default_of_a_switch_is_the_real_one(heading):
    told = documented(heading)
    switches = {key: field.default for key, field in fields(heading).items() if "bool" in str(field.annotation)}
    spelt = {None: "`null`", True: "`true`", False: "`false`"}
    assert {key: told[key] for key in switches} == {key: spelt[default] for key, default in switches.items()}


@pytest.mark.parametrize(
    "ladder", [list(ClaimKind), list(Horizon), [each.name.lower().replace("_", "-") for each in (*Effect, *Advice)]]
)
def test_every_kind_and_rung_of_a_claim_is_named(ladder):
    assert not [word for word in ladder if f"`{word}`" not in section("### Claims: `claim`")]


def test_everything_that_can_be_left_untold_is_named():
    words = disclosure.Lack.__args__
    assert not [word for word in words if f"`{word}`" not in section("### What is left untold: `disclosure`")]
