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
        ({"max_seconds": 1e-9}, ": takes longer than the limit of 1e-09 seconds (max-seconds)"),
    ],
    ids=["size", "block", "time"],
)
def test_what_is_beyond_names_the_limit_and_the_setting(tmp_path, limits, message):
    assert error(tmp_path, **limits) == f"{tmp_path / 'page.md'}{message}"
