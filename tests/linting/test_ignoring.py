"""Which files git ignores: held against git itself."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from medlint.linting.ignoring import GitIgnored

IGNORES = {
    ".gitignore": "build/\n*.tmp.md\n/only-here.md\n",
    "site/.gitignore": "drafts/*\n!drafts/keep.md\n!kept.tmp.md\n",
    "site/deep/.gitignore": "*\n!.gitignore\n!yes.md\n",
}
FILES = [
    "a.md", "a.tmp.md", "only-here.md", "build/x.md", "build/deep/y.md",
    "site/only-here.md", "site/b.tmp.md", "site/kept.tmp.md", "site/drafts/keep.md", "site/drafts/other.md",
    "site/build/z.md", "site/deep/no.md", "site/deep/yes.md",
]  # fmt: skip


@pytest.fixture
def repository(tmp_path):
    for name, content in {**IGNORES, **dict.fromkeys(FILES, "x")}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_medlint_ignores_what_git_ignores(repository):
    subprocess.run(["git", "init", "-q"], cwd=repository, check=True)
    run = subprocess.run(["git", "check-ignore", *FILES], cwd=repository, capture_output=True, text=True, check=True)
    ignored = GitIgnored()
    assert [name for name in FILES if ignored(repository / name)] == run.stdout.split()


def test_outside_a_repository_nothing_is_ignored(repository):
    if any((above / ".git").exists() for above in repository.parents):
        pytest.skip("temporary folders lie in a repository here")
    assert not any(GitIgnored()(repository / name) for name in FILES)
