"""Links, pipes and the working folder: what medlint may not follow, wait for or import."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_odd_files import PAGE, within

from medlint.linting.packs import installed_folders

PRIVATE = "# Private\n\nNobody may read this: an epidural steroid injection cures sciatica.\n"
RULE = """\
code: EVL901
name: no-sciatica
family: house
severity: error
confidence: high
since: 1.0.0
kind: phrase
summary: Says sciatica.
why: We do not say that.
standards: [house-style]
when: {topic: any, phrases: [sciatica]}
message: "“{text}” is not our word"
suggestion: Say something else.
bad: [The sciatica one., The sciatica two., The sciatica three.]
good: [One., Two., Three.]
"""


@pytest.fixture
def site(folder):
    """A folder with a link that leads out of it."""
    (folder / "site").mkdir()
    (folder / "site" / "page.md").write_text(PAGE)
    (folder / "private.md").write_text(PRIVATE)
    (folder / "site" / "link.md").symlink_to("../private.md")
    return folder / "site"


@pytest.mark.usefixtures("site")
def test_a_link_out_of_the_folder_is_told_and_not_quoted(medlint):
    for form in ("html", "full", "json"):
        result = medlint("check", "site", "--format", form, "-q")
        assert result.exit_code == 1
        assert "Nobody may read this" not in result.stdout
        assert result.stderr == (
            "medlint: site/link.md is a link that leads out of the folder; name the link itself to check it\n"
        )


def test_several_links_out_are_one_line(medlint, site):
    (site / "more.md").symlink_to("../private.md")
    (site / "page.md").unlink()
    result = medlint("check", "site", "-q")
    assert "site/link.md (and 1 more) is a link that leads out of the folder" in result.stderr


@pytest.mark.usefixtures("site")
def test_a_link_that_is_named_is_read(medlint):
    assert "cures" in medlint("check", "site/link.md", "-q").stdout


def test_the_library_reads_no_link_out_of_a_folder_either(site):
    from medlint.linting.linter import Linter

    assert [file.path for file in Linter().check_paths([site]).files] == [str(site / "page.md")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_that_is_named_is_an_error_and_the_other_files_are_linted(medlint, folder):
    os.mkfifo(folder / "pipe.md")
    with within(10):
        result = medlint("check", "pipe.md", "article.md", "-q")
    assert result.exit_code == 2
    assert "cures" in result.stdout
    assert result.stderr == (
        "medlint: pipe.md: is a pipe, not a file; to check what a command prints, pipe it to 'medlint check -'\n"
    )


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs /dev/fd")
def test_what_a_shell_substitutes_is_answered_with_what_to_do(medlint):
    read, write = os.pipe()
    with within(10):
        result = medlint("check", f"/dev/fd/{read}", "-q")
    os.close(read)
    os.close(write)
    assert result.exit_code == 2
    assert "pipe it to 'medlint check -'" in result.stderr


def test_standard_input_keeps_to_the_largest_size(medlint):
    result = medlint("check", "-", "-q", input=PAGE, env={"MEDLINT_MAX_FILE_SIZE": "20"})
    assert result.exit_code == 2
    assert result.stderr == "medlint: stdin.md: larger than the limit of 20 bytes (max-file-size)\n"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs an endless device")
def test_standard_input_may_be_endless(shell, folder):
    descriptor = os.open("/dev/zero", os.O_RDONLY)
    result = shell("check", "-", "-q", stdin=descriptor, cwd=folder)
    os.close(descriptor)
    assert result.returncode == 2
    assert result.stderr.count(b"\n") == 1
    assert b"fault of medlint" not in result.stderr


@pytest.fixture
def hostile(folder):
    """A working folder with a rule pack, and modules that must not be imported."""
    (folder / "evil" / "rules").mkdir(parents=True)
    (folder / "evil" / "rules" / "evil.yaml").write_text(RULE)
    (folder / "evil" / "__init__.py").write_text("print('EVIL')")
    (folder / "evil-1.0.dist-info").mkdir()
    (folder / "evil-1.0.dist-info" / "entry_points.txt").write_text("[medlint.rules]\nevil = evil:rules\n")
    for name in ("click", "yaml", "json", "pydantic", "tomllib", "multiprocessing", "spacy", "numpy", "difflib"):
        (folder / f"{name}.py").write_text("print('EVIL')\nraise SystemExit('EVIL')\n")
    return folder


def test_python_m_medlint_imports_nothing_from_the_working_folder(shell, hostile):
    result = shell("check", "article.md", "-q", cwd=hostile)
    assert result.returncode == 1, result.stderr
    assert b"EVIL" not in result.stdout + result.stderr
    assert b"EVL901" not in result.stdout


def test_a_pack_in_the_working_folder_is_not_installed(hostile, monkeypatch):
    for entry in ("", str(hostile)):
        monkeypatch.setattr(sys, "path", [entry, *sys.path])
        assert not any(path.is_relative_to(hostile) for path in installed_folders())


def test_a_pack_elsewhere_on_the_path_is_found_from_anywhere(hostile, monkeypatch, tmp_path_factory):
    monkeypatch.setattr(sys, "path", [*sys.path, str(hostile)])
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert hostile / "evil" / "rules" in installed_folders()


def test_python_m_medlint_runs_where_the_working_folder_is_gone(environment, tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    script = (
        f"import os, runpy, sys; os.rmdir({str(gone)!r}); sys.argv[1:] = ['rules']\n"
        "runpy.run_module('medlint', run_name='__main__')"
    )
    command, own = [sys.executable, "-c", script], environment()
    run = subprocess.run(command, cwd=gone, capture_output=True, text=True, env=own, check=False, timeout=60)
    assert run.returncode == 2
    assert run.stderr == "medlint: the working folder is gone: it was deleted or renamed; change to one that is there\n"
