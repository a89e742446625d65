"""What one file may ask of a run, and what is said of one that asks for more."""

from __future__ import annotations

import pytest

from medlint.linting.linter import Linter
from medlint.linting.settings import Settings

LONG = "# Sciatica\n\n" + "A sentence of nothing. " * 100 + "\n"


def error(tmp_path, **limits):
    page = tmp_path / "page.md"
    page.write_text(LONG)
    return Linter(Settings(**limits)).check_file(page).error


def test_an_ordinary_page_is_within_the_limits(tmp_path):
    assert error(tmp_path) is None


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ({"max_file_size": 1000}, ": larger than the limit of 1,000 bytes (max-file-size)"),
        (
            {"max_block_length": 1000},
            ": line 3: a paragraph of 2,299 characters is longer than the limit of 1,000 (max-block-length)",
        ),
        ({"max_blocks": 1}, ": more than 1 blocks (max-blocks)"),
        ({"max_segments": 1}, ": more than 1 marks and line ends (max-segments)"),
        ({"max_words": 50}, ": more than 50 words (max-words)"),
        ({"max_sentences": 50}, ": more than 50 sentences (max-sentences)"),
        ({"max_seconds": 1e-9}, ": takes longer than the limit of 1e-09 seconds (max-seconds)"),
    ],
    ids=["size", "block", "blocks", "segments", "words", "sentences", "time"],
)
def test_what_is_beyond_names_the_limit_and_the_setting(tmp_path, limits, message):
    assert error(tmp_path, **limits) == f"{tmp_path / 'page.md'}{message}"


@pytest.mark.parametrize(
    ("limit", "what"),
    [("max_names", "names of treatments, conditions and the like (max-names)"), ("max_claims", "claims (max-claims)")],
)
def test_too_much_that_is_read_is_an_error(tmp_path, limit, what):
    page = tmp_path / "page.md"
    page.write_text("# Sciatica\n\n" + "Epidural steroid injections cure sciatica.\n\n" * 5)
    assert Linter(Settings(**{limit: 4})).check_file(page).error == f"{page}: more than 4 {what}"


def test_a_lack_of_memory_is_told_of_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr("medlint.linting.linter.parse", fail_for_want_of_memory)
    assert error(tmp_path) == f"{tmp_path / 'page.md'}: cannot be linted: there is not enough memory for it"


def fail_for_want_of_memory(*_, **__):
    raise MemoryError


def test_too_many_findings_are_an_error(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# Sciatica\n\n" + "Epidural steroid injections cure sciatica.\n\n" * 5)
    assert Linter(Settings(max_findings=4)).check_file(page).error == f"{page}: more than 4 findings (max-findings)"
