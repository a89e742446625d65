"""Reading rule files: what is wrong with one is said with file, line and what was meant."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml

from medlint.errors import DataError
from medlint.linting.linter import Linter
from medlint.linting.rules import load_rulebook, load_rules
from medlint.linting.settings import Settings

SOUND = {
    "code": "OWN901",
    "name": "own-rule",
    "family": "own",
    "kind": "claim",
    "severity": "warning",
    "confidence": "high",
    "since": "1",
    "summary": "A rule of one's own.",
    "why": "Because.",
    "standards": ["discern"],
    "when": {"kinds": ["cure"]},
    "message": "“{text}”",
    "bad": ["a", "b", "c"],
    "good": ["d", "e", {"text": "f", "title": "g"}],
}


def write(folder: Path, file: str = "own/rule.yaml", *, without: str = "", **changes: object) -> Path:
    content = {key: value for key, value in (SOUND | changes).items() if key != without}
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return folder


def problem(folder: Path) -> str:
    with pytest.raises(DataError) as caught:
        load_rules([folder])
    return str(caught.value)


def test_the_rules_of_a_folder_are_added_to_the_shipped_ones_in_order_of_code(tmp_path):
    shipped = [rule.code for rule in load_rules()]
    added = [rule.code for rule in load_rules([write(tmp_path)])]
    assert added == sorted([*shipped, "OWN901"])


def test_a_rule_cannot_be_changed(tmp_path):
    rule = next(rule for rule in load_rules([write(tmp_path)]) if rule.code == "OWN901")
    with pytest.raises(ValueError, match="frozen"):
        rule.code = "OWN902"


def test_an_example_is_a_text_or_a_text_with_a_title(tmp_path):
    rule = next(rule for rule in load_rules([write(tmp_path)]) if rule.code == "OWN901")
    assert [example.markdown for example in rule.good] == ["d\n", "e\n", "# g\n\nf\n"]


def test_the_digest_changes_with_the_rules(tmp_path):
    before, after = load_rulebook().data, load_rulebook([write(tmp_path)]).data
    assert before.version == after.version
    assert len(before.digest) == 16
    assert before.digest != after.digest


@pytest.mark.parametrize(
    ("change", "at", "message"),
    [
        ({"kind": "claims"}, "kind: claims", "no kind of rule is called 'claims'; did you mean 'claim'?"),
        ({"severity": "warn"}, "severity: warn", "'warn' is not 'error', 'warning' or 'info'; did you mean 'warning'?"),
        ({"sumary": "x"}, "sumary: x", "unknown key 'sumary'; did you mean 'summary'?"),
        ({"code": "OWN1"}, "code: OWN1", "'OWN1' is no code: three capitals and three digits"),
        ({"name": "Own rule"}, "name: Own rule", "name: 'Own rule' is no identifier"),
        ({"message": "{txt}"}, "message:", "nothing is called 'txt' in a message; did you mean 'text'?"),
        ({"bad": ["a", "b"]}, "bad:", "bad: needs at least 3 examples, has 2"),
        ({"when": {"kinds": ["cures"]}}, "- cures", "'cures' is not"),
        ({"when": [{}, {"kinds": ["cures"]}]}, "- cures", "'cures' is not"),
        ({"when": {"kind": ["cure"]}}, "  kind:", "unknown key 'kind'; did you mean 'kinds'?"),
        ({"when": {"min_effect": "certain"}}, "min_effect: certain", "'certain' is none of denied, uncertain, may"),
        ({"when": {"min_effect": ["may"]}}, "min_effect:", "is none of denied, uncertain, may"),
        ({"when": {"min_effect": True}}, "min_effect: true", "is none of denied, uncertain, may"),
        ({"yields_to": ["OVS101", "OVS199"]}, "- OVS199", "no rule has the code 'OVS199'; did you mean 'OVS10"),
        ({"code": "OVS101"}, "code: OVS101", "code 'OVS101' is that of overstatement/cure.yaml already"),
        ({"name": "cure"}, "name: cure", "name 'cure' is that of overstatement/cure.yaml already"),
    ],
)
def test_a_broken_rule_is_refused_with_its_line_and_what_was_meant(tmp_path, change, at, message):
    said = problem(write(tmp_path, **change))
    file = tmp_path / "own" / "rule.yaml"
    assert message in said
    assert said.startswith(f"{file}:")
    line = int(said.removeprefix(f"{file}:").split(":")[0])
    assert at in file.read_text(encoding="utf-8").splitlines()[line - 1]


@pytest.mark.parametrize("key", ["phrases", "with", "without", "page_with", "page_without"])
def test_a_broken_phrase_is_refused_with_its_own_line(tmp_path, key):
    conditions = {"phrases": ["wonder cure"]} | {key: ["wonder cure", "(a|b)? .+ journey"]}
    said = problem(write(tmp_path, kind="phrase", when=[{"phrases": ["x"]}, conditions]))
    lines = (tmp_path / "own" / "rule.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[int(said.split(":")[1]) - 1].strip() == "- (a|b)? .+ journey"
    assert f"{key}: '(a|b)? .+ journey' looks like a regular expression, by its ')?'" in said


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"sells": "yes please"}, "sells: must be true or false"),
        ({"asked": 2}, "asked: must be true or false"),
    ],
)
def test_a_switch_is_true_or_false(tmp_path, conditions, message):
    assert problem(write(tmp_path, when=conditions)).endswith(message)


def test_months_are_a_whole_number(tmp_path):
    said = problem(write(tmp_path, kind="page", when={"older_than": "two years"}))
    assert said.endswith("older_than: must be a whole number")


PLAIN = "only a plain name stands in braces, such as {text}"
DOUBLED = "a field is {text}, and a brace in the message itself is written twice"


@pytest.mark.parametrize("key", ["message", "message_without_evidence"])
@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{text:>2000000000}", f"'{{text:>2000000000}}' is no field: {PLAIN}"),
        ("{text:%Y}", f"'{{text:%Y}}' is no field: {PLAIN}"),
        ("{text:}", f"'{{text:}}' is no field: {PLAIN}"),
        ("{text!r}", f"'{{text!r}}' is no field: {PLAIN}"),
        ("{text!r:>99}", f"'{{text!r:>99}}' is no field: {PLAIN}"),
        ("{text.__class__}", f"'{{text.__class__}}' is no field: {PLAIN}"),
        ("{text[0]}", f"'{{text[0]}}' is no field: {PLAIN}"),
        ("{}", f"'{{}}' is no field: {PLAIN}"),
        ("{0}", f"'{{0}}' is no field: {PLAIN}"),
        ("{ text }", f"'{{ text }}' is no field: {PLAIN}"),
        ("{TEXT}", f"'{{TEXT}}' is no field: {PLAIN}"),
        ("{tëxt}", f"'{{tëxt}}' is no field: {PLAIN}"),
        ("{says!s}", "'{says!s}' is no field: only a plain name stands in braces, such as {says}"),
        ("{text:{text}}", f"a single '{{': {DOUBLED}"),
        ("see {text", f"a single '{{': {DOUBLED}"),
        ("see text}", f"a single '}}': {DOUBLED}"),
        ("{text}" * 21, "21 fields in braces, and a message has at most 20"),
    ],
)
def test_a_field_of_a_message_is_a_plain_name(tmp_path, key, template, said):
    told = problem(write(tmp_path, **{key: template}))
    file = tmp_path / "own" / "rule.yaml"
    assert told.startswith(f"{file}:")
    assert told.endswith(f"{key}: {said}")
    line = int(told.removeprefix(f"{file}:").split(":")[0])
    assert file.read_text(encoding="utf-8").splitlines()[line - 1].startswith(f"{key}:")


@pytest.mark.parametrize("suggestion", ["Say “{text}” more softly.", "{text:>2000000000}", "{", "}}"])
def test_nothing_is_filled_into_a_suggestion(tmp_path, suggestion):
    assert problem(write(tmp_path, suggestion=suggestion)).endswith(
        "suggestion: nothing is filled in here: write it without braces"
    )


def test_a_message_that_would_always_be_cut_is_refused(tmp_path):
    assert problem(write(tmp_path, message="x" * 201)).endswith(
        "message: 201 characters, and a message has at most 200"
    )


def test_what_a_placeholder_stands_for_does_not_count(tmp_path):
    assert load_rules([write(tmp_path, message="x" * 199 + "{intervention}{says}")])


@pytest.mark.parametrize("message", ["{says}", "so says {source}"])
def test_a_phrase_rule_without_records_has_nothing_to_cite(tmp_path, message):
    when = {"phrases": ["wonder cure"]}
    said = problem(write(tmp_path / "a", kind="phrase", when=when, message=message))
    assert "in the message of a rule that rests on no record; name some under 'rests_on'" in said
    assert load_rules([write(tmp_path / "b", kind="phrase", when={**when, "rests_on": ["a-record"]}, message=message)])


@pytest.mark.parametrize("prefix", ["OVS", "RSK", "CON", "GDL", "EVD", "PAG", "SUP"])
def test_codes_of_the_families_that_ship_are_kept_for_them(tmp_path, prefix):
    said = problem(write(tmp_path, code=f"{prefix}999"))
    assert said.endswith(
        f"rule.yaml:1: codes with {prefix} are kept for rules that medlint ships; "
        "take a code of your own, such as HSE901"
    )


def test_a_rule_of_ones_own_may_belong_to_a_family_that_ships(tmp_path):
    assert "OWN901" in [rule.code for rule in load_rules([write(tmp_path, family="risk")]) if rule.family == "risk"]


@pytest.mark.parametrize("key", ["code", "kind", "why", "standards", "when", "good"])
def test_a_missing_key_is_named(tmp_path, key):
    assert f"'{key}' is missing" in problem(write(tmp_path, without=key))


def test_rules_that_yield_in_a_circle_are_refused(tmp_path):
    write(tmp_path, "own/a.yaml", code="OWN901", name="a", yields_to=["OWN902"])
    write(tmp_path, "own/b.yaml", code="OWN902", name="b", yields_to=["OWN901"])
    assert "rules yield in a circle: OWN90" in problem(tmp_path)


def test_a_file_that_is_no_mapping_is_refused(tmp_path):
    (tmp_path / "list.yaml").write_text("- 1\n", encoding="utf-8")
    assert problem(tmp_path) == f"{tmp_path / 'list.yaml'}:1: a rule is a mapping of keys to values"


def test_broken_yaml_is_refused_with_its_line(tmp_path):
    (tmp_path / "rule.yaml").write_text("code: OWN901\nname: [\n", encoding="utf-8")
    assert problem(tmp_path).startswith(f"{tmp_path / 'rule.yaml'}:")


def test_a_missing_folder_is_named(tmp_path):
    assert str(tmp_path / "none") in problem(tmp_path / "none")


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    folder, outside = (
        write(tmp_path / "house"),
        write(tmp_path / "outside", file="rule.yaml", code="OWN902", name="other"),
    )
    (folder / "whole").symlink_to(outside, target_is_directory=True)
    assert {rule.code for rule in load_rules([folder])} & {"OWN901", "OWN902"} == {"OWN901"}
    (folder / "own" / "linked.yaml").symlink_to(outside / "rule.yaml")
    assert problem(folder) == f"{folder / 'own' / 'linked.yaml'}:1: is a link that leads out of {folder}"


def test_no_phrase_becomes_a_regular_expression(tmp_path, monkeypatch):
    compiled = []
    compile_pattern = re._compile

    def noted(pattern, flags):
        compiled.append(str(getattr(pattern, "pattern", pattern)))
        return compile_pattern(pattern, flags)

    monkeypatch.setattr(re, "_compile", noted)
    conditions = {"phrases": ["zqcure (for|of) good", "zqmend"], "with": ["zqnear"], "page_without": ["zqnever"]}
    folder = write(tmp_path, kind="phrase", when=conditions, message="“{text}” zqmessage")
    page = "# Pain\n\nInjections are zqnear a zqcure for good. Injections zqmend zqnear sciatica.\n"
    page = page.replace("Injections", "Epidural steroid injections")
    report = Linter(Settings(rules=(folder,), select=("OWN901",))).check_text(page, "page.md")
    assert "zqmend" in [finding.text for finding in report.findings]
    assert compiled
    assert not [pattern for pattern in compiled if "zq" in pattern]
