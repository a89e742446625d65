"""Processes that are started anew, as on macOS and Windows, import nothing from where the articles are."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from medlint.linting import processes, start_method

PAGE = "# Sciatica\n\nAn epidural steroid injection number {}mg cures sciatica.\n"
CONSOLE_SCRIPT = """\
import sys
from medlint.linting import start_method
start_method.FORKS = False
{more}
from medlint.cli.main import main
if __name__ == "__main__":
    sys.exit(main())
"""
TRAP = "import pathlib\npathlib.Path({mark!r}).open('a').write(__name__ + '\\n')\n"
MODULES = (
    *("multiprocessing", "concurrent", "random", "signal", "struct", "pickle", "socket", "selectors", "subprocess"),
    *("medlint", "yaml", "click", "spacy", "numpy", "pydantic", "pathspec", "sitecustomize", "usercustomize"),
)


@pytest.fixture
def site(tmp_path):
    """A folder with articles, and with a module of every name that medlint or Python imports; each leaves a mark."""
    folder, mark = tmp_path / "site", tmp_path / "mark"
    folder.mkdir()
    for number in range(36):
        (folder / f"{number}.md").write_text(PAGE.format(number))
    for name in MODULES:
        (folder / f"{name}.py").write_text(TRAP.format(mark=str(mark)))
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(TRAP.format(mark=str(mark)))
    return folder


def lint(site, *flags, more=""):
    """Lint the site from within by a console script that starts processes anew; the marks that were left."""
    script = site.parent / "bin" / "medlint"
    script.parent.mkdir(exist_ok=True)
    script.write_text(CONSOLE_SCRIPT.format(more=more))
    command = [sys.executable, *flags, str(script), "check", ".", "-j", "2", "--isolated", "--no-cache"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MEDLINT_", "PYTHON"))}
    done = subprocess.run(
        [*command, "--format", "json", "-q"], check=False, cwd=site, env=kept, capture_output=True, timeout=120
    )
    assert done.returncode == 1, done.stderr
    assert len([file for file in json.loads(done.stdout)["files"] if file["findings"]]) == 36
    mark = site.parent / "mark"
    return mark.read_text().split() if mark.exists() else []


@pytest.mark.parametrize("flags", [(), ("-P",), ("-E",)], ids=str)
def test_nothing_in_the_working_folder_is_run(site, flags):
    assert lint(site, *flags) == []


LATE = """\
import os
from medlint.linting import processes, start_method
lint_together = processes.lint_together
def late(*given):
    sys.path.insert(0, {place})
    return lint_together(*given)
processes.lint_together = late
"""


@pytest.mark.parametrize("place", ["''", "os.getcwd()", "'../site'"])
def test_the_places_of_modules_are_handed_on_without_the_working_folder(site, place):
    assert lint(site, more=LATE.format(place=place)) == []


def test_the_variables_and_places_of_this_process_stay_as_they_were(monkeypatch, tmp_path):
    monkeypatch.setattr(start_method, "FORKS", False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", str(tmp_path), "/elsewhere"])
    for before in (None, "", "0"):
        monkeypatch.delenv("PYTHONSAFEPATH", raising=False)
        if before is not None:
            monkeypatch.setenv("PYTHONSAFEPATH", before)
        with processes._without_working_folder():
            assert os.environ["PYTHONSAFEPATH"] == "1"
            assert sys.path == ["/elsewhere"]
        assert os.environ.get("PYTHONSAFEPATH") == before
        assert sys.path == ["", str(tmp_path), "/elsewhere"]


def test_medlint_is_found_in_a_checkout_that_is_the_working_folder(monkeypatch):
    monkeypatch.setattr(start_method, "FORKS", False)
    monkeypatch.chdir(processes.PACKAGE.parent)
    monkeypatch.setattr(sys, "path", [str(processes.PACKAGE.parent)])
    with processes._without_working_folder():
        assert sys.path == [str(processes.PACKAGE.parent)]
