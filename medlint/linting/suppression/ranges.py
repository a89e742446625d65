"""Where the notes of an article hold, in code points of its source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from medlint.documents.model import Document
from medlint.linting.suppression.directives import Directive, Verb

_APART = re.compile(r"[<\r\n]")
_SOMETHING = re.compile(r"[^ \t\r>]")


@dataclass(frozen=True, slots=True)
class Range:
    """A selector of a note and the half-open stretch of the source on which it holds."""

    directive: Directive
    selector: str
    start: int
    end: int


def ranges(directives: Sequence[Directive], document: Document) -> Iterator[Range]:
    """The stretches on which the notes hold, one for each selector; the notes are in the order of the source."""
    blocks = sorted(block.source_span(0, len(block.text)) for block in document.blocks if block.text)
    for directive, ends in zip(directives, _enabled_at(directives, len(document.source)), strict=True):
        stretch = None if directive.verb in (Verb.DISABLE, Verb.ENABLE) else _stretch(directive, document, blocks)
        for selector, end in zip(directive.selectors, ends, strict=True):
            if directive.verb is Verb.DISABLE:
                yield Range(directive, selector, directive.comment.end, end)
            elif stretch is not None:
                yield Range(directive, selector, *stretch)


def ending_nothing(directives: Sequence[Directive]) -> Iterator[Directive]:
    """The notes that enable a rule that none before them disables."""
    open_ones: set[str] = set()
    for directive in directives:
        named = {selector.lower() for selector in directive.selectors}
        if directive.verb is Verb.DISABLE:
            open_ones |= named
        elif directive.verb is Verb.ENABLE:
            if not named <= open_ones:
                yield directive
            open_ones -= named


def _enabled_at(directives: Sequence[Directive], end: int) -> Sequence[tuple[int, ...]]:
    """Where each selector of each note is enabled again, or the end."""
    places: list[tuple[int, ...]] = []  # of the last note first
    enabled: dict[str, int] = {}
    for directive in reversed(directives):
        named = [selector.lower() for selector in directive.selectors]
        places.append(tuple(enabled.get(selector, end) for selector in named))
        if directive.verb is Verb.ENABLE:
            enabled.update(dict.fromkeys(named, directive.comment.start))
    return places[::-1]


def _stretch(directive: Directive, document: Document, blocks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    if directive.verb is Verb.IGNORE_FILE:
        return 0, len(document.source) + 1
    if directive.verb is Verb.IGNORE_LINE:
        return _line(directive, document)
    at = bisect_left(blocks, (directive.comment.start, 0))
    if at and _belongs(directive, blocks[at - 1][1], document.source):
        return blocks[at - 1]
    return blocks[at] if at < len(blocks) else (0, 0)


def _belongs(directive: Directive, end: int, source: str) -> bool:
    """Whether a note stands inside a block that ends at `end`, or right behind its last words."""
    start = directive.comment.start
    return _APART.search(source, end, start) is None


def _line(directive: Directive, document: Document) -> tuple[int, int]:
    comment, source = directive.comment, document.source
    start, end = document.line_around(comment.start)[0], document.line_around(comment.end)[1]
    if _SOMETHING.search(source, start, comment.start) or _SOMETHING.search(source, comment.end, end):
        return start, end
    following = end + 1
    while following < len(source) and not _SOMETHING.search(source, following, document.line_around(following)[1]):
        following = document.line_around(following)[1] + 1
    following = min(following, len(source))
    return following, document.line_around(following)[1]
