"""What an article is made of: segments, blocks, metadata, document. Everything is immutable.

Offsets count the code points of the decoded source from 0, and spans are half-open. A byte-order mark is no part of
the source; a carriage return and the line feed behind it are two code points.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import accumulate, chain
from typing import NamedTuple

from medlint.documents.leftout import LeftOut
from medlint.documents.position import LINE_END, Format, Position

_LINE_FEED = re.compile("\n")


class BlockKind(StrEnum):
    """What a block of prose is on its page."""

    TITLE = "title"  # of the metadata (front matter, <title>), not the heading on the page
    DESCRIPTION = "description"  # of the metadata
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    QUOTE = "quote"
    CAPTION = "caption"
    DISCLAIMER = "disclaimer"


class Segment(NamedTuple):
    """A run of block text and the source slice it was decoded from.

    A segment as long as its source slice maps character by character; any other (an entity, an escape, a folded line
    break) maps as a whole.
    """

    text: str
    start: int
    end: int


class _Block(NamedTuple):
    kind: BlockKind
    segments: tuple[Segment, ...]
    text: str
    level: int = 0
    section: int | None = None
    lead_in: int | None = None


class Block(_Block):
    """One piece of running prose, its `text` that of its `segments`.

    `level` is 1-6 for a heading, the nesting depth from 1 for a list item, else 0. `section` is the index in
    `Document.blocks` of the innermost heading above, `lead_in` that of the block that introduces this one: the
    paragraph before a list, the parent item of a nested one, the header cell of a table cell's row or column.
    """

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where in the text each segment begins; of most blocks nobody asks."""
        return tuple(accumulate([len(segment.text) for segment in self.segments], initial=0))

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Map the half-open span `[start, end)` of the block's text to source offsets.

        Raises `ValueError` for an empty span or one outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span {start}:{end} in a block of {len(self.text)} characters")
        return self._at(start)[0], self._at(end - 1)[1]

    def _at(self, index: int) -> tuple[int, int]:
        number = bisect_right(self._starts, index) - 1
        segment = self.segments[number]
        if len(segment.text) != segment.end - segment.start:
            return segment.start, segment.end
        offset = segment.start + index - self._starts[number]
        return offset, offset + 1


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the article's reference list: its text, where it stands, the address it links to if any."""

    text: str
    start: int
    end: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A note to people or tools that readers of the page do not see, and where it stands in the source.

    `text` is what an HTML comment holds, or an entry of the front matter under the name of a tool, for which
    `about_page` is set: it speaks of the whole page.
    """

    text: str
    start: int
    end: int
    about_page: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says of itself, from front matter, `<meta>`, JSON-LD or its visible byline."""

    title: str | None = None
    description: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    published: date | None = None
    modified: date | None = None
    last_reviewed: date | None = None
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `skipped` counts the runs of text left out, by reason ("code", "navigation", "references", ...).

    `left_out` says how much of that people can see, with its words.
    `comments` are those of HTML and Markdown and what front matter says under `medlint:`, in the order of the source.
    """

    path: str
    format: Format
    source: str
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    skipped: Mapping[str, int] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    _line_starts: array[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ends = LINE_END if "\r" in self.source else _LINE_FEED
        starts = (match.end() for match in ends.finditer(self.source))
        object.__setattr__(self, "_line_starts", array("I", chain([0], starts)))  # of a page of line ends, all of it

    def position(self, offset: int) -> Position:
        """The line and column of a source offset, from 0 to the length of the source."""
        line = bisect_right(self._line_starts, offset)
        return Position(offset, line, offset - self._line_starts[line - 1] + 1)

    def line_around(self, offset: int) -> tuple[int, int]:
        """The half-open span of the line that an offset stands on, without the last character of its end."""
        line = bisect_right(self._line_starts, offset)
        end = self._line_starts[line] - 1 if line < len(self._line_starts) else len(self.source)
        return self._line_starts[line - 1], end
