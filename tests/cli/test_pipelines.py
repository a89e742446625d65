"""The templates for pipelines: what they call is there, and nothing that a user writes is run by a shell as code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from medlint.cli.commands.check import command
from medlint.reporting.formats import format_names

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / "templates" / "gitlab.yml").read_text(encoding="utf-8"))
SCRIPTS = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step] + GITLAB["medlint"]["script"]


def test_the_options_that_pipelines_use_are_there():
    used = set(re.findall(r"(?<!\S)--[a-z-]+", "\n".join(s for s in SCRIPTS if "medlint check" in s)))
    known = {option for parameter in command.params for option in parameter.opts}
    assert used
    assert used - {"--quiet", "--disable-pip-version-check"} <= known


def test_the_formats_that_pipelines_use_are_there():
    text = "\n".join(SCRIPTS)
    named = set(re.findall(r"--output \"?([a-z]+)=", text)) | set(re.findall(r"--format ([a-z]+)", text))
    assert named == {"github", "sarif", "gitlab"}
    assert named <= set(format_names())


def test_inputs_of_the_action_reach_the_shell_by_the_environment_only():
    assert all("${{" not in step.get("run", "") for step in ACTION["runs"]["steps"])


@pytest.mark.parametrize("step", ACTION["runs"]["steps"], ids=lambda step: step.get("name", "uses"))
def test_every_input_that_a_step_uses_is_one_of_the_action(step):
    named = re.findall(r"inputs\.([a-z-]+)", str(step))
    assert set(named) <= set(ACTION["inputs"])


def test_every_input_is_described_and_has_a_default():
    assert all(each["description"] and "default" in each for each in ACTION["inputs"].values())


def test_the_report_that_gitlab_reads_is_the_one_that_is_written():
    report = GITLAB["medlint"]["artifacts"]["reports"]["codequality"]
    assert any(f"gitlab={report}" in line for line in GITLAB["medlint"]["script"])
