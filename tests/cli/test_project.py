"""The files around the code say what is true."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import medlint
from medlint.documents.decoding import format_of

ROOT = Path(__file__).resolve().parents[2]


def test_the_readme_and_the_manual_show_what_the_tool_prints():
    run = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "readme.py")], capture_output=True, text=True, check=False, timeout=300
    )
    assert run.returncode == 0, "run 'make readme'\n" + run.stdout + run.stderr


@pytest.mark.parametrize("path", sorted((ROOT / "examples").iterdir()), ids=lambda path: path.name)
def test_every_example_is_a_file_that_medlint_reads(path):
    assert format_of(path)
    assert medlint.lint_file(path).error is None


def test_the_honest_example_has_no_findings():
    assert medlint.lint_file(ROOT / "examples" / "what-an-injection-can-do.md").findings == ()


def test_the_promising_examples_have_findings():
    for name in ("pain-free-in-a-day.md", "nerve-burning.html"):
        assert medlint.lint_file(ROOT / "examples" / name).findings


def test_the_hook_runs_once_for_all_files_and_shows_what_it_found():
    hook, *_ = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert (hook["id"], hook["entry"], hook["language"]) == ("medlint", "medlint check", "python")
    assert hook["types_or"] == ["markdown", "html", "plain-text"]
    assert hook["require_serial"] is True
    assert hook["verbose"] is True


def test_the_page_on_coverage_counts_what_the_database_holds():
    run = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "coverage.py")], capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == 0, "run 'make docs-data'\n" + run.stdout + run.stderr


def test_the_pages_on_the_rules_say_what_the_rules_say():
    run = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "rules.py")], capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == 0, "run 'make docs-data'\n" + run.stdout + run.stderr


def test_the_version_is_one_and_the_same():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    assert citation["version"] == medlint.__version__
    revision = f"rev: v{medlint.__version__}  # a released tag, or a full commit hash"
    assert revision in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_dependency_says_why_it_is_there():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lines = text.split("\ndependencies = [\n")[1].split("\n]")[0].splitlines()
    for number, line in enumerate(lines):
        assert line.lstrip().startswith("#") or lines[number - 1].lstrip().startswith("# "), line
    assert tomllib.loads(text)["project"]["requires-python"] == ">=3.11"


def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def constraints():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


def needed_at_run_time():
    """All that medlint needs, and what that needs, on this machine."""
    found, waiting = set(), [Requirement(line) for line in project()["dependencies"]]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        found.add(name)
        waiting.extend(map(Requirement, requires(name) or ()))
    return found


def test_constraints_name_one_exact_version_of_each_package():
    names = [canonicalize_name(each.name) for each in constraints()]
    assert len(names) == len(set(names))
    for each in constraints():
        assert re.fullmatch(r"==[0-9][0-9a-z.]*", str(each.specifier)), each


def test_constraints_cover_all_that_is_needed_at_run_time():
    names = {canonicalize_name(each.name) for each in constraints() if not each.marker or each.marker.evaluate()}
    exempt = {"numpy"} if sys.version_info >= (3, 13) else set()
    assert needed_at_run_time() - names - exempt == set()


def test_constraints_are_within_the_ranges_of_the_project():
    ranges = {canonicalize_name(each.name): each.specifier for each in map(Requirement, project()["dependencies"])}
    pinned = {canonicalize_name(each.name): str(each.specifier).removeprefix("==") for each in constraints()}
    assert set(ranges) <= set(pinned)
    for name, allowed in ranges.items():
        assert pinned[name] in allowed, name


def test_every_dependency_has_a_version_that_it_stays_below():
    for each in map(Requirement, project()["dependencies"]):
        assert any(part.operator == "<" for part in each.specifier), each
