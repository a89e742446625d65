"""Turns the elements and text of a page, told one after another, into drafts. Every reader drives one of these."""

from __future__ import annotations

import re

from medlint.documents.context import INLINE_CHANGES, Context, entered
from medlint.documents.drafts import Draft, Link, Reading, Region, joined
from medlint.documents.elements import BLOCKS
from medlint.documents.leftout import Tally
from medlint.documents.limits import UNLIMITED, Limits
from medlint.documents.model import BlockKind, Comment, Metadata, Segment
from medlint.documents.nesting import Nesting
from medlint.documents.runs import has_words, split_runs, without_bullet
from medlint.documents.segments import SegmentCollector

_MARKER = re.compile(r"[\s\d,;\u2013\[\]()*\u2020\u2021-]+")
_UNSEEN = frozenset({"hidden", "template", "script", "noscript", "style", "comment"})  # words go on across them
_WHOLE = frozenset({BlockKind.HEADING, BlockKind.TABLE_CELL, BlockKind.TITLE, BlockKind.DESCRIPTION})


class Builder:
    """Takes elements (`open`, `close`) and text (`verbatim`, `decoded`, `fold`, `leave_out`) in source order.

    `context` is what holds where the reader stands, `skipped` counts what was left out so far. With `wide_gaps`, three
    or more spaces in a row end a block. Every method raises `DocumentError` for what is beyond `limits`.
    """

    def __init__(self, source: str, wide_gaps: bool = True, limits: Limits = UNLIMITED) -> None:
        self.skipped = Tally()
        self.collector = SegmentCollector(source, self.skipped, limits)
        self._limits = limits
        self.context = Context()
        self._source = source
        self._wide_gaps = wide_gaps
        self._nesting = Nesting()
        self._regions = [Region("")]
        self._drafts: list[Draft] = []
        self._newest: int | None = None
        self._tables = 0
        self._break_at: int | None = None

    def open(self, tag: str, skip: str | None = None, region: str | None = None, link: Link | None = None) -> None:
        """Begin an element: `skip` leaves out what it holds, `region` puts that off until the page is read."""
        if skip and self.context.skip is None:
            self.skipped[skip] += 1
        if tag in BLOCKS:
            self._open_block(tag, skip, region)
        elif skip or link or self.context.skip or tag in INLINE_CHANGES:
            self._enter(tag, self._inside_inline(tag, skip, link))

    def annotate(self, *, inferred: bool = False, note: bool = False, level: int = 0) -> None:
        """Say more of the block just opened: a heading that only looks like one or of another level, a footnote."""
        context = self.context._replace(inferred=inferred, note=note)
        self._nesting.change(context.of_kind(BlockKind.HEADING, level) if level else context)
        self._moved()

    def close(self, tag: str) -> None:
        """End an element; a stray end tag means nothing, but for `</p>`, which is an empty paragraph to browsers."""
        if tag in BLOCKS and self.context.skip is None and (tag == "p" or self._nesting.holds(tag)):
            self.flush()
        self._nesting.close(tag)
        self._moved()

    def verbatim(self, start: int, end: int, text: str) -> None:
        """Add `text`, which is the source from `start` to `end` as it stands."""
        if self._break_at is not None and not text.isspace():
            self._break_at = None
        if not self._left_out(text, start):
            self.collector.verbatim(start, end)

    def decoded(self, text: str, start: int, end: int) -> None:
        """Add `text`, which the source from `start` to `end` stands for."""
        if self._break_at is not None and not text.isspace():
            self._break_at = None
        if not self._left_out(text, start):
            self.collector.decoded(text, start, end)

    def fold(self, start: int, end: int) -> None:
        """Add a line break inside a block."""
        if self.context.skip is None:
            self.collector.fold(start, end)

    def line_break(self, start: int, end: int) -> None:
        """Add a `<br>`: a space; two with nothing in between end the block."""
        if self.context.skip is not None:
            return
        if self._break_at is not None:
            self.flush()
        else:
            self.fold(start, end)
        self._break_at = end

    def unread(self, text: str, start: int) -> None:
        """Count text in a part that is left out, which stands at `start` of the source."""
        if self.context.skip is not None:
            self.skipped.read(self.context.skip, text, start)

    def leave_out(self, reason: str, start: int, end: int, text: str = "") -> None:
        """Count a piece of the source that is no prose, with its text, and leave a gap for it where people see it."""
        if self.context.skip is None:
            self.skipped.add(reason, text, start)
            if reason not in _UNSEEN:
                self.collector.gap(start, end)

    def flush(self) -> None:
        """End the block being gathered."""
        self._break_at = None
        if self.collector.idle:
            self.collector.begin()
            return
        self._limits.require_time()
        segments = self.collector.take()
        if segments and has_words(segments):
            self._draft(segments)
        elif self.collector.links:
            self._add((), self.context.kind, None)
        self.collector.begin()

    def read(
        self, heads: tuple[Draft, ...] = (), metadata: Metadata | None = None, comments: tuple[Comment, ...] = ()
    ) -> Reading:
        """All that was gathered, once the source has ended, with what is known beside it."""
        self.flush()
        return Reading(tuple(self._drafts), tuple(self._regions), self.skipped, heads, metadata or Metadata(), comments)

    def _open_block(self, tag: str, skip: str | None, region: str | None) -> None:
        closes = self._nesting.close_implied(tag)
        if self.context.skip is None and (closes or skip not in _UNSEEN):
            self.flush()
        self._moved()
        self._enter(tag, self._inside_block(tag, skip, region))

    def _enter(self, tag: str, context: Context) -> None:
        self._nesting.enter(tag, context)
        self._limits.require_blocks(len(self._drafts) + self._nesting.depth)
        self._moved()

    def _inside_block(self, tag: str, skip: str | None, region: str | None) -> Context:
        if self.context.skip is not None:
            return self.context
        context = entered(self.context, tag, self._introduction(), self._tables)
        self._tables += tag == "table"
        if region is not None:
            self._regions.append(Region(region, context.region, context.in_article))
            context = context._replace(region=len(self._regions) - 1)
        return context._replace(skip=skip) if skip else context

    def _inside_inline(self, tag: str, skip: str | None, link: Link | None) -> Context:
        context = self.context
        if context.skip is not None:
            return context
        if skip is not None:
            return context._replace(skip=skip)
        if link is not None:
            self.collector.links.append(link)
            return context._replace(link=link)
        return entered(context, tag, None, 0)

    def _introduction(self) -> int | None:
        """The draft that introduces a list which begins here: the paragraph or quote just before it."""
        if self._newest is None or self._drafts[self._newest].kind not in {BlockKind.PARAGRAPH, BlockKind.QUOTE}:
            return None
        return self._newest

    def _moved(self) -> None:
        """Take note that another context holds from here on."""
        before, self.context = self.context, self._nesting.context
        if before is self.context:
            return
        if (before.link is None) is not (self.context.link is None) or before.bold is not self.context.bold:
            self.collector.mark(self.context.link is not None, self.context.bold)

    def _left_out(self, text: str, start: int) -> bool:
        if self.context.skip is not None:
            self.skipped.read(self.context.skip, text, start)
            return True
        if self.context.marker and _MARKER.fullmatch(text) and not text.isspace():
            digit_end = self.collector.digit_end()
            if digit_end is None:
                self.skipped["reference-marker"] += 1
                return True
            self.collector.gap(digit_end, start)  # a power: "10 6" is no number that was never written
        return False

    def _draft(self, segments: tuple[Segment, ...]) -> None:
        """Make the drafts of a block: one, or several where it holds a list in one line."""
        context = self.context
        if context.kind in _WHOLE:
            self._add(segments, context.kind, self._lead())
            return
        if context.kind is BlockKind.LIST_ITEM:
            segments = without_bullet(segments)
        introduced_by = self._lead()
        for piece in split_runs(segments, self._source, self._wide_gaps, self._limits):
            itemised = piece.bullet and context.kind is BlockKind.PARAGRAPH
            if itemised and introduced_by is None:
                introduced_by = self._lead_of_typed_list()
            kind = BlockKind.LIST_ITEM if itemised else context.kind
            self._add(piece.segments, kind, introduced_by if piece.bullet else self._lead())
            introduces = not piece.bullet and context.kind is not BlockKind.LIST_ITEM
            if introduces or self._drafts[-1].text.endswith(":"):
                introduced_by = len(self._drafts) - 1

    def _lead_of_typed_list(self) -> int | None:
        """The draft that introduces paragraphs which are typed as list items, with bullets but no list around them."""
        if self._newest is not None and self._drafts[self._newest].kind is BlockKind.LIST_ITEM:
            return self._drafts[self._newest].lead
        return self._introduction()

    def _lead(self) -> int | None:
        item = self.context.item
        if item is None:
            return None
        return item.head if item.head is not None else item.lead

    def _add(self, segments: tuple[Segment, ...], kind: BlockKind, lead: int | None) -> None:
        context, collector, text = self.context, self.collector, joined(segments)
        part = min(1, len(text) / max(1, collector.length)) if collector.linked else 0  # of the block, if it is parted
        draft = Draft(
            kind,
            segments,
            text,
            context.level if kind is context.kind else context.depth + 1,
            lead,
            context.cell if kind is BlockKind.TABLE_CELL else None,
            context.region,
            round(collector.linked * part),
            tuple(collector.links) or ((context.link,) if context.link else ()),
            bool(segments) and collector.bold == collector.length,
            context.inferred,
            context.note,
        )
        collector.links.clear()
        self._drafts.append(draft)
        self._limits.require_blocks(len(self._drafts))
        if segments:
            self._newest = len(self._drafts) - 1
            self._remember(self._newest)

    def _remember(self, number: int) -> None:
        item, listing = self.context.item, self.context.listing
        if item is not None and item.head is None:
            item.head = number
            if item.term and listing is not None:
                listing.term = number
