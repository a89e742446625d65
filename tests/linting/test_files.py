"""Which files a run lints."""

from __future__ import annotations

import pytest

from medlint.linting.files import Target, discover


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
