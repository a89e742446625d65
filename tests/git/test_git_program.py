"""Finding git: by absolute folders of PATH, new enough, deaf to the environment."""

from __future__ import annotations

import os
import stat

import pytest

from medlint.errors import UsageError
from medlint.git import program


@pytest.fixture
def fake_git(tmp_path, monkeypatch):
    """Put a program called git into a folder, and that folder, or `path`, alone into PATH."""

    def make(says, path=None):
        folder = tmp_path / "bin"
        folder.mkdir(exist_ok=True)
        file = folder / "git"
        file.write_text(f"#!/bin/sh\n{says}\n")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", path if path is not None else str(folder))
        program._program.cache_clear()
        return folder

    yield make
    program._program.cache_clear()


@pytest.mark.parametrize(
    "says", ["git version 2.34.0", "git version 2.39.5 (Apple Git-154)", "git version 3.0.windows.1"]
)
def test_a_git_that_is_new_enough_is_taken(fake_git, says):
    folder = fake_git(f"echo '{says}'")
    assert program.command("x")[0] == str(folder / "git")


@pytest.mark.parametrize("version", ["2.33.9", "1.99.0", "2.9.0"])
def test_an_older_git_is_refused(fake_git, version):
    fake_git(f"echo 'git version {version}'")
    with pytest.raises(UsageError, match=r"^git 2\.34 or newer is needed, this is "):
        program.command("x")


@pytest.mark.parametrize("says", ["echo hello", "exit 3", "echo git version two"])
def test_a_program_that_is_no_git_is_refused(fake_git, says):
    fake_git(says)
    with pytest.raises(UsageError, match="does not say which version of git it is"):
        program.command("x")


@pytest.mark.parametrize("path", ["", ".", "bin", f".{os.pathsep}bin{os.pathsep}"])
def test_no_git_is_taken_from_the_working_folder(fake_git, tmp_path, monkeypatch, path):
    fake_git("echo git version 2.50.0", path)
    (tmp_path / "git").write_bytes((tmp_path / "bin" / "git").read_bytes())
    (tmp_path / "git").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="git is not installed, or no absolute folder of PATH holds it"):
        program.command("x")


def test_a_git_that_hangs_is_given_up(fake_git, monkeypatch):
    monkeypatch.setattr(program, "LONGEST", 0.2)
    fake_git("exec sleep 30", f"{os.environ['PATH']}")
    fake_git("exec /bin/sleep 30")
    with pytest.raises(UsageError, match=r"git did not answer within 0\.2 seconds"):
        program.command("x")


def test_variables_of_git_in_the_environment_are_not_heard(monkeypatch):
    monkeypatch.setenv("GIT_SSH_COMMAND", "touch x")
    monkeypatch.setenv("git_dir", "/nowhere")
    heard = program.environment({"GIT_DIR": "/view"})
    assert heard["GIT_DIR"] == "/view"
    assert "GIT_SSH_COMMAND" not in heard
    assert "git_dir" not in heard
    assert heard["PATH"] == os.environ["PATH"]
