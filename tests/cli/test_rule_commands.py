"""Writing, testing and listing rules of one's own."""

import json

import pytest


@pytest.fixture
def house(medlint, tmp_path):
    """A folder with one rule as `new-rule` writes it."""
    folder = tmp_path / "house"
    assert medlint("new-rule", "no-wonder-cures", "--dir", folder).exit_code == 0
    return folder


def test_new_rule_says_what_to_do_next(medlint, tmp_path):
    result = medlint("new-rule", "my-rule", "--kind", "claim", "--dir", tmp_path)
    assert result.stdout == f"{tmp_path / 'my-rule.yaml'}: rule HSE901. Change it, then run: medlint test {tmp_path}\n"


def test_new_rule_writes_over_nothing(medlint, house):
    result = medlint("new-rule", "no-wonder-cures", "--dir", house)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert "is there already" in result.stderr


def test_new_rule_refuses_the_name_of_a_rule_that_ships(medlint, tmp_path):
    result = medlint("new-rule", "cure", "--dir", tmp_path / "house")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr == "medlint: 'cure' is the name of rule OVS101 already; take another\n"
    assert not (tmp_path / "house").exists()


def test_a_folder_without_a_rule_is_an_error(medlint, tmp_path):
    result = medlint("test", tmp_path)
    assert (result.stdout, result.stderr, result.exit_code) == ("", f"medlint: no rule files in {tmp_path}\n", 2)


def test_a_file_is_tested_with_its_folder(medlint, house):
    result = medlint("test", house / "no-wonder-cures.yaml")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.endswith(f"is a file; name the folder that it is in: medlint test {house}\n")


def test_the_examples_of_ones_own_rules_are_tested(medlint, house):
    result = medlint("test", house, "--coverage")
    assert (result.stdout, result.exit_code) == ("1 rule, 1 of them covered, 6 examples: all as they should be.\n", 0)


def test_an_example_that_fails_is_shown(medlint, house):
    path = house / "no-wonder-cures.yaml"
    path.write_text(path.read_text().replace("This wonder drug works overnight.", "This drug works overnight."))
    result = medlint("test", house)
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "HSE901 no-wonder-cures: a bad example is not found\n    This drug works overnight.\n"
        "    (no phrase of it stands there)\n"
    )
    assert result.stdout.endswith("1 rule, 6 examples: 1 failed.\n")


def test_coverage_names_a_rule_of_which_nothing_is_found(medlint, house):
    path = house / "no-wonder-cures.yaml"
    rule = path.read_text().replace("wonder (drug|cure|treatment)", "abracadabra").replace("secret of *", "xyz")
    path.write_text(rule)
    assert "HSE901: none of its bad examples is found\n" in medlint("test", house, "--coverage").stdout


def test_rules_that_cannot_be_read_exit_with_2(medlint, tmp_path):
    (tmp_path / "broken.yaml").write_text("kind: phrase\ncode: [\n")
    result = medlint("test", tmp_path)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.startswith(f"medlint: {tmp_path / 'broken.yaml'}:")


@pytest.mark.parametrize("command", ["test", "check"])
def test_a_rule_about_a_treatment_that_is_unknown_is_refused(medlint, house, tmp_path, command):
    path = house / "no-wonder-cures.yaml"
    path.write_text(path.read_text().replace("  topic: any", "  about: [prp] #"))
    article = tmp_path / "article.md"
    article.write_text("Keep moving.\n")
    result = medlint("test", house) if command == "test" else medlint("check", article, "--rules", house)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert f"{path}:14: about: no treatment is called 'prp'; did you mean 'prp-injection'?" in result.stderr


def test_ones_own_rules_are_checked_listed_and_explained(medlint, house, tmp_path):
    article = tmp_path / "article.md"
    article.write_text("A wonder cure is here.\n")
    found = medlint("check", article, "--rules", house, "--select", "HSE901", "--format", "concise").stdout
    assert "HSE901" in found
    assert "HSE901  no-wonder-cures" in medlint("rules", "--rules", house).stdout
    assert medlint("explain", "HSE901", "--rules", house).stdout.startswith("HSE901 no-wonder-cures [warning]\n")
    assert medlint("explain", "HSE901").exit_code == 2


def test_configured_folders_are_read_too(medlint, house, tmp_path, monkeypatch):
    (tmp_path / "medlint.toml").write_text(f'rules = ["{house.name}"]\n')
    monkeypatch.chdir(tmp_path)
    assert "HSE901" in medlint("rules").stdout


@pytest.mark.parametrize("here", ["site", "."])
def test_rules_that_the_articles_configuration_brings_can_be_selected_from_above(medlint, tmp_path, monkeypatch, here):
    site = tmp_path / "site"
    medlint("new-rule", "no-wonder-cures", "--dir", site / "house-rules")
    (site / "medlint.toml").write_text('rules = ["house-rules"]\n')
    (site / "article.md").write_text("A wonder cure is here.\n")
    monkeypatch.chdir(tmp_path / here)
    result = medlint("check", site / "article.md", "--select", "house", "--format", "concise", "-q")
    assert (result.exit_code, "HSE901" in result.stdout, result.stderr) == (1, True, "")


def test_several_folders_can_be_named(medlint, house, tmp_path):
    other = tmp_path / "other"
    medlint("new-rule", "second", "--dir", other)
    (other / "second.yaml").write_text((other / "second.yaml").read_text().replace("HSE901", "HSE950"))
    text = medlint("rules", "--rules", house, "--rules", other).stdout
    assert "HSE901" in text
    assert "HSE950" in text


def test_explain_says_how_to_fix_and_to_configure(medlint):
    text = medlint("explain", "OVS101").stdout
    assert "\nHow to fix it\n" in text
    assert '      extend-ignore = ["OVS101"]\n' in text
    assert "<!-- medlint: ignore[OVS101] -- why it may stand -->" in text


def test_explain_tells_how_to_keep_back_what_is_said_of_a_page(medlint):
    text = medlint("explain", "PAG601").stdout
    assert "<!-- medlint: ignore-file[PAG601] -- why it may stand -->" in text


def test_the_rule_on_unused_notes_names_the_note_for_a_whole_page(medlint):
    assert "ignore-file[CODE]" in medlint("explain", "SUP006").stdout


def test_explain_tells_of_the_months_that_a_review_may_take(medlint):
    text = medlint("explain", "PAG603").stdout
    assert 'extend-select = ["PAG603"]' in text
    assert "review-months = 24" in text


@pytest.mark.parametrize("code", ["OVS101", "PAG603"])
def test_what_explain_tells_to_configure_is_what_medlint_understands(medlint, tmp_path, monkeypatch, code):
    text = medlint("explain", code).stdout
    lines = [line.strip() for line in text.splitlines() if " = " in line and line.startswith("      ")]
    (tmp_path / "medlint.toml").write_text("\n".join(lines) + "\n")
    (tmp_path / "article.md").write_text("Keep moving.\n")
    monkeypatch.chdir(tmp_path)
    result = medlint("check", "article.md")
    assert (result.exit_code, len(lines)) == (0, 3 if code == "OVS101" else 4)


def test_rules_as_markdown_are_a_table(medlint):
    lines = medlint("rules", "--format", "markdown").stdout.splitlines()
    assert lines[0] == "| code | name | severity | what it finds |"
    assert any(line.startswith("| OVS101 | cure | error | ") for line in lines)


def test_the_schema_of_a_rule_file_is_shown(medlint):
    schema = json.loads(medlint("rules", "--schema").stdout)
    assert "PhraseRule" in schema["$defs"]
