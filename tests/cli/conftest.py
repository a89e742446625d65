"""The command line, run in this process and in one of its own."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from medlint.cli.main import app


def _environment(**changes):
    kept = {
        name: value
        for name, value in os.environ.items()
        if name == "MEDLINT_CACHE_DIR" or not name.startswith(("MEDLINT_", "NO_COLOR", "FORCE_"))
    }
    return kept | changes


@pytest.fixture(autouse=True)
def cache_folder(tmp_path_factory, monkeypatch):
    """A cache of the tests' own, so that no test sees the user's."""
    folder = tmp_path_factory.getbasetemp() / "medlint-cache"
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(folder))
    monkeypatch.delenv("MEDLINT_NO_CACHE", raising=False)
    return folder


@pytest.fixture
def medlint(monkeypatch):
    """Run `medlint` with these arguments in this process; yields what it printed and its exit code."""
    for name in ("MEDLINT_DEBUG", "MEDLINT_FORMAT", "MEDLINT_CLAIMS_DB", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments, **options):
        return CliRunner().invoke(app, [str(argument) for argument in arguments], **options)

    return run


@pytest.fixture
def environment():
    """The variables for a process of its own, without those that change what medlint does; and with others."""
    return _environment


@pytest.fixture
def shell(environment):
    """Run `python -m medlint` in a process of its own."""

    def run(*arguments, env=None, **options):
        command = [sys.executable, "-m", "medlint", *map(str, arguments)]
        return subprocess.run(
            command, capture_output=True, env=environment(**(env or {})), check=False, timeout=60, **options
        )

    return run


@pytest.fixture
def page(request, tmp_path):
    """A file with the `PAGE` of the test's module."""
    path = tmp_path / "page.md"
    path.write_text(request.module.PAGE)
    return path


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working folder that is a repository with one article, and no settings of the user's."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "article.md").write_text("# Sciatica\n\nAn epidural steroid injection cures sciatica.\n")
    for name in [name for name in os.environ if name.startswith("MEDLINT_") and name != "MEDLINT_CACHE_DIR"]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path
