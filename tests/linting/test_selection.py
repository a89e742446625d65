"""Which rules run."""

from __future__ import annotations

import pytest
from handmade import rule

from medlint.errors import UsageError
from medlint.linting.findings import Severity
from medlint.linting.selection import chosen_rules, select_rules
from medlint.linting.settings import Settings

RULES = (
    rule("claim", {}, code="OVS101", name="cure", family="overstatement"),
    rule("claim", {}, code="OVS113", name="above-the-evidence", family="overstatement"),
    rule("claim", {}, code="RSK201", name="no-risk-told", family="risk"),
    rule("page", {"lacks": "author"}, code="PAG601", name="no-author", family="page", enabled=False),
)


def codes(select=(), ignore=()):
    return [chosen.code for chosen in select_rules(RULES, select, ignore)]


def test_without_a_selection_the_rules_that_are_on_by_default_run():
    assert codes() == ["OVS101", "OVS113", "RSK201"]


@pytest.mark.parametrize(
    ("selector", "chosen"),
    [
        ("OVS101", ["OVS101"]),
        ("ovs101", ["OVS101"]),
        ("OVS", ["OVS101", "OVS113"]),
        ("OVS11", ["OVS113"]),
        ("cure", ["OVS101"]),
        ("overstatement", ["OVS101", "OVS113"]),
        ("page", ["PAG601"]),
    ],
)
def test_a_selector_is_a_code_a_prefix_a_name_or_a_family(selector, chosen):
    assert codes([selector]) == chosen


def test_what_is_ignored_is_taken_out_of_what_is_selected():
    assert codes(["OVS", "risk"], ["cure"]) == ["OVS113", "RSK201"]
    assert codes([], ["overstatement"]) == ["RSK201"]


@pytest.mark.parametrize(
    ("slip", "meant"), [("OVS131", "OVS113"), ("cur", "cure"), ("overstatment", "overstatement"), ("rsk210", "RSK201")]
)
def test_an_unknown_rule_is_refused_with_what_was_meant(slip, meant):
    with pytest.raises(UsageError, match=f"unknown rule '{slip}'; did you mean '{meant}'"):
        codes([slip])


def test_an_unknown_rule_to_ignore_is_refused_too():
    with pytest.raises(UsageError, match="medlint rules"):
        codes([], ["zzzzzz"])


def test_a_family_letter_or_two_select_nothing():
    with pytest.raises(UsageError):
        codes(["OV"])


@pytest.mark.parametrize(
    ("mandatory", "asked", "severity"),
    [
        ((), "info", "info"),
        (("cure",), "info", "warning"),
        (("cure",), "warning", "warning"),
        (("cure",), "error", "error"),
        (("risk",), "info", "info"),
    ],
)
def test_the_severity_of_a_mandatory_rule_may_be_raised_but_not_lowered(mandatory, asked, severity):
    settings = Settings(severity=(("cure", Severity(asked)),), mandatory=mandatory)
    assert next(each for each in chosen_rules(RULES, settings) if each.name == "cure").severity == severity
