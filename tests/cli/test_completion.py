"""Tab completes commands, options, rules, formats and profiles: by click's own protocol, as a shell runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from click.shell_completion import get_completion_class

from medlint.linting.configuration.profiles import load_profiles
from medlint.linting.rules import load_rules
from medlint.reporting.formats import format_names

HEAVY = "('spacy', 'numpy', 'pydantic', 'yaml')"


@pytest.fixture
def completed(medlint):
    """What bash is offered for the last word of a command line."""

    def complete(line):
        words = line.split(" ")
        asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1), "_MEDLINT_COMPLETE": "bash_complete"}
        result = medlint(env=asked)
        assert result.exit_code == 0, result.output
        return [answer.partition(",")[2] for answer in result.stdout.splitlines()]

    return complete


def test_commands_and_options(completed):
    assert completed("medlint ch") == ["check"]
    assert completed("medlint claims s") == ["schema", "search", "show", "stats"]
    assert "--select" in completed("medlint check --s")


@pytest.mark.parametrize("before", ["explain", "check --select", "check --ignore", "baseline write --extend-select"])
def test_rules_by_code_name_and_family(completed, before):
    assert completed(f"medlint {before} OVS10") == [r.code for r in load_rules() if r.code.startswith("OVS10")]
    assert completed(f"medlint {before} ris") == ["risk-minimised", "risk"]
    assert completed(f"medlint {before} ovs101") == ["OVS101"]


def test_the_last_rule_of_a_list(completed):
    assert completed("medlint check --select cure,RSK201") == ["cure,RSK201"]


def test_a_rule_whose_severity_is_to_change(completed):
    assert completed("medlint check --severity OVS101") == ["OVS101="]


def test_formats(completed):
    assert completed("medlint check --format ") == list(format_names())
    assert completed("medlint check --output sar") == ["sarif="]


@pytest.mark.parametrize("command", ["check", "init", "config show"])
def test_profiles(completed, command):
    names = [name for sort, name in load_profiles() if sort == "profile"]
    assert completed(f"medlint {command} --profile ") == names


@pytest.mark.parametrize("line", ["check art", "baseline write art", "check --baseline art", "extract art"])
def test_files_are_left_to_the_shell(completed, line):
    assert completed(f"medlint {line}") == ["art"]


def test_zsh_and_fish_are_told_what_a_rule_finds(medlint):
    summary = next(rule.summary for rule in load_rules() if rule.code == "OVS101")
    zsh = {"COMP_WORDS": "medlint explain OVS101", "COMP_CWORD": "2", "_MEDLINT_COMPLETE": "zsh_complete"}
    fish = {**zsh, "COMP_CWORD": "OVS101", "_MEDLINT_COMPLETE": "fish_complete"}
    assert medlint(env=zsh).stdout.splitlines() == ["plain", "OVS101", summary]
    assert summary in medlint(env=fish).stdout


def test_a_key_press_loads_no_library(tmp_path):
    code = (
        "import sys; from medlint.cli.main import app\n"
        "try: app()\n"
        f"finally: print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    asked = {"COMP_WORDS": "medlint explain OVS", "COMP_CWORD": "2", "_MEDLINT_COMPLETE": "bash_complete"}
    for _ in range(2):  # the first may have to read the YAML; what it keeps serves the next
        run = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, **asked, "MEDLINT_CACHE_DIR": str(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
        )
    assert "OVS101" in run.stdout
    assert run.stderr == "[]\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script(medlint, shell, monkeypatch):
    monkeypatch.setattr(get_completion_class("bash"), "_check_version", staticmethod(lambda: None))
    script = medlint(env={"_MEDLINT_COMPLETE": f"{shell}_source"}).stdout
    assert f"_MEDLINT_COMPLETE={shell}_complete" in script


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_takes_the_script(tmp_path):
    """As the manual says: the script is evaluated, and a Tab after `medlint explain OVS101` finds the rule."""
    program = tmp_path / "medlint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m medlint "$@"\n')
    program.chmod(0o755)
    script = (
        f'PATH="{tmp_path}:$PATH"; eval "$(_MEDLINT_COMPLETE=bash_source medlint)"\n'
        "COMP_WORDS=(medlint explain OVS101); COMP_CWORD=2\n"
        '_medlint_completion medlint; echo "${COMPREPLY[@]}"'
    )
    run = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("OVS101\n", "")
