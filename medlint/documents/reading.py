"""Files and text in, documents out."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from pathlib import Path

from medlint.documents.composing import compose
from medlint.documents.drafts import Reading
from medlint.documents.foreign import foreign
from medlint.documents.model import Document, Format
from medlint.errors import DocumentError

LARGEST = 10_000_000  # bytes: a hundred times the longest health article; more is a data file or an archive

_SUFFIXES = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
}
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def format_of(path: Path) -> Format | None:
    """The format that a file's suffix stands for, `None` for files that medlint does not read."""
    return _SUFFIXES.get(path.suffix.lower())


def read_document(path: Path) -> Document:
    """Read a file; one with an unknown suffix is read as plain text.

    Raises `DocumentError` for a file that is missing, unreadable, a folder, longer than `LARGEST`, binary or not text.
    """
    return parse(decode(_content(path), path), format_of(path) or Format.TEXT, str(path))


def parse(source: str, format: Format, path: str = "<text>") -> Document:
    """Read an article from a string. Never raises; a byte-order mark is dropped, a lone surrogate becomes U+FFFD."""
    clean = _LONE_SURROGATE.sub("\ufffd", source.removeprefix("\ufeff"))
    return compose(_reader(format)(clean), clean, format, path)


def decode(raw: bytes, path: Path | str) -> str:
    """The text of a file, without its byte-order mark: UTF-8, or UTF-16 with a mark.

    Raises `DocumentError` for bytes that are longer than `LARGEST`, of another format, binary, or not text; it names
    `path`.
    """
    if len(raw) > LARGEST:
        raise DocumentError(f"{path}: larger than the limit of {LARGEST // 1_000_000} MB")
    if problem := foreign(raw):
        raise DocumentError(f"{path}: {problem}")
    encoding = _UTF16.get(raw[:2], "utf-8")
    mark = 2 if encoding != "utf-8" else 3 if raw.startswith(codecs.BOM_UTF8) else 0
    try:
        text = raw[mark:].decode(encoding)
    except UnicodeDecodeError as error:
        problem = "binary file" if encoding == "utf-8" and 0 in raw else f"not {encoding.upper()} text"
        raise DocumentError(f"{path}: {problem}: cannot decode byte {mark + error.start}") from None
    if "\0" in text:
        raise DocumentError(f"{path}: binary file: byte {raw.index(0)} is zero")
    return text


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise DocumentError(f"{path}: is a folder, not a file")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise DocumentError(f"{path}: no such file or folder") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(f"{path}: cannot be read: {reason}") from None


def _reader(format: Format) -> Callable[[str], Reading]:
    """The reader of a format; only the one that is needed is imported."""
    if format is Format.MARKDOWN:
        from medlint.documents.markdown import read_markdown

        return read_markdown
    if format is Format.HTML:
        from medlint.documents.html import read_html

        return read_html
    from medlint.documents.text import read_text

    return read_text
