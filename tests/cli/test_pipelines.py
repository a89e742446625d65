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
PAGES = [ROOT / "action.yml", ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
ACTIONS = [line.strip() for page in PAGES for line in page.read_text(encoding="utf-8").splitlines() if "uses:" in line]
OTHERS = [line for line in ACTIONS if "<owner>/medlint@" not in line]
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


def test_actions_of_others_are_named_by_the_hash_of_a_commit_with_its_version():
    assert {re.search(r"uses: (\S+)@", line)[1] for line in OTHERS} == {
        "actions/setup-python",
        "actions/checkout",
        "github/codeql-action/upload-sarif",
    }
    for line in OTHERS:
        assert re.fullmatch(r"- uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_an_action_is_named_by_one_hash_everywhere():
    assert len(set(OTHERS)) == len({line.split("@")[0] for line in OTHERS})


def test_no_module_among_the_articles_is_run_by_an_installation():
    installations = [script for script in SCRIPTS if "pip install" in script]
    assert len(installations) == 2
    assert all(script.startswith("python -P -m pip install ") for script in installations)


def test_the_action_installs_exact_versions():
    [script] = [step["run"] for step in ACTION["runs"]["steps"] if "pip install" in step.get("run", "")]
    assert '--constraint "$SOURCE/constraints.txt"' in script
    assert (ROOT / "constraints.txt").is_file()
