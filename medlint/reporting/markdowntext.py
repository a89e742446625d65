"""Text inside Markdown: nothing that is quoted can become markup, a link, a mention of somebody or a table cell."""

from __future__ import annotations

import codecs
import re

from medlint.reporting.terminal import printable

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "@&#8203;"}  # the last keeps code hosts from calling people
_SPECIAL = re.compile(
    r"[\\`*_\[\]#!|~$]|:(?=//)|(?<=www)\.|^[-+=](?=\s|$|[-=+])|(?<=^\d)[.)]|(?<=^\d\d)[.)]", re.IGNORECASE
)
_REPLACED = re.compile(r"[&<>@]")


def escape(text: str, encoding: str = "utf-8") -> str:
    """The text on one line, as words and nothing else; what `encoding` lacks becomes a character reference."""
    words = printable(" ".join(text.split()))
    escaped = _SPECIAL.sub(r"\\\g<0>", words)
    escaped = _REPLACED.sub(lambda match: _ENTITIES[match.group()], escaped)
    if codecs.lookup(encoding).name == "utf-8":
        return escaped
    return escaped.encode("ascii", "xmlcharrefreplace").decode("ascii")
