"""What a reader of one format hands on: the page's pieces of text in order, before the article is cut out of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from medlint.documents.leftout import Tally
from medlint.documents.model import BlockKind, Comment, Metadata, Segment


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a cell stands: the number of its table in the document, its row and column from 0."""

    table: int
    row: int
    column: int
    header: bool


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a piece of text links to or spells out, and where that stands in the source."""

    url: str
    start: int
    end: int


class Draft(NamedTuple):
    """A piece of text that may become a block; `text` is that of its segments.

    `lead` is the number of the draft that introduces it, `linked` how many of its characters stand in links. A draft
    without segments holds nothing but addresses. `inferred` marks what only looks like a heading, `note` a footnote.
    """

    kind: BlockKind
    segments: tuple[Segment, ...]
    text: str
    level: int = 0
    lead: int | None = None
    cell: Cell | None = None
    region: int = 0
    linked: int = 0
    links: tuple[Link, ...] = ()
    bold: bool = False
    inferred: bool = False
    note: bool = False

    @classmethod
    def of(cls, kind: BlockKind, segments: tuple[Segment, ...]) -> Draft:
        """A draft of which no more is known."""
        return cls(kind, segments, joined(segments))

    @property
    def span(self) -> tuple[int, int]:
        """Where the draft stands in the source."""
        parts = self.segments or self.links
        return parts[0].start, parts[-1].end


def joined(segments: Iterable[Segment]) -> str:
    """The text of segments."""
    return "".join([segment.text for segment in segments])


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page that may not belong to its article; whether it does is known only at the end of the page.

    `parent` is the number of the region around it, 0 being the page itself.
    """

    reason: str
    parent: int = 0
    in_article: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read: drafts, the regions they refer to (the page itself first), skipped runs by reason.

    `heads` are the title and description of the metadata.
    """

    drafts: tuple[Draft, ...]
    regions: tuple[Region, ...]
    skipped: Tally
    heads: tuple[Draft, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    comments: tuple[Comment, ...] = ()
