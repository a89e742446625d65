"""Text inside HTML and XML: nothing that is quoted can become markup, steer a terminal or break a parser."""

from __future__ import annotations

import codecs
import html
from collections.abc import Mapping

from medlint.reporting.terminal import show

_NO_CHARACTERS = frozenset("\ufffe\uffff")  # XML 1.0 knows no way to write them


def escape(text: str, encoding: str = "utf-8") -> str:
    """The text for content or a quoted attribute; control characters are shown by their Python escapes.

    It stands on one line and holds no "##[": what is quoted gives a build log nothing that it takes for a command.

    Where `encoding` is not UTF-8 every character outside ASCII becomes a reference, so that the markup may declare
    UTF-8 whatever stream it goes to.
    """
    visible = text if text.isprintable() else "".join(map(_visible, text))
    escaped = html.escape(visible).replace("\n", "&#10;").replace("##", "#&#35;")
    if codecs.lookup(encoding).name == "utf-8":
        return escaped
    return escaped.encode("ascii", "xmlcharrefreplace").decode("ascii")


def tag(name: str, attributes: Mapping[str, object], encoding: str = "utf-8", *, closed: bool = False) -> str:
    """A start tag, or an empty-element tag; an attribute whose value is None is left out."""
    parts = (f' {key}="{escape(str(value), encoding)}"' for key, value in attributes.items() if value is not None)
    return f"<{name}{''.join(parts)}{'/' if closed else ''}>"


def _visible(character: str) -> str:
    if character in "\n\t":
        return character
    return f"\\u{ord(character):04x}" if character in _NO_CHARACTERS else show(character)
