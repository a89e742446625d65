"""Which files a run lints."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from medlint.linting.files import Target, discover
from medlint.walking import walk


def write(folder, *names):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")


def test_the_articles_of_a_folder_are_found_at_every_depth_in_order_of_path(tmp_path):
    write(tmp_path, "b.md", "a.html", "sub/c.txt", "sub/deep/d.MD", "notes.pdf", "data.json")
    found = [target.path.relative_to(tmp_path).as_posix() for target in discover([tmp_path])]
    assert found == ["a.html", "b.md", "sub/c.txt", "sub/deep/d.MD"]


def test_hidden_files_and_the_folders_of_tools_are_skipped(tmp_path):
    write(tmp_path, "a.md", ".hidden.md", ".git/b.md", "node_modules/c.md", ".venv/d.md", "venv/e.md")
    assert discover([tmp_path]) == (Target(tmp_path / "a.md"),)


def test_a_file_given_by_name_is_linted_whatever_it_is_called(tmp_path):
    write(tmp_path, ".hidden.md", "page.docx")
    given = [tmp_path / ".hidden.md", tmp_path / "page.docx", tmp_path / "missing.md"]
    assert discover(given) == tuple(map(Target, given))


def test_a_file_given_twice_is_linted_once_where_it_stands_first(tmp_path):
    write(tmp_path, "a.md", "b.md")
    assert [t.path.name for t in discover([tmp_path / "b.md", tmp_path, tmp_path / "a.md"])] == ["b.md", "a.md"]


def test_a_folder_without_articles_is_an_error_that_names_it(tmp_path):
    write(tmp_path, "data.json")
    (target,) = discover([tmp_path])
    assert target.error is not None
    assert target.error.startswith(f"{tmp_path}: no articles")


def test_a_folder_that_cannot_be_read_is_an_error_that_names_it(tmp_path, monkeypatch):
    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.iterdir", refuse)
    assert [target.error for target in discover([tmp_path])] == [f"{tmp_path}: cannot be read: Permission denied"]


def test_a_loop_of_links_ends(tmp_path):
    write(tmp_path, "a.md")
    try:
        (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    assert len(discover([tmp_path])) == 1


@pytest.fixture
def links(tmp_path):
    """A folder with links that lead out of it and one that does not."""
    write(tmp_path, "site/a.md", "outside/private.md")
    try:
        (tmp_path / "site" / "out.md").symlink_to("../outside/private.md")
        (tmp_path / "site" / "within.md").symlink_to("a.md")
        (tmp_path / "site" / "folder").symlink_to("../outside", target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    return tmp_path


def test_a_link_that_leads_out_of_a_folder_is_left_out_of_it(links):
    found = {target.path.name: target.left_out for target in discover([links / "site"])}
    assert found.keys() == {"a.md", "out.md", "within.md"}
    assert (found["a.md"], found["within.md"]) == (None, None)
    assert found["out.md"].startswith("is a link that leads out of the folder")


def test_a_link_that_is_named_is_linted(links):
    assert discover([links / "site" / "out.md"]) == (Target(links / "site" / "out.md"),)


def test_a_folder_that_is_named_by_a_link_is_searched(links):
    (target,) = discover([links / "site" / "folder"])
    assert (target.path.name, target.left_out) == ("private.md", None)


def test_a_link_within_the_folder_that_is_named_is_no_way_out(links):
    assert all(target.left_out is None for target in discover([links]))


def test_folders_nested_deeper_than_python_recurses_are_searched(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for _ in range(1_200):
        Path("a").mkdir()
        os.chdir("a")
    Path("deep.md").write_text("x")
    os.chdir(tmp_path)
    assert [target.path.name for target in discover([tmp_path])] == ["deep.md"]
    remove_deep(tmp_path)


def remove_deep(folder):
    """Remove a chain of folders that is too deep for `shutil.rmtree`."""
    for here in sorted((here for here, _, _ in walk(folder, print)), key=len, reverse=True):
        for file in Path(here).glob("*.md"):
            file.unlink()
        if here != str(folder):
            Path(here).rmdir()


def test_a_folder_below_that_cannot_be_read_is_an_error_and_the_others_are_searched(tmp_path, monkeypatch):
    write(tmp_path, "a.md", "closed/b.md")
    scan = os.scandir

    def refuse(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    article, closed = discover([tmp_path])
    assert article == Target(tmp_path / "a.md")
    assert closed.error == f"{tmp_path / 'closed'}: cannot be read: Permission denied"
