"""What cannot be done is said in one line on stderr and exits with 2; everything else is still done."""

import os
import shutil
import socket

import pytest

GOOD = "# Sciatica\n\nAn epidural steroid injection cures sciatica.\n"


@pytest.fixture
def good(tmp_path):
    """A file that can be linted, and has something to find."""
    path = tmp_path / "good.md"
    path.write_text(GOOD)
    return path


@pytest.fixture
def complaint(medlint, good):
    """Check a bad path beside a good one: the good one is linted; yields the line about the bad one."""

    def check(path):
        result = medlint("check", path, good, "--format", "concise", "-q")
        lines = result.stderr.splitlines()
        assert result.exit_code == 2
        assert len(lines) == 1, lines
        assert lines[0].startswith("medlint: ")
        assert f"{good}:3:" in result.stdout
        assert "Traceback" not in result.output
        return lines[0]

    return check


def test_a_missing_path(complaint, tmp_path):
    path = tmp_path / "missing.md"
    assert complaint(path) == f"medlint: {path}: no such file"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="needs a file that nobody can open, not even root")
def test_an_unreadable_file(complaint, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the names of sockets are short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("closed.md")
        assert complaint("closed.md").startswith("medlint: closed.md: ")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind root")
def test_a_file_without_permission(complaint, tmp_path):
    path = tmp_path / "closed.md"
    path.write_text(GOOD)
    path.chmod(0)
    assert "ermission" in complaint(path)


def test_an_undecodable_file_with_the_offset(complaint, tmp_path):
    path = tmp_path / "latin.md"
    path.write_bytes(b"An injection \xe9 la carte.\n")
    assert "13" in complaint(path)


def test_a_binary_file(complaint, tmp_path):
    path = tmp_path / "image.md"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    assert str(path) in complaint(path)


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_named_but_is_no_failure(medlint, tmp_path, content):
    path = tmp_path / "empty.md"
    path.write_bytes(content)
    result = medlint("check", path, "-q")
    assert result.stderr == f"medlint: {path}: empty: no sentence to check\n"
    assert (result.stdout, result.exit_code) == ("", 0)


def test_a_file_of_50_megabytes(complaint, tmp_path):
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert str(path) in complaint(path)


def test_a_folder_without_articles(complaint, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "data.csv").write_text("1,2\n")
    assert "no articles" in complaint(folder)


def test_undecodable_standard_input(medlint):
    result = medlint("check", "-", "--stdin-filename", "page.html", "-q", input=b"<p>\xff</p>")
    assert result.exit_code == 2
    assert result.stderr.startswith("medlint: page.html: ")
    assert result.stderr.count("\n") == 1


def test_a_bad_file_is_reported_in_json_too(medlint, good, tmp_path):
    import json

    result = medlint("check", tmp_path / "missing.md", good, "--format", "json", "-q")
    missing, linted = json.loads(result.stdout)["files"]
    assert missing["article"] is None
    assert "no such file" in missing["error"]
    assert linted["error"] is None
    assert linted["article"] is not None


def test_an_unknown_rule_is_answered_with_the_nearest(medlint, good):
    for option in ("--select", "--ignore"):
        result = medlint("check", good, option, "cures")
        assert (result.stdout, result.exit_code) == ("", 2)
        assert result.stderr.count("\n") == 1
        assert "did you mean 'cure'?" in result.stderr


def test_a_broken_claims_database(medlint, good, tmp_path):
    (tmp_path / "own" / "sources").mkdir(parents=True)
    (tmp_path / "own" / "sources" / "mine.yaml").write_text("sources:\n  - id: [unclosed\n")
    result = medlint("check", good, env={"MEDLINT_CLAIMS_DB": str(tmp_path / "own")})
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.count("\n") == 1
    assert "mine.yaml:" in result.stderr


def test_a_broken_rule(medlint, good, tmp_path, monkeypatch):
    from medlint.linting import rules

    folder = tmp_path / "rules"
    shutil.copytree(rules.rules_folder(), folder)
    broken = next(path for path in sorted(folder.glob("*/*.yaml")) if path.parent.name not in ("cues", "documents"))
    broken.write_text("\n".join(line for line in broken.read_text().splitlines() if not line.startswith("summary:")))
    monkeypatch.setattr(rules, "rules_folder", lambda: folder)
    result = medlint("check", good)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(f"medlint: {broken}:")
    assert "summary" in result.stderr


def test_an_output_file_in_a_missing_folder(medlint, good, tmp_path):
    result = medlint("check", good, "-o", tmp_path / "missing" / "out.txt")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.startswith("medlint: cannot write ")
    assert result.stderr.count("\n") == 1


def test_a_format_that_the_environment_names_wrongly(medlint, good):
    result = medlint("check", good, env={"MEDLINT_FORMAT": "pdf"})
    assert result.exit_code == 2
    assert "'pdf' is not one of" in result.stderr
