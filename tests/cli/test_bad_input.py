"""What cannot be done is said in one line on stderr and exits with 2; everything else is still done."""

import os
import shlex
import shutil
import socket
import subprocess
import sys
from pathlib import Path

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
    assert complaint(path) == f"medlint: {path}: no such file or folder"


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


def test_an_empty_file_of_which_all_was_left_out_says_what_that_is(medlint, tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<nav>Our knee jab heals</nav><pre>It heals</pre><!-- it", encoding="utf-8")
    result = medlint("check", path, "-q")
    left_out = (
        "2 words of code and preformatted text, 4 words of menus, 1 word of text behind a comment that is never closed"
    )
    assert result.stderr == f"medlint: {path}: empty: no sentence to check; not read: {left_out}\n"
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
    result = medlint("check", good, "--no-cache")
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


@pytest.mark.skipif(os.name == "nt", reason="names are limited otherwise there")
@pytest.mark.parametrize("name", ["a" * 300 + ".md", "a/" * 3000 + "x.md"], ids=["name", "path"])
def test_a_name_that_is_too_long(complaint, name):
    assert "cannot be read: " in complaint(name)


def test_an_empty_path_is_no_word_for_this_folder(complaint, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert complaint("") == "medlint: '' is no path: is a variable of the command not set?"


def test_a_file_in_utf_16_without_a_mark(complaint, tmp_path):
    path = tmp_path / "wide.md"
    path.write_bytes(GOOD.encode("utf-16-le"))
    assert "binary file" in complaint(path)


def test_a_lone_surrogate_in_utf_8(complaint, tmp_path):
    path = tmp_path / "half.md"
    path.write_bytes(b"It \xed\xa0\x80 helps.\n")
    assert complaint(path) == f"medlint: {path}: not UTF-8 text: cannot decode byte 3"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere names of files are text")
@pytest.mark.parametrize("name", [b"new\nline.md", b"red\x1b[31m.md", b"\xff.md", "\u202egnp.md".encode()])
def test_an_odd_name_is_escaped_in_the_report(medlint, tmp_path, name):
    path = tmp_path / os.fsdecode(name)
    path.write_text(GOOD)
    result = medlint("check", path, "--format", "concise", "-q")
    assert result.exit_code == 1
    assert all(line.isprintable() and ".md:3:" in line for line in result.stdout.splitlines())


@pytest.mark.skipif(os.name != "posix", reason="closes streams as a POSIX shell does")
@pytest.mark.parametrize(
    ("closed", "code", "said"),
    [
        ("check good.md -q >&-", 1, ""),
        ("check good.md 2>&- >/dev/null", 1, ""),
        ("check - -q <&-", 2, "medlint: stdin.md: standard input is closed\n"),
    ],
)
def test_a_stream_that_is_closed(good, closed, code, said):
    assert in_a_shell(closed, good.parent) == (code, said)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("check good.md -q >/dev/full", 2, "medlint: cannot write to standard output: No space left on device\n"),
        ("check good.md -q -o /dev/full", 2, "medlint: cannot write /dev/full: No space left on device\n"),
        ("--version >/dev/full", 2, "medlint: cannot write: No space left on device\n"),
        ("check missing.md 2>/dev/full", 2, ""),
    ],
)
def test_a_disk_that_is_full(good, command, code, said):
    assert in_a_shell(command, good.parent) == (code, said)


def in_a_shell(command, folder):
    """The exit code of medlint run by a shell, and what it says on stderr."""
    result = subprocess.run(
        f"{shlex.quote(sys.executable)} -m medlint {command}",
        shell=True,
        check=False,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    return result.returncode, result.stderr
