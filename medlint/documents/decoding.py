"""Bytes in, text out; and which format a file is in. Nothing here parses."""

from __future__ import annotations

import codecs
from pathlib import Path

from medlint.documents.foreign import foreign
from medlint.documents.position import Format
from medlint.errors import DocumentError
from medlint.regular_files import UnreadableError, read_start

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


def format_of(path: Path) -> Format | None:
    """The format that a file's suffix stands for, `None` for files that medlint does not read."""
    return _SUFFIXES.get(path.suffix.lower())


def suffixes() -> tuple[str, ...]:
    """The suffixes of the files that medlint finds in folders, in order."""
    return tuple(sorted(_SUFFIXES))


def content_of(path: Path, most: int = LARGEST) -> bytes:
    """The bytes of a file; of one that is longer than `most` one byte too many.

    Raises `DocumentError` for a file that is missing or unreadable, and for whatever is not a regular file.
    """
    try:
        return read_start(path, most)
    except UnreadableError as error:
        hint = "; to check what a command prints, pipe it to 'medlint check -'" if error.pipe else ""
        raise DocumentError(f"{path}: {error}{hint}") from None


def decode(raw: bytes, path: Path | str, most: int = LARGEST) -> str:
    """The text of a file, without its byte-order mark: UTF-8, or UTF-16 with a mark.

    Raises `DocumentError` for bytes that are longer than `most`, of another format, binary, or not text; it names
    `path`.
    """
    if len(raw) > most:
        raise DocumentError(f"{path}: larger than the limit of {most:,} bytes (max-file-size)")
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
