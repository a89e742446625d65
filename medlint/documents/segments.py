"""Folds the pieces of a block's source into segments: whitespace to single spaces, addresses and hidden signs away."""

from __future__ import annotations

import re
from collections import Counter

from medlint.documents.drafts import Link
from medlint.documents.folding import folded, may_fold
from medlint.documents.invisible import BLANK, HIDDEN, shown
from medlint.documents.limits import UNLIMITED, Limits
from medlint.documents.model import Segment

_HIDDEN_ASCII = "\x00-\x08\x0e-\x1b\x7f"
# Possessive, as all that might be given back is remembered: seventy bytes for each word.
_WORDS = re.compile(rf"[^\s{_HIDDEN_ASCII}]++(?: [^\s{_HIDDEN_ASCII}]++)*+")
_WIDE_WORDS = re.compile(rf"[^\s{BLANK}{HIDDEN}]++(?: [^\s{BLANK}{HIDDEN}]++)*+")
_SPACE = re.compile(rf"[\s{BLANK}]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[\w/=&#%~+-]", re.IGNORECASE)


class SegmentCollector:
    """Gathers one block at a time from verbatim and decoded pieces, in the order of the source.

    `linked` and `bold` count the characters gathered while the marks of the same name were set. What is beyond `limits`
    raises `DocumentError`: segments and addresses count, those of the blocks before too.
    """

    def __init__(self, source: str, skipped: Counter[str], limits: Limits = UNLIMITED) -> None:
        self._source = source
        self._skipped = skipped
        self._window, self._base = source, 0
        self._run: tuple[int, int] | None = None
        self._in_link = self._in_bold = False
        self._limits, self._before = limits, 0
        self._reset()

    def _reset(self) -> None:
        self._segments: list[Segment] = []
        self._space: tuple[int, int] | None = None
        self._gap: tuple[int, int] | None = None
        self._folding = self._to_fold = False
        self.linked = self.bold = self.length = 0
        self.links: list[Link] = []

    def look_through(self, window: str, base: int) -> None:
        """Read verbatim pieces from `window`, which stands for the source from offset `base` on."""
        self._settle()
        self._window, self._base = window, base

    def look_at_source(self) -> None:
        """Read verbatim pieces from the source again."""
        self.look_through(self._source, 0)

    def mark(self, in_link: bool, in_bold: bool) -> None:
        """Say whether the pieces that follow stand in a link or in bold type."""
        self._settle()
        self._in_link, self._in_bold = in_link, in_bold

    def verbatim(self, start: int, end: int) -> None:
        """Add a slice of the source as it stands."""
        if self._run is not None and self._run[1] == start:
            self._run = (self._run[0], end)
            return
        self._settle()
        self._run = (start, end)

    def decoded(self, text: str, start: int, end: int) -> None:
        """Add text that a slice of the source stands for, such as an entity."""
        self._settle()
        if words := " ".join(shown(text).split()):
            self._put(words, start, end)
        elif _SPACE.search(text):
            self._blank(start, end)

    def fold(self, start: int, end: int) -> None:
        """Add a line break: one space, which also stands for the quote markers and indentation that follow it."""
        self._settle()
        self._blank(start, end)
        self._folding = True

    def gap(self, start: int, end: int) -> None:
        """Leave out a slice; a space takes its place only where the words around it would join."""
        self._settle()
        if self._gap is None:
            self._gap = (start, end)

    def digit_end(self) -> int | None:
        """Where the digit ends that the next piece would be joined to, if it would."""
        self._settle()
        joined = self._segments and self._space is None and self._segments[-1].text[-1].isdigit()
        return self._segments[-1].end if joined else None

    def take(self) -> tuple[Segment, ...]:
        """The segments gathered, without space at either end. Read the counts first: a new block begins."""
        self._settle()
        if self._to_fold:
            self._segments = [*folded(self._segments, self._count)]
        return tuple(self._segments)

    @property
    def idle(self) -> bool:
        """Whether the block has nothing in it yet."""
        return self._run is None and not self._segments and not self.links

    def begin(self) -> None:
        """Start a new block."""
        self._run = None
        self._before += len(self._segments)
        self._reset()

    def _settle(self) -> None:
        if self._run is None:
            return
        (start, end), self._run = self._run, None
        text = self._window[start - self._base : end - self._base]
        if "://" not in text and "www." not in text.lower():
            self._fold_words(text, start)
            return
        done = 0
        for address in _ADDRESS.finditer(text):
            self._fold_words(text[done : address.start()], start + done)
            self._cut(address.group(), start + address.start())
            done = address.end()
        self._fold_words(text[done:], start + done)

    def _fold_words(self, text: str, start: int) -> None:
        done = 0
        for words in (_WORDS if text.isascii() else _WIDE_WORDS).finditer(text):
            at, end = words.span()
            blank = at > done and _SPACE.search(text, done, at)
            if done:  # nothing waits to be put before it but this
                if blank:
                    self._segments.append(Segment(" ", start + done, start + at))
                self._append(words.group(), start + at, start + end)
            else:
                if blank:
                    self._blank(start, start + at)
                self._put(words.group(), start + at, start + end)
            done = end
        if done < len(text) and _SPACE.search(text, done):
            self._blank(start + done, start + len(text))

    def _cut(self, address: str, start: int) -> None:
        end = start + len(address)
        self.links.append(Link(address, start, end))
        self._skipped["url"] += 1
        self._limits.require_segments(self._skipped["url"], "addresses")
        if self._gap is None:
            self._gap = (start, end)

    def _blank(self, start: int, end: int) -> None:
        self._space = (self._space[0] if self._space else start, end)

    def _put(self, text: str, start: int, end: int) -> None:
        if self._segments:
            blank = self._pending(text, start)
            if blank:
                self._segments.append(Segment(" ", *blank))
        self._space = self._gap = None
        self._folding = False
        self._append(text, start, end)

    def _append(self, text: str, start: int, end: int) -> None:
        self._segments.append(Segment(text, start, end))
        self._count(len(self._segments))
        if not text.isascii() and may_fold(text):
            self._to_fold = True
        self.length += len(text)
        self.linked += len(text) if self._in_link else 0
        self.bold += len(text) if self._in_bold else 0

    def _count(self, segments: int) -> None:
        self._limits.require_segments(self._before + segments)

    def _pending(self, text: str, start: int) -> tuple[int, int] | None:
        if self._space is not None:
            first, last = self._space
            if self._folding and not self._source[last:start].strip(" \t>"):
                last = start
            return first, last
        if self._gap is not None and text[0].isalnum() and self._segments[-1].text[-1].isalnum():
            return self._gap
        return None
