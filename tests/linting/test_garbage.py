"""Nothing of a page outlives it: thousands of pages take the memory of one."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from medlint.linting.linter import Linter

EXAMPLES = Path(__file__).parents[2] / "examples"
LINTER = Linter()
PLAIN = "What helps?\n\nEpidural steroid injections (ESI) cure sciatica for good.\n"


@pytest.fixture
def counting():
    """No garbage collection but the one that counts."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (PLAIN, "page.txt"),
        ("---\ntitle: Sciatica\n---\n\n<div>Surgery **cures** it.</div>\n\n- `code`\n- <b>one</b>\n", "page.md"),
        *((path.read_text(encoding="utf-8"), path.name) for path in sorted(EXAMPLES.glob("*.*ml"))),
        *((path.read_text(encoding="utf-8"), path.name) for path in sorted(EXAMPLES.glob("*.md"))),
    ],
    ids=lambda value: value if "\n" not in value else "",
)
def test_a_page_leaves_nothing_that_only_the_garbage_collector_finds(text, name, request):
    LINTER.check_text(text, name)  # what is imported, and learned of words, once and for all
    request.getfixturevalue("counting")
    assert LINTER.check_text(text, name).error is None
    assert gc.collect() == 0
