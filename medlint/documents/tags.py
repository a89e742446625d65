"""Parts HTML into text, tags and comments, in one pass, whatever it holds.

`html.parser` of the standard library cannot be used: on `<a <a <a ...` it takes time that grows with the square of the
length, after a second broken `&#` it takes tags for text, and on `<![` it raises an exception.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import islice
from typing import NamedTuple

from medlint.documents.entities import decoded

_TAG = re.compile(
    r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+'|(?!["']))|["'])*+)>"""
)  # fmt: skip
_LOOSE_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
_COMMENT_END = re.compile(r"--!?>")
_NAME_START = re.compile(r"</?[a-zA-Z]")
_ATTRIBUTE = re.compile(r"""([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]++)))?""")
_MOST_ATTRIBUTES = 1_000  # of one tag; real ones have a dozen
_RAW = {
    tag: re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE)
    for tag in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}


class TokenKind(Enum):
    """What a piece of HTML is."""

    TEXT = "text"
    START = "start"
    END = "end"
    COMMENT = "comment"


class Token(NamedTuple):
    """A piece of HTML: its span, a tag's name in lower case, the source of a start tag's attributes and its start."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    attributes: str = ""
    attributes_at: int = 0


class Attribute(NamedTuple):
    """An attribute's raw value and where it stands in the source of the attributes."""

    raw: str
    start: int

    @property
    def value(self) -> str:
        """The value with its character references decoded."""
        return decoded(self.raw)


def attributes(source: str) -> dict[str, Attribute]:
    """The first thousand attributes of a start tag by lower-case name; of two with the same name the first counts."""
    found: dict[str, Attribute] = {}
    for match in islice(_ATTRIBUTE.finditer(source), _MOST_ATTRIBUTES):
        group = match.lastindex or 1
        value = Attribute(match.group(group), match.start(group)) if group > 1 else Attribute("", match.end())
        found.setdefault(match.group(1).lower(), value)
    return found


def tokens(text: str) -> Iterator[Token]:
    """Part `text` into tokens that follow one another without a gap; character references stay in the text."""
    last_close = text.rfind(">")
    tag, at, done = _TAG, text.find("<"), 0
    while at >= 0:
        token = None
        match = tag.match(text, at) if at < last_close else None
        if match is None and at < last_close and _NAME_START.match(text, at):
            # Never closed: from here on a tag ends at the next ">", so that no text is scanned twice.
            tag = _LOOSE_TAG
            match = tag.match(text, at)
        token = _tag(match) if match else _declaration(text, at, last_close)
        if token is None:
            at = text.find("<", at + 1)
            continue
        if at > done:
            yield Token(TokenKind.TEXT, done, at)
        yield token
        done = token.end
        if token.kind is TokenKind.START and token.name in _RAW:
            closing = _RAW[token.name].search(text, done)
            end = closing.start() if closing else len(text)
            if end > done:
                yield Token(TokenKind.TEXT, done, end)
            done = end
        at = text.find("<", done)
    if done < len(text):
        yield Token(TokenKind.TEXT, done, len(text))


def _tag(match: re.Match[str]) -> Token:
    slash, name, inside = match.groups()
    start, end = match.span()
    return Token(TokenKind.END if slash else TokenKind.START, start, end, name.lower(), inside, end - 1 - len(inside))


def _declaration(text: str, at: int, last_close: int) -> Token | None:
    """A comment, doctype or processing instruction; anything else after `<` is text."""
    if text.startswith("<!--", at):
        end = _COMMENT_END.search(text, at + 2 if text.startswith(("<!-->", "<!--->"), at) else at + 4)
        return Token(TokenKind.COMMENT, at, end.end() if end else len(text))
    if text.startswith(("<!", "<?", "</"), at) and at < last_close:
        return Token(TokenKind.COMMENT, at, text.index(">", at) + 1)
    return None
