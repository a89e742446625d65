"""Files and text in, documents out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from medlint.documents.composing import compose
from medlint.documents.decoding import content_of, decode, format_of
from medlint.documents.drafts import Reading
from medlint.documents.limits import UNLIMITED, Limits
from medlint.documents.model import Document
from medlint.documents.position import Format

_LONE_RETURN = re.compile(r"\r(?!\n)")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_document(path: Path, limits: Limits = UNLIMITED) -> Document:
    """Read a file; one with an unknown suffix is read as plain text.

    Raises `DocumentError` for a file that is missing, unreadable, a folder, longer than `LARGEST`, binary or not text,
    and for one that holds more than `limits` allow.
    """
    return parse(decode(content_of(path), path), format_of(path) or Format.TEXT, str(path), limits)


def parse(source: str, format: Format, path: str = "<text>", limits: Limits = UNLIMITED) -> Document:
    """Read an article from a string. A byte-order mark is dropped, a lone surrogate becomes U+FFFD.

    Raises `DocumentError` for one that holds more than `limits` allow, and nothing else.
    """
    clean = source if source.isascii() else _LONE_SURROGATE.sub("\ufffd", source.removeprefix("\ufeff"))
    document = compose(_reader(format)(_with_line_feeds(clean), limits), clean, format, path)
    limits.require_short_blocks(document)
    return document


def _with_line_feeds(source: str) -> str:
    """Return a source with line feeds in the places of lone carriage returns, which not every parser knows."""
    return source if source.count("\r") == source.count("\r\n") else _LONE_RETURN.sub("\n", source)


def _reader(format: Format) -> Callable[[str, Limits], Reading]:
    """The reader of a format; only the one that is needed is imported."""
    if format is Format.MARKDOWN:
        from medlint.documents.markdown import read_markdown

        return read_markdown
    if format is Format.HTML:
        from medlint.documents.html import read_html

        return read_html
    from medlint.documents.text import read_text

    return read_text
