"""Every shipped rule is documented, named and filed as it should be."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from packaging.version import Version

from medlint._version import __version__
from medlint.data import load_tree
from medlint.evidence.loading import load_database
from medlint.linting.kinds import kinds
from medlint.linting.rules import load_rulebook, load_rules, rules_folder

PREFIXES = {
    "overstatement": "OVS1",
    "risk": "RSK2",
    "conservative-care": "CON3",
    "guideline": "GDL4",
    "evidence": "EVD5",
    "page": "PAG6",
    "suppression": "SUP0",
}
RULES = load_rules()
FILES = {
    content["code"]: Path(name) for name, content in load_tree(rules_folder()).items() if "code" in (content or ())
}

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@every_rule
def test_a_rule_says_what_it_finds_why_that_matters_and_on_what_it_rests(rule):
    assert rule.summary.endswith(".")
    assert len(rule.why) > 100
    assert rule.standards
    assert re.fullmatch(r"\d+\.\d+\.\d+", rule.since)
    assert Version(rule.since) <= Version(__version__)
    assert rule.suggestion
    assert len(rule.bad) >= 3
    assert len(rule.good) >= 3


@every_rule
def test_a_rule_has_a_page_in_the_manual(rule):
    page = (Path(__file__).parents[2] / "docs" / "rules" / f"{rule.code}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {rule.code}: {rule.name}\n"), "run 'make docs-data'"


def test_no_rule_has_gone_or_changed_its_code():
    known = yaml.safe_load((Path(__file__).parent / "rule_codes.yaml").read_text(encoding="utf-8"))
    assert {rule.code: rule.name for rule in RULES} == known, (
        "a new rule is added to rule_codes.yaml, none is taken out"
    )


@every_rule
def test_a_rule_is_filed_under_its_family_and_name(rule):
    assert FILES[rule.code] == Path(rule.family, f"{rule.name}.yaml")
    assert rule.code.startswith(PREFIXES[rule.family])
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)


@every_rule
def test_what_a_rule_rests_on_is_in_the_claims_database(rule):
    database = load_database()
    assert not [name for name in rule.standards if name not in database.sources and name not in database.records]


@every_rule
def test_the_concepts_that_a_rule_names_are_in_the_claims_database(rule):
    known = load_database().concepts
    conditions = rule.when if isinstance(rule.when, tuple) else (rule.when,)
    named = {
        name
        for each in conditions
        for key in ("about", "not_about", "comparators", "conditions")
        for name in getattr(each, key, ())
    }
    assert not named - set(known)


@every_rule
def test_the_records_that_a_rule_cites_are_in_the_claims_database(rule):
    conditions = rule.when if isinstance(rule.when, tuple) else (rule.when,)
    cited = {name for each in conditions for name in getattr(each, "rests_on", ())}
    assert not cited - set(load_database().records)


def test_codes_and_names_are_unique_and_no_example_stands_twice():
    assert max(Counter(rule.code for rule in RULES).values()) == 1
    assert max(Counter(rule.name for rule in RULES).values()) == 1
    for rule in RULES:
        texts = [example.markdown for example in (*rule.bad, *rule.good)]
        assert len(set(texts)) == len(texts), rule.code


def test_rules_on_pages_are_off_unless_configured():
    assert all(rule.enabled is (rule.family != "page") for rule in RULES)


def test_the_kinds_are_those_of_the_manual():
    assert set(kinds()) == {"claim", "disclosure", "citation", "phrase", "page", "suppression"}


def test_the_rules_have_a_version_and_a_digest():
    data = load_rulebook().data
    assert re.fullmatch(r"\d{4}\.\d{2}", data.version)
    assert re.fullmatch(r"[0-9a-f]{16}", data.digest)
