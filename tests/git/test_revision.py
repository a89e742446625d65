"""Reading a revision: its files by path, wherever the repository keeps its objects and branches."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from medlint.errors import UsageError
from medlint.git.revision import Revision

MOST = 1_000


def revision(name="HEAD"):
    return Revision(name, Path.cwd())


def test_a_file_is_read_as_it_was(checkout):
    checkout.commit(**{"a.md": "old", "deep/er/b.md": b"\0bytes\r\n"})
    checkout.write("a.md", "new")
    before = revision()
    assert before.content("a.md", MOST) == b"old"
    assert before.content("deep/er/b.md", MOST) == b"\0bytes\r\n"


@pytest.mark.parametrize("path", ["none.md", "deep", "a.md/b.md", "deep/none/b.md", "", "../a.md", "link.md", "a\nb"])
def test_what_is_no_file_of_the_revision_has_no_content(checkout, path):
    (checkout.folder / "link.md").symlink_to("a.md")
    checkout.commit(**{"a.md": "x", "deep/b.md": "y"})
    assert revision().content(path, MOST) is None


@pytest.mark.parametrize(
    "name", ["é ü.md", " spaced .md", "a'b\"c.md", "-rf.md", "t\tab.md", "line\nfeed.md", "日本.md"]
)
def test_a_file_may_have_any_name(checkout, name):
    checkout.commit(**{f"x/{name}": "here"})
    before = revision()
    assert before.path_of(Path("x", name)) == f"x/{name}"
    assert before.content(f"x/{name}", MOST) == b"here"


def test_a_content_that_is_too_long_is_passed_over_and_the_next_one_read(checkout):
    checkout.commit(**{"long.md": "x" * (MOST + 1), "b.md": "y"})
    before = revision()
    assert before.content("long.md", MOST) is None
    assert before.content("b.md", MOST) == b"y"


def test_all_regular_files_are_listed(checkout):
    (checkout.folder / "link.md").symlink_to("a.md")
    checkout.commit(**{"a.md": "x", "deep/er/b.md": "y", "deep/c.txt": "z"})
    assert sorted(path for path, _ in revision().files()) == ["a.md", "deep/c.txt", "deep/er/b.md"]


def test_a_path_is_known_from_below_the_top_and_through_a_link(checkout, monkeypatch):
    checkout.commit(**{"content/a.md": "x"})
    (checkout.folder / "alias").symlink_to("content")
    monkeypatch.chdir(checkout.folder / "content")
    assert revision().path_of(Path("a.md")) == "content/a.md"
    assert revision().path_of(Path("../alias/a.md")) == "content/a.md"
    assert revision().path_of(Path("../../elsewhere.md")) is None


NAMES = {
    "branch": "main",
    "tag": "v1",
    "annotated tag": "v2",
    "tag in full": "refs/tags/v1",
    "parent": "HEAD~1",
    "parent of a branch": "side^",
    "other branch": "side",
    "upstream": "side@{upstream}",
    "earlier place of a branch": "main@{1}",
    "last commit with words": ":/first",
    "fetched": "FETCH_HEAD",
}


@pytest.fixture
def named(checkout):
    """A repository in which every name of NAMES is a commit with the same file."""
    checkout.write("a.md", "old")
    checkout.git("add", ".")
    checkout.git("commit", "--quiet", "--message", "first")
    for arguments in (
        ("tag", "v1"),
        ("tag", "--annotate", "--message", "x", "v2"),
        ("branch", "side"),
        ("fetch", "--quiet", ".", "main"),
        ("branch", "--set-upstream-to", "main", "side"),
        ("commit", "--quiet", "--allow-empty", "--message", "second"),
        ("switch", "--quiet", "side"),
        ("commit", "--quiet", "--allow-empty", "--message", "third"),
    ):
        checkout.git(*arguments)
    return checkout


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("packed", [False, True], ids=["loose", "packed"])
def test_a_revision_has_any_name_that_git_knows(named, name, packed):
    if packed:
        named.git("pack-refs", "--all")
        named.git("repack", "-a", "-d", "--quiet")
    assert revision(name).content("a.md", MOST) == b"old"


@pytest.mark.parametrize(
    "name", ["no-such", "HEAD:a.md", "--help", "-1", "", " ", "a\nb", "a\0b", "HEAD^{tree}", "\udcff"]
)
@pytest.mark.usefixtures("named")
def test_a_name_that_is_no_commit_is_refused(name):
    with pytest.raises(UsageError, match="is no revision that git knows"):
        revision(name)


def test_a_worktree_of_its_own_is_read_as_well(checkout, monkeypatch):
    checkout.commit(**{"a.md": "old"})
    checkout.git("worktree", "add", "--quiet", "../other", "-b", "other")
    monkeypatch.chdir("../other")
    assert revision("other").content("a.md", MOST) == b"old"
    assert revision("HEAD").top == Path.cwd()


def test_objects_may_lie_in_another_repository(checkout, monkeypatch):
    checkout.commit(**{"a.md": "old"})
    checkout.git("clone", "--quiet", "--shared", str(checkout.folder), "../borrowing")
    monkeypatch.chdir("../borrowing")
    assert revision("origin/main").content("a.md", MOST) == b"old"


def test_a_shallow_clone_has_what_it_has(checkout, monkeypatch):
    checkout.commit(**{"a.md": "older"})
    checkout.commit(**{"a.md": "old"})
    checkout.git("clone", "--quiet", "--depth", "1", f"file://{checkout.folder}", "../shallow")
    monkeypatch.chdir("../shallow")
    assert revision("HEAD").content("a.md", MOST) == b"old"
    with pytest.raises(UsageError, match="no revision that git knows; if it is on another machine, fetch it first"):
        revision("HEAD~1")


def test_a_repository_with_longer_hashes_is_read(make_checkout, monkeypatch):
    longer = make_checkout("longer", "--object-format", "sha256")
    longer.commit(**{"deep/a.md": "old"})
    monkeypatch.chdir(longer.folder)
    assert revision().content("deep/a.md", MOST) == b"old"


def test_the_repository_of_a_submodule_is_its_own(checkout, make_checkout, monkeypatch):
    inner = make_checkout("inner")
    inner.commit(**{"a.md": "inner"})
    checkout.commit(**{"a.md": "outer"})
    checkout.git("submodule", "--quiet", "add", str(inner.folder), "sub")
    checkout.commit()
    assert revision().content("sub/a.md", MOST) is None
    monkeypatch.chdir("sub")
    assert revision().content("a.md", MOST) == b"inner"


def test_nothing_is_left_behind(checkout, tmp_path):
    checkout.commit(**{"a.md": "old"})
    code = (
        "from pathlib import Path; from medlint.git.revision import Revision\n"
        "assert Revision('HEAD', Path.cwd()).content('a.md', 9) == b'old'"
    )
    temporary = tmp_path / "temporary"
    temporary.mkdir()

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={**os.environ, "TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert list(temporary.iterdir()) == []
