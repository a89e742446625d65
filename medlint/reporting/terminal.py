"""What a terminal does with characters: how wide each is, and which must not reach it raw."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import click

from medlint.reporting.options import Options

# A quoted text could otherwise reorder the line that quotes it.
_BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSAFE_CATEGORIES = frozenset(("Cc", "Cs", "Zl", "Zp"))
_ZERO_WIDTH_CATEGORIES = frozenset(("Mn", "Me", "Cf"))
_SOFT_HYPHEN = "\u00ad"

# What the runners of GitHub ("::" at the start of a line, "##[" anywhere) and Azure Pipelines ("##vso[") obey.
_COMMAND = re.compile(r"(?:^|(?<=\n))([^\S\n]*):(?=:)|#(?=#(?:vso)?\[)")

SEVERITY_COLORS = {"error": "red", "warning": "yellow", "info": "cyan"}


@lru_cache(maxsize=4096)
def show(character: str, encoding: str = "utf-8") -> str:
    """The character, or its Python escape where it would steer the terminal or `encoding` lacks it."""
    if unicodedata.category(character) in _UNSAFE_CATEGORIES or character in _BIDIRECTIONAL:
        return _escape(character)
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return _escape(character)
    return character


def _escape(character: str) -> str:
    code = ord(character)
    if code > 0xFFFF:
        return f"\\U{code:08x}"
    return f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}"


def printable(text: str, encoding: str = "utf-8") -> str:
    """The text on one line, with every unsafe or unencodable character escaped."""
    if encoding == "utf-8" and text.isprintable():
        return text
    return "".join(show(character, encoding) for character in text)


def inert(text: str) -> str:
    """Lines of a report without anything that a build log would take for a command; its first sign is escaped."""
    return _COMMAND.sub(lambda found: f"{found[1] or ''}{_escape(found[0][-1])}", text)


@lru_cache(maxsize=4096)
def columns(character: str) -> int:
    """How many terminal columns one printable character takes: 0, 1 or 2 (Unicode Standard Annex 11)."""
    if character == _SOFT_HYPHEN:
        return 1
    if unicodedata.category(character) in _ZERO_WIDTH_CATEGORIES or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def text_columns(text: str) -> int:
    """How many terminal columns a printable text takes."""
    return sum(map(columns, text))


def paint(text: str, options: Options, *, fg: str | None = None, bold: bool = False, dim: bool = False) -> str:
    """The text in an ANSI style, or as it is where colour is off."""
    if not options.color:
        return text
    return click.style(text, fg=fg, bold=bold or None, dim=dim or None)
