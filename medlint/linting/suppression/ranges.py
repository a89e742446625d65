"""Where the notes of an article hold, in code points of its source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from medlint.documents.model import Document
from medlint.linting.suppression.directives import Directive, Verb


@dataclass(frozen=True, slots=True)
class Range:
    """A selector of a note and the half-open stretch of the source on which it holds."""

    directive: Directive
    selector: str
    start: int
    end: int

    def covers(self, start: int, end: int) -> bool:
        """Whether words from `start` to `end` lie on the stretch, at least in part."""
        return start < self.end and self.start < end


def ranges(directives: Sequence[Directive], document: Document) -> Iterator[Range]:
    """The stretches on which the notes hold, one for each selector; the notes are in the order of the source."""
    blocks = sorted(block.source_span(0, len(block.text)) for block in document.blocks if block.text)
    for number, directive in enumerate(directives):
        for selector in directive.selectors:
            if directive.verb is Verb.DISABLE:
                end = _enabled_at(directives[number + 1 :], selector, len(document.source))
                yield Range(directive, selector, directive.comment.end, end)
            elif directive.verb is not Verb.ENABLE:
                yield Range(directive, selector, *_stretch(directive, document, blocks))


def ends_nothing(number: int, directives: Sequence[Directive]) -> bool:
    """Whether note `number` enables a rule that none before it disables."""
    open_ones: set[str] = set()
    for directive in directives[:number]:
        named = {selector.lower() for selector in directive.selectors}
        if directive.verb is Verb.DISABLE:
            open_ones |= named
        elif directive.verb is Verb.ENABLE:
            open_ones -= named
    return any(selector.lower() not in open_ones for selector in directives[number].selectors)


def _enabled_at(following: Sequence[Directive], selector: str, end: int) -> int:
    for directive in following:
        if directive.verb is Verb.ENABLE and selector.lower() in map(str.lower, directive.selectors):
            return directive.comment.start
    return end


def _stretch(directive: Directive, document: Document, blocks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    if directive.verb is Verb.IGNORE_FILE:
        return 0, len(document.source) + 1
    if directive.verb is Verb.IGNORE_LINE:
        return _line(directive, document.source)
    at = bisect_left(blocks, (directive.comment.start, 0))
    if at and _belongs(directive, blocks[at - 1][1], document.source):
        return blocks[at - 1]
    return blocks[at] if at < len(blocks) else (0, 0)


def _belongs(directive: Directive, end: int, source: str) -> bool:
    """Whether a note stands inside a block that ends at `end`, or right behind its last words."""
    between = source[end : directive.comment.start]
    return "\n" not in between and "<" not in between


def _line(directive: Directive, source: str) -> tuple[int, int]:
    comment = directive.comment
    start, end = source.rfind("\n", 0, comment.start) + 1, _line_end(source, comment.end)
    if (source[start : comment.start] + source[comment.end : end]).strip(" \t\r>"):
        return start, end
    following = end + 1
    while following < len(source) and not source[following : _line_end(source, following)].strip(" \t\r>"):
        following = _line_end(source, following) + 1
    following = min(following, len(source))
    return following, _line_end(source, following)


def _line_end(source: str, start: int) -> int:
    found = source.find("\n", start)
    return found if found >= 0 else len(source)
