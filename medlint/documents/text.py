"""Reads plain text: blank lines, bullets and short lines tell paragraphs, lists and headings apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import cache

from medlint.documents.builder import Builder
from medlint.documents.bylines import is_byline
from medlint.documents.drafts import Reading
from medlint.documents.frontmatter import front_matter
from medlint.documents.limits import UNLIMITED, Limits
from medlint.documents.lines import Chunk, chunks, without_tail
from medlint.documents.phrases import phrases
from medlint.documents.sections import heads

_LABEL = re.compile(r"[^:]{2,60}:\s+\S")
_SHORT_WORDS = 12
_FIRST_LINE_WORDS = 25


def read_text(source: str, limits: Limits = UNLIMITED) -> Reading:
    """Read plain text, with or without front matter. Raises `DocumentError` for what is beyond `limits`."""
    writer = _Writer(source, limits)
    front = front_matter(source, writer.builder.skipped)
    parts = chunks(" " * front.end + source[front.end :], limits)
    for chunk, level in zip(parts, _heading_levels(parts), strict=True):
        writer.write(chunk, level)
    return writer.builder.read(front.drafts, front.metadata, front.comments)


@cache
def _numbered() -> re.Pattern[str]:
    words = "|".join(map(re.escape, phrases("headings")["numbered"]))
    return re.compile(rf"(?:{words})\s+\d{{1,2}}\b", re.IGNORECASE)


def _heading_levels(parts: Sequence[Chunk]) -> list[int]:
    """For every chunk 0, or the level of the heading it is: 1 for the first line of the text, 2 for the rest."""
    roles: list[_Role] = []  # from the last chunk to the first
    for number in range(len(parts) - 1, -1, -1):
        roles.append(_role(parts, number, roles[-1] if roles else _Role.SHORT))
    levels = [2 if role is _Role.HEADING else 0 for role in reversed(roles)]
    if len(parts) > 1 and _may_be_heading(parts[0], _FIRST_LINE_WORDS) and not _leads_in(parts, 0):
        levels[0] = 1
    return levels


class _Role(Enum):
    """What a chunk is to the one before it."""

    BODY = "body"
    HEADING = "heading"
    SHORT = "short"  # it might be a heading, but has nothing below it


def _role(parts: Sequence[Chunk], number: int, next_role: _Role) -> _Role:
    chunk = parts[number]
    if is_byline(chunk.text):
        return _Role.SHORT
    if not _may_be_heading(chunk, _SHORT_WORDS):
        return _Role.BODY
    if not _numbered().match(chunk.text) and (_leads_in(parts, number) or _one_of_labels(parts, number)):
        return _Role.BODY
    following = parts[number + 1] if number + 1 < len(parts) else None
    headed = next_role is _Role.BODY or (next_role is _Role.HEADING and following is not None and following.apart)
    return _Role.HEADING if headed or (following and heads(chunk.text)) else _Role.SHORT


def _may_be_heading(chunk: Chunk, longest: int) -> bool:
    if chunk.item or len(chunk.lines) > 1 or len(chunk.text.split(maxsplit=longest)) > longest:
        return False
    closed = without_tail(chunk.text)
    return not closed.endswith((".", ",", ";", "\u2026")) and not is_byline(chunk.text)


def _leads_in(parts: Sequence[Chunk], number: int) -> bool:
    """Whether a chunk ends in a colon before a list."""
    return parts[number].text.endswith(":") and number + 1 < len(parts) and parts[number + 1].item


def _one_of_labels(parts: Sequence[Chunk], number: int) -> bool:
    """Whether a chunk is one of several lines like "Label: text"."""
    around = [parts[n].text for n in (number - 1, number + 1) if 0 <= n < len(parts)]
    return _LABEL.match(parts[number].text) is not None and any(_LABEL.match(text) for text in around)


class _Writer:
    """Tells a builder the chunks in terms of HTML elements."""

    def __init__(self, source: str, limits: Limits) -> None:
        self.builder = Builder(source, limits=limits)
        self._indents: list[int] = []

    def write(self, chunk: Chunk, level: int) -> None:
        first = chunk.lines[0]
        if chunk.item:
            self._open_list(first.indent)
            self._block("li", chunk)
            return
        if not (self._indents and chunk.apart and first.indent > self._indents[0]):
            self._close_lists(-1)
        self._block(f"h{level}" if level else "p", chunk)

    def _open_list(self, indent: int) -> None:
        self._close_lists(indent)
        if not self._indents or indent > self._indents[-1]:
            self._indents.append(indent)
            self.builder.open("ul")

    def _close_lists(self, indent: int) -> None:
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
            self.builder.close("ul")

    def _block(self, tag: str, chunk: Chunk) -> None:
        builder = self.builder
        builder.open(tag)
        if tag[0] == "h":
            builder.annotate(inferred=True)
        end = 0
        for line in chunk.lines:
            if end:
                builder.fold(end, line.start)
            builder.verbatim(line.body if line is chunk.lines[0] else line.start, line.end, line.text)
            end = line.end
        if tag != "li":
            builder.close(tag)
