"""Configuration, baseline and notes on the command line."""

from __future__ import annotations

import json
import tomllib

import pytest
import yaml

from medlint.linting.configuration.reading import read_config

PAGE = "# Sciatica\n\nAn epidural steroid injection cures sciatica.\n"


@pytest.fixture
def site(tmp_path, monkeypatch):
    """Write files below the working folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    for name in ("MEDLINT_CONFIG", "MEDLINT_SELECT", "MEDLINT_FAIL_ON", "MEDLINT_TODAY"):
        monkeypatch.delenv(name, raising=False)

    def write(**files):
        for name, content in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(content, encoding="utf-8")

    return write


def test_a_flag_beats_the_environment_which_beats_the_file(medlint, site):
    site(**{"medlint.toml": 'select = ["cure"]\nfail-on = "never"', "x.md": PAGE})
    assert medlint("check", "x.md").exit_code == 0
    assert medlint("check", "x.md", env={"MEDLINT_FAIL_ON": "error"}).exit_code == 1
    assert medlint("check", "x.md", "--fail-on", "never", env={"MEDLINT_FAIL_ON": "error"}).exit_code == 0


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ('slect = ["cure"]', "medlint: {}medlint.toml: unknown key 'slect'; did you mean 'select'?\n"),
        ('select = ["OVS01"]', "medlint: medlint.toml: unknown rule 'OVS01'; did you mean 'OVS101'?\n"),
    ],
)
def test_a_mistake_in_the_file_is_one_line(medlint, site, tmp_path, config, message):
    site(**{"medlint.toml": config, "x.md": PAGE})
    result = medlint("check", "x.md")
    assert (result.stderr, result.exit_code) == (message.format(f"{tmp_path}/"), 2)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["old/x.md"],
            'medlint: old/x.md is excluded by exclude = ["old/"] of medlint.toml; '
            "'--isolated' lints it all the same, without configuration\n",
        ),
        (
            ["old/x.md", "old/y.md", "x.md"],
            'medlint: old/x.md (and 1 more) is excluded by exclude = ["old/"] of medlint.toml; '
            "'--isolated' lints it all the same, without configuration\n",
        ),
        (
            ["x.md", "--exclude", "x.*", "--isolated"],
            'medlint: x.md is excluded by exclude = ["x.*"] of --exclude\n',
        ),
        (["x.md", "."], ""),
    ],
)
def test_a_file_that_is_named_and_excluded_is_told_with_the_reason(medlint, site, arguments, message):
    site(**{"medlint.toml": 'exclude = ["old/"]', "old/x.md": PAGE, "old/y.md": PAGE, "x.md": "Rain.\n"})
    result = medlint("check", "-q", *arguments)
    assert (result.stderr, result.exit_code) == (message, 0)


def test_isolated_no_file_is_read(medlint, site):
    site(**{"medlint.toml": "broken", "x.md": PAGE})
    assert medlint("check", "x.md", "--isolated").exit_code == 1


def test_config_show_tells_each_value_and_who_says_so(medlint, site):
    site(**{"medlint.toml": 'confidence = "low"\n[[overrides]]\nfiles = ["blog/"]\nignore = ["cure"]'})
    shown = medlint("config", "show", "blog/x.md", "--fail-on", "error").stdout
    lines = dict(line.split("  # ") for line in shown.splitlines()[1:])
    told = {key.strip(): origin for key, origin in lines.items()}
    assert told['confidence = "low"'] == "medlint.toml"
    assert told['ignore = ["cure"]'] == "medlint.toml, override 1 (blog/)"
    assert told['fail-on = "error"'] == "--fail-on"
    assert told["select = []"] == "default"


def test_config_show_speaks_json_too(medlint, site):
    site(**{"medlint.toml": 'claims-db = ["own"]\nexclude = ["old/"]'})
    shown = json.loads(medlint("config", "show", "--format", "json").stdout)
    assert shown["file"] == "medlint.toml"
    assert shown["values"]["claims-db"] == {"value": ["own"], "origins": ["medlint.toml"]}
    assert shown["values"]["exclude"] == {"value": ["old/"], "origins": ["medlint.toml"]}


def test_config_schema_is_json(medlint):
    assert "select" in json.loads(medlint("config", "schema").stdout)["properties"]


OVERRIDES = """
[[overrides]]
files = ["bolg/", "*.rst"]
ignore = ["cure"]
[[overrides]]
files = ["blog/"]
ignore = ["cure"]
"""
IDLE = "# override 1 (bolg/, *.rst): no file below this folder matches"


@pytest.mark.parametrize(("path", "told"), [(".", [IDLE]), ("blog", []), ("blog/x.md", [])])
def test_an_override_that_matches_no_file_is_told_where_the_whole_of_its_folder_is_shown(medlint, site, path, told):
    site(**{"medlint.toml": OVERRIDES, "blog/x.md": PAGE})
    shown = medlint("config", "show", path).stdout.splitlines()
    assert [line for line in shown if "no file below" in line] == told


def test_init_writes_a_configuration_that_holds_and_shows_the_hook(medlint, site, tmp_path):
    site(**{"a.md": PAGE, "b/c.html": "<p>x</p>", "_site/a.html": "<p>x</p>"})
    result = medlint("init")
    assert result.exit_code == 0
    assert "Found 2 articles (1 html, 1 markdown)" in result.stdout
    assert read_config(tmp_path / "medlint.toml").exclude == ("/_site/",)
    snippet = result.stdout.split("yaml:\n\n")[1].split("\n\nNext:")[0]
    assert yaml.safe_load(snippet)["repos"][0]["hooks"] == [{"id": "medlint"}]
    assert "# a released tag, or a full commit hash" in snippet


@pytest.mark.usefixtures("site")
def test_init_takes_a_profile(medlint, tmp_path):
    assert "did you mean 'strict'" in medlint("init", "--profile", "strikt").stderr
    assert medlint("init", "--profile", "patient").exit_code == 0
    assert tomllib.loads((tmp_path / "medlint.toml").read_text())["profile"] == "patient"


def test_init_never_overwrites(medlint, site, tmp_path):
    site(**{"medlint.toml": 'confidence = "low"'})
    assert "is there already" in medlint("init").stderr
    assert (tmp_path / "medlint.toml").read_text() == 'confidence = "low"'


def test_a_baseline_is_written_used_pruned_and_its_stale_entries_told(medlint, site):
    site(**{"x.md": PAGE})
    assert "known findings in 1 files; write baseline" in medlint("baseline", "write").stderr
    arguments = ("check", "x.md", "--baseline", "medlint-baseline.json")
    assert medlint(*arguments).exit_code == 0
    site(**{"x.md": "# Walks\n\nA walk is pleasant.\n"})
    assert "match nothing any more; 'medlint baseline prune' takes them out" in medlint(*arguments).stderr
    assert medlint("baseline", "prune").exit_code == 0
    assert "nothing any more" not in medlint(*arguments).stderr


def test_today_can_be_set_for_audits_that_repeat(medlint, site):
    families = "overstatement, risk, conservative-care, guideline, evidence"
    note = f"<!-- medlint: ignore-file[{families}] until:2027-06-30 -- weighed -->\n\n"
    site(**{"x.md": note + PAGE, "medlint.toml": 'extend-ignore = ["unused-note"]'})
    assert medlint("check", "x.md", "--today", "2027-06-30").exit_code == 0
    late = medlint("check", "x.md", "--format", "concise", env={"MEDLINT_TODAY": "2027-07-01"})
    assert late.exit_code == 1
    assert " SUP005 This note held until 2027-06-30" in late.stdout
    assert medlint("check", "x.md", "--today", "1st July").stderr == (
        "medlint: --today: '1st July' is no day: write it YYYY-MM-DD\n"
    )


def test_what_is_kept_back_is_in_the_json_with_its_reason(medlint, site):
    site(**{"x.md": f"<!-- medlint: ignore-file[cure] until:2999-12-31 -- a quotation -->\n\n{PAGE}"})
    (file,) = json.loads(medlint("check", "x.md", "--format", "json", "--select", "cure").stdout)["files"]
    assert file["findings"] == []
    assert file["suppressed"][0]["suppression"] == {"reason": "a quotation", "until": "2999-12-31", "line": 1}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "nowhere/"], "medlint: nowhere: no such file"),
        (["check", "docs/*.md"], "medlint: docs/*.md: patterns are not expanded; give the folder: medlint check docs"),
        (["check", "x.md", "--select", "OVS01"], "medlint: --select: unknown rule 'OVS01'; did you mean 'OVS101'?"),
        (["check", "x.md", "--profile", "pateint"], "medlint: --profile: there is no profile 'pateint'; did you mean"),
        (["explain", "OVS01"], "medlint: unknown rule 'OVS01'; did you mean 'OVS101'?"),
        (["check", "."], "medlint: .: no articles in this folder (Markdown, HTML or plain text)"),
    ],
)
def test_a_mistake_of_a_new_user_is_answered_in_one_line(medlint, site, arguments, message):
    if "x.md" in arguments:
        site(**{"x.md": PAGE})
    result = medlint(*arguments, "-q") if arguments[0] == "check" else medlint(*arguments)
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1
    assert result.exit_code == 2


@pytest.mark.parametrize("character", ["\x7f", "\x9b", "\u202e", "\u200b", "\U000e0041"])
def test_config_show_writes_no_character_that_steers_a_terminal(medlint, site, character):
    site(**{"medlint.toml": f'exclude = ["a{character.encode("unicode-escape").decode()}b"]'.replace("\\x", "\\u00")})
    shown = medlint("config", "show").stdout
    assert character not in shown
    assert tomllib.loads(shown.replace("unset", '""'))["exclude"] == [f"a{character}b"]
