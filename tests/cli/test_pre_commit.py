"""The hook, installed by pre-commit for real from the files of this repository. Slow: it installs every dependency.

Runs only with MEDLINT_SLOW_TESTS=1; it prints how long the runs took.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
BAD = "# Sciatica\n\nAn epidural steroid injection cures sciatica.\n"
GOOD = "# Walks\n\nA walk in the park is pleasant.\n"
NAME = {"NAME": "Ana Example", "EMAIL": "ana@example.org"}

pytestmark = pytest.mark.skipif(not os.environ.get("MEDLINT_SLOW_TESTS"), reason="MEDLINT_SLOW_TESTS is not set")


def git(folder, *arguments, check=True, **environment):
    people = {f"GIT_{who}_{key}": value for who in ("AUTHOR", "COMMITTER") for key, value in NAME.items()}
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "MEDLINT_"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
    command = ["git", "-c", "commit.gpgsign=false", *arguments]
    return subprocess.run(
        command, cwd=folder, env={**kept, **people, "PATH": path, **environment}, capture_output=True, text=True,
        check=check, timeout=600,
    )  # fmt: skip


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """The files of this repository as they are now, committed to a repository of their own."""
    folder = tmp_path_factory.mktemp("source") / "medlint"
    folder.mkdir()
    for name in git(ROOT, "ls-files", "-co", "--exclude-standard").stdout.splitlines():
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "-m", "As it is now")
    return folder


@pytest.fixture(scope="module")
def articles(source, tmp_path_factory):
    """A repository of articles in which the hook is installed, and how to commit a page to it."""
    folder, home = tmp_path_factory.mktemp("articles"), tmp_path_factory.mktemp("home")
    revision = git(source, "rev-parse", "HEAD").stdout.strip()
    hook = {"repo": str(source), "rev": revision, "hooks": [{"id": "medlint"}]}
    git(folder, "init", "-q")
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [hook]}))
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], cwd=folder, check=True, capture_output=True)

    def commit(**pages):
        for name, text in pages.items():
            (folder / f"{name}.md").write_text(text, encoding="utf-8")
        git(folder, "add", "--all")
        began = time.monotonic()
        done = git(folder, "commit", "-m", "A page", check=False, PRE_COMMIT_HOME=str(home))
        print(f"\npre-commit run: {time.monotonic() - began:.1f} s")
        return done

    return folder, commit


def test_a_bad_article_stops_the_commit_and_a_good_one_passes(articles):
    folder, commit = articles
    stopped = commit(page=BAD)
    assert stopped.returncode != 0, stopped.stdout + stopped.stderr
    shown = stopped.stdout + stopped.stderr
    assert "page.md:3:" in shown
    assert "OVS101 cure [error]" in shown
    assert git(folder, "rev-parse", "--verify", "--quiet", "HEAD", check=False).returncode != 0

    passed = commit(page=GOOD)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "1 file checked: 0 errors" in passed.stdout + passed.stderr, "the summary of a run that passes is hidden"
    assert git(folder, "show", "HEAD:page.md").stdout == GOOD


def test_a_configuration_in_the_repository_of_articles_holds_in_the_hook(articles):
    folder, commit = articles
    (folder / "medlint.toml").write_text('exclude = ["old*"]\nselect = ["cure"]\n', encoding="utf-8")
    passed = commit(old=BAD, note=f"<!-- medlint: ignore-file[cure] -- a quotation -->\n\n{BAD}")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "1 file checked" in passed.stdout + passed.stderr
