"""The manual names all there is: every command, option, key, field, format and variable."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from medlint.cli.main import app
from medlint.documents.leftout import names
from medlint.evidence.verdicts import Verdict
from medlint.language.article import HORIZONS, Effect
from medlint.linting.configuration.model import Config, Override
from medlint.linting.configuration.profiles import load_profiles
from medlint.linting.configuration.reading import known_keys
from medlint.linting.configuration.voices import PREFIX, SETTABLE
from medlint.linting.rules import load_rules
from medlint.linting.suppression.directives import Verb
from medlint.reporting.formats import format_names

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
MAN = DOCS / "man" / "medlint.1"


def text(name):
    return (DOCS / name).read_text(encoding="utf-8")


def rows(name):
    """What the first column of the tables of a page names."""
    cells = (line.split("|")[1] for line in text(name).splitlines() if line.startswith("| "))
    return {word for cell in cells for word in re.findall(r"`([^`\[]+)", cell)}


def commands(command=app, name="medlint"):
    """Every command by its whole name."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name)
        for each in command.list_commands(context):
            yield from commands(command.get_command(context, each), f"{name} {each}")


@pytest.mark.parametrize("script", ["commands.py", "man.py"])
def test_the_command_reference_and_the_manual_page_are_as_the_program_is(script):
    run = subprocess.run(
        [sys.executable, str(DOCS / script)], capture_output=True, text=True, check=False, timeout=60, cwd=DOCS
    )
    assert run.returncode == 0, "run 'make docs-data'\n" + run.stdout + run.stderr


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=lambda value: value if type(value) is str else "")
def test_every_command_and_option_is_in_the_command_reference(name, command):
    section = text("commands.md").split(f"\n## {name}\n")[1].split("\n## ")[0]
    options = [each for each in command.params if isinstance(each, click.Option) and not each.hidden]
    assert not [spelling for each in options for spelling in each.opts if f"{spelling}" not in section]


@pytest.mark.parametrize("page", ["commands.md", "man/medlint.1"])
def test_every_variable_is_in_the_command_reference_and_the_manual_page(page):
    own = {parameter.envvar for _, command in commands() for parameter in command.params if parameter.envvar}
    others = {"MEDLINT_CACHE_DIR", "MEDLINT_NO_CACHE", "NO_COLOR", "FORCE_COLOR"}
    assert not [name for name in own | others | {PREFIX + key.upper() for key in SETTABLE} if name not in text(page)]


def test_every_variable_that_the_code_reads_is_in_the_command_reference():
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "medlint").rglob("*.py"))
    read = set(re.findall(r"\"(MEDLINT_[A-Z_]+[A-Z])\"", code))
    assert "MEDLINT_NO_CACHE" in read
    assert not [name for name in read if name not in text("commands.md")]


def test_every_key_of_the_configuration_is_in_its_reference():
    assert {*known_keys(Config), *known_keys(Override)} - {"files"} <= rows("configuration.md")
    assert "`files`" in text("configuration.md")


def test_every_profile_and_jurisdiction_is_in_the_reference():
    assert {name for _, name in load_profiles()} <= rows("configuration.md")


def test_every_format_is_in_the_guide_for_pipelines():
    assert set(format_names()) <= rows("pipelines.md")


def test_every_input_of_the_action_is_in_the_guide_for_pipelines():
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert set(action["inputs"]) <= rows("pipelines.md")


def keys(value):
    """Every key of an object and of the objects in it; digests and the names of data sets are no fields."""
    if isinstance(value, dict):
        yield from value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys(each)


def test_every_reason_for_which_text_is_left_out_is_in_the_reference_of_the_json_report():
    listed = dict(re.findall(r"^\| `([a-z-]+)` \| ([^|`]+) \|$", text("json-report.md"), re.MULTILINE))
    assert listed.items() >= names().items()


def test_every_field_of_the_json_report_is_in_its_reference(tmp_path):
    page = tmp_path / "page.md"
    note = "<!-- medlint: ignore[cure] until:2999-12-31 -- a quotation -->\n\n"
    page.write_text(f"# Sciatica\n\n{note}An epidural steroid injection cures sciatica.\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["check", str(page), "--isolated", "--format", "json", "-q"])
    report = json.loads(result.stdout)
    assert report["version"] == 1
    assert report["files"][0]["findings"][0]["evidence"]
    assert report["files"][0]["suppressed"][0]["suppression"]
    named = set(re.findall(r"`([a-z_]+)`", text("json-report.md")))
    assert set(keys(report)) <= named


def test_every_verdict_step_and_horizon_is_explained():
    page = text("verdicts.md")
    assert not [verdict for verdict in Verdict if f"\n| {verdict} |" not in page]
    assert not [effect for effect in Effect if f"\n| {int(effect)} | {effect.name.lower()} |" not in page]
    assert not [horizon for horizon in HORIZONS[1:] if f"`{horizon}`" not in page]


def test_every_kind_of_note_and_every_family_of_rules_is_in_the_guide_for_editors():
    assert not [verb for verb in Verb if f"`{verb}[RULES]`" not in text("editors.md")]
    assert not [rule for rule in load_rules() if f"\n| {rule.family} |" not in text("editors.md")]


def test_every_page_on_a_rule_is_linked_from_their_index():
    linked = set(re.findall(r"\]\(([A-Z]{3}\d{3}\.md)\)", text("rules/README.md")))
    assert linked == {path.name for path in (DOCS / "rules").glob("*.md")} - {"README.md"}


def test_every_page_is_in_the_navigation():
    site = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert not [path.name for path in DOCS.glob("*.md") if f": {path.name}\n" not in site]


def test_the_site_is_built_without_a_warning(tmp_path):
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    page = (tmp_path / "site" / "rules" / "OVS101" / "index.html").read_text(encoding="utf-8")
    assert not re.findall(r"(?:src|href)=\"(?:https?:)?//fonts\.", page)
    assert not list((tmp_path / "site").rglob("*.py"))


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
def test_the_manual_page_is_sound_roff():
    run = subprocess.run(["groff", "-man", "-ww", "-z", str(MAN)], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
