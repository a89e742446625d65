import json
import platform
from importlib import metadata

import pytest

import medlint as package
from medlint.cli.commands import version
from medlint.versions import version_of


def test_explain_shows_the_rule_its_reason_and_its_examples(medlint):
    text = medlint("explain", "OVS101").stdout
    assert text.startswith("OVS101 cure [")
    for title in ("Why it matters", "It rests on", "Found", "Left alone"):
        assert f"\n{title}\n" in text


def test_explain_takes_a_name_in_any_case(medlint):
    by_code = medlint("explain", "OVS101").stdout
    assert medlint("explain", "cure").stdout == by_code
    assert medlint("explain", "ovs101").stdout == by_code


def test_explain_takes_a_family(medlint):
    text = medlint("explain", "risk").stdout
    assert "RSK201" in text
    assert "RSK202" in text


@pytest.mark.parametrize("wrong", ["OVS1O1", "cuer"])
def test_explain_asks_what_was_meant(medlint, wrong):
    result = medlint("explain", wrong)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert "did you mean" in result.stderr


def test_rules_are_a_table_of_one_row_each(medlint):
    from medlint.linting.rules import load_rules

    rows = [line for line in medlint("rules").stdout.splitlines() if not line.startswith(" ")]
    assert [row.split()[:2] for row in rows] == [[rule.code, rule.name] for rule in load_rules()]


def test_rules_fit_the_terminal(medlint):
    text = medlint("rules", env={"COLUMNS": "80"}).stdout
    assert max(map(len, text.splitlines())) <= 80


def test_rules_as_json_hold_what_explain_shows(medlint):
    rules = json.loads(medlint("rules", "--format", "json").stdout)
    cure = next(rule for rule in rules if rule["code"] == "OVS101")
    assert cure["name"] == "cure"
    assert cure["why"]
    assert len(cure["bad"]) >= 3
    assert len(cure["good"]) >= 3


def test_version_names_tool_data_and_libraries(medlint):
    lines = dict(
        line.split(maxsplit=1) for line in medlint("version").stdout.replace("claims database", "claims").splitlines()
    )
    assert lines["medlint"] == package.__version__
    assert lines["Python"] == platform.python_version()
    assert lines["spaCy"] == metadata.version("spacy")
    assert "(digest " in lines["rules"]
    assert "(digest " in lines["claims"]


def test_version_says_what_is_lost_without_scispacy(medlint, monkeypatch):
    monkeypatch.setattr(version, "version_of", lambda name: None if name == "scispacy" else version_of(name))
    assert "not installed: abbreviations are known from the aliases only" in medlint("version").stdout


def test_the_short_version_is_one_line(medlint):
    assert medlint("--version").stdout == f"medlint {package.__version__}\n"


def test_extract_shows_claims_disclosures_mentions_and_facts(medlint, tmp_path):
    path = tmp_path / "page.md"
    text = (
        "# Epidural steroid injections for sciatica\n\nAn epidural steroid injection may ease leg pain. "
        "Rarely, the injection causes a stroke.\n"
    )
    path.write_text(text)
    content = json.loads(medlint("extract", path).stdout)
    assert content["version"] == 1
    assert content["path"] == str(path)
    assert "epidural-steroid-injection" in content["article"]["interventions"]
    claim = next(claim for claim in content["claims"] if claim["kind"] == "efficacy")
    assert claim["strength"] == {"level": 2, "name": "may"}
    assert [harm["kind"] for harm in content["disclosures"]] == ["harm"]
    assert "epidural-steroid-injection" in {mention["concept"] for mention in content["mentions"]}
    for item in (*content["claims"], *content["disclosures"], *content["mentions"]):
        assert text[item["start"]["offset"] : item["end"]["offset"]] == item["text"]


def test_extract_says_why_a_file_cannot_be_read(medlint, tmp_path):
    result = medlint("extract", tmp_path / "missing.md")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.startswith("medlint: ")
    assert result.stderr.count("\n") == 1
