"""Repositories that tests make, honest and hostile."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from medlint.git import program

_QUIET = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false", "-c", "gc.auto=0")


@dataclass(frozen=True)
class Checkout:
    """A working folder under git."""

    folder: Path

    def git(self, *arguments: str) -> str:
        """Run git as the person who works here, whatever medlint itself would refuse."""
        line = ("git", *_QUIET, "-c", "protocol.file.allow=always", *arguments)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(line, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file below the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def commit(self, **files: str | bytes) -> str:
        """Write files, commit all there is, and return the hash."""
        for name, content in files.items():
            self.write(name, content)
        self.git("add", "--force", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "x")
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def make_checkout(tmp_path):
    def make(name="work", *options):
        folder = tmp_path / name
        folder.mkdir()
        checkout = Checkout(folder)
        checkout.git("init", "--quiet", "--initial-branch", "main", *options)
        return checkout

    return make


@pytest.fixture
def checkout(make_checkout, monkeypatch):
    """A repository, in which the test stands."""
    made = make_checkout()
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture(autouse=True)
def _find_git_anew():
    yield
    program._program.cache_clear()
