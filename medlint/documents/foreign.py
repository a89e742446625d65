"""Files that hold articles in a form that medlint does not read, known by their first bytes."""

from __future__ import annotations

from collections.abc import Mapping

_BEGINNINGS: Mapping[bytes, str] = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a Word or OpenDocument file, or another archive",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "a file of an old Word or Office",
    b"{\\rtf": "an RTF document",
}


def foreign(raw: bytes) -> str | None:
    """What a file is and what to do, in one line; None for what may be an article."""
    kind = next((name for beginning, name in _BEGINNINGS.items() if raw.startswith(beginning)), None)
    return kind and f"this is {kind}; save the article as Markdown, HTML or plain text, and check that"
