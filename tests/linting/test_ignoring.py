"""Which files git ignores: held against git itself."""

from __future__ import annotations

import os
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


def odd_gitignore(folder, kind):
    file = folder / ".gitignore"
    makers = {
        "a link": lambda: file.symlink_to(folder / "elsewhere"),
        "a link to a device": lambda: file.symlink_to("/dev/zero"),
        "a pipe": lambda: os.mkfifo(file),
        "a folder": file.mkdir,
        "too large": lambda: file.write_text("*.md\n" * 60_000),
    }
    makers[kind]()
    return file


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs links and pipes")
@pytest.mark.parametrize(
    ("kind", "problem"),
    [
        ("a link", "is a symbolic link"),
        ("a link to a device", "is a symbolic link"),
        ("a pipe", "is a pipe, not a file"),
        ("a folder", "is a folder, not a file"),
        ("too large", "larger than the limit of 250,000 bytes"),
    ],
)
def test_a_gitignore_that_is_no_ordinary_file_ignores_nothing_and_is_told_once(tmp_path, kind, problem):
    (tmp_path / ".git").mkdir()
    (tmp_path / "elsewhere").write_text("*\n")
    file = odd_gitignore(tmp_path, kind)
    ignored = GitIgnored()
    assert not any(ignored(tmp_path / name) for name in ("a.md", "b.md", "site/c.md"))
    [told] = ignored.unread
    assert told.startswith(f"{file}: {problem}")


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_git_follows_no_link_either(tmp_path):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / "elsewhere").write_text("*\n")
    (tmp_path / ".gitignore").symlink_to("elsewhere")
    run = subprocess.run(["git", "check-ignore", "-q", "a.md"], cwd=tmp_path, check=False, capture_output=True)
    assert run.returncode == 1


def test_lines_end_where_git_ends_them(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_bytes(b"\xef\xbb\xbfa.md\r\nb\x0c.md\nc\xe2\x80\xa8d.md\n\xff.md")
    ignored = GitIgnored()
    named = ["a.md", "b\x0c.md", "c\u2028d.md", "\udcff.md"]
    assert all(ignored(tmp_path / name) for name in named)
    assert not any(ignored(tmp_path / name) for name in ("b", ".md", "c", "d.md"))


def test_folders_nested_deeper_than_python_recurses_are_searched(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("ignored.md\n")
    deep = tmp_path / "/".join("a" * 1_500)
    ignored = GitIgnored()
    assert ignored(deep / "ignored.md")
    assert not ignored(deep / "other.md")
