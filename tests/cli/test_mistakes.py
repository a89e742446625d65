"""What a new user gets wrong is answered in one line that says what to do."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml

CASES = yaml.safe_load(Path(__file__).with_name("mistakes.yaml").read_text(encoding="utf-8"))
FILES = {
    "article.md": b"# Sciatica\n\nAn epidural steroid injection cures sciatica.\n",
    "article.docx": b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml",
    "article.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64),
    "article.pdf": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n",
    "article.rtf": b"{\\rtf1\\ansi The injection cures sciatica.}",
    "word/article.docx": b"PK\x03\x04",
    "settings.yaml": b"select: [cure]\n",
    "medlint-old.toml": b'fail_on = "error"\n',
    "medlint-table.toml": b'[medlint]\nselect = ["cure"]\n',
    "medlint-tool.toml": b'[tool.medlint]\nselect = ["cure"]\n',
    "medlint-ruff.toml": b"[tool.ruff]\n",
    "notes.json": b'{"notes": []}\n',
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working folder with the files that the cases speak of, and nothing configured."""
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "empty").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("MEDLINT_CONFIG", "MEDLINT_BASELINE", "MEDLINT_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_mistake_is_answered_in_one_line(medlint, folder, case):
    result = medlint(*case["arguments"])
    said, expected = result.stderr.removesuffix("\n").replace(f"{folder.resolve()}", str(folder)), case["says"]
    assert (result.stdout, result.exit_code) == ("", 2)
    assert "\n" not in said
    if isinstance(expected, str):
        assert said == expected.format(folder=folder)
    for part in expected if isinstance(expected, list) else ():
        assert part.format(folder=folder) in said


@pytest.mark.parametrize("group", ["baseline", "claims", "config"])
def test_a_group_without_a_command_shows_its_help(medlint, group):
    result = medlint(group)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr == medlint(group, "--help").stdout


def test_a_pdf_on_standard_input_is_named_too(medlint):
    result = medlint("check", "-", "--stdin-filename", "page.html", "-q", input=FILES["article.pdf"])
    assert result.stderr.startswith("medlint: page.html: this is a PDF; save the article as ")


def test_an_old_python_is_refused_by_make_in_one_line(tmp_path):
    makefile = Path(__file__).resolve().parents[2] / "Makefile"
    old = tmp_path / "python3.9"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    run = subprocess.run(
        ["make", "-f", str(makefile), ".venv/bin/python", f"PYTHON={old}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode
    assert "medlint needs Python 3.11 or newer" in run.stderr
