"""Parts plain text into chunks: the lines that make one paragraph, one heading or one list item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from medlint.documents.limits import UNLIMITED, Limits
from medlint.documents.runs import BULLETS

_LINE = re.compile(r"[^\r\n]+|\r\n|\r|\n")
_BULLET = re.compile(rf"[{BULLETS}]\s*(?=\S)|[-*\u2013]\s+(?=\S)|\(?(?:\d{{1,2}}|[a-z])[.)]\s+(?=\S)")
_TAIL = " \t\u00a00123456789,[]\u2013-\"')\u201d\u2019"  # reference markers and closing quotes
_WRAPPED_AT = range(45, 121)  # columns at which writers and programs wrap text
_TAB = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the space around it: its span, indentation in columns, where its text after a bullet begins."""

    text: str
    start: int
    end: int
    indent: int
    body: int

    @property
    def item(self) -> bool:
        """Whether a bullet or a number stands before its text."""
        return self.body > self.start


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines that make one block, and whether a blank line stands before them."""

    lines: tuple[Line, ...]
    apart: bool

    @property
    def item(self) -> bool:
        """Whether it is a list item."""
        return self.lines[0].item

    @property
    def text(self) -> str:
        """Its first line."""
        return self.lines[0].text


def chunks(source: str, limits: Limits = UNLIMITED) -> list[Chunk]:
    """Part a text into chunks, in order. Raises `DocumentError` for more lines or chunks than `limits` allow."""
    found: list[Chunk] = []
    for run in _runs(source, limits):
        found.extend(_chunks(run))
        limits.require_blocks(len(found))
    return found


def without_tail(text: str) -> str:
    """A line without the reference markers and closing quotes at its end: what shows how its last sentence ends."""
    return text.rstrip(_TAIL)


def _runs(source: str, limits: Limits) -> Iterator[list[Line]]:
    """The lines between blank lines; a line of signs only ("-----", "###") counts as blank."""
    run: list[Line] = []
    ended = False
    count = 0
    for match in _LINE.finditer(source):
        raw = match.group()
        if raw[0] in "\r\n":
            if ended and run:
                yield run
                run = []
            ended = True
            continue
        if any(map(str.isalnum, raw)):
            run.append(_line(raw, match.start()))
            count += 1
            limits.require_segments(count, "lines")
            ended = False
        else:
            ended = True
    if run:
        yield run


def _line(raw: str, at: int) -> Line:
    text = raw.strip()
    indent = raw[: raw.index(text)]
    start = at + len(indent)
    bullet = _BULLET.match(text)
    columns = len(indent) + (_TAB - 1) * indent.count("\t")
    return Line(text, start, start + len(text), columns, start + (bullet.end() if bullet else 0))


def _chunks(run: Sequence[Line]) -> Iterator[Chunk]:
    """Part a run of lines: a bullet begins an item, and a line goes on the one before where that was wrapped."""
    width = max(len(line.text) for line in run)
    wrapped = any(_full(a, b, width) and b.text[0].islower() for a, b in pairwise(run))
    lines: list[Line] = []
    apart = True
    for line in run:
        if lines and not line.item and _goes_on(lines, line, width, wrapped):
            lines.append(line)
            continue
        if lines:
            yield Chunk(tuple(lines), apart)
            apart = False
        lines = [line]
    yield Chunk(tuple(lines), apart)


def _full(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the following line would not have fitted on the line."""
    first_word = following.text.split(maxsplit=1)[0]
    return width in _WRAPPED_AT and not following.item and len(line.text) + 1 + len(first_word) > width


def _goes_on(lines: Sequence[Line], line: Line, width: int, wrapped: bool) -> bool:
    before = lines[-1]
    if lines[0].item and line.indent > lines[0].indent:
        return True
    if line.text[0].islower() and len(before.text) >= _WRAPPED_AT.start and not _ends_sentence(before.text):
        return True
    return wrapped and _full(before, line, width)


def _ends_sentence(text: str) -> bool:
    return text.endswith(":") or without_tail(text).endswith((".", "!", "?", "\u2026"))
