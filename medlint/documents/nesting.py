"""The elements that are open at one place of a page: a stack that puts up with bad nesting in linear time."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import NamedTuple

from medlint.documents.context import Context
from medlint.documents.elements import BLOCKS, HEADINGS, closed_by

_INLINE_REACH = 64  # open inline elements that an end tag is looked for in, so that bad nesting stays linear
_PAGE = Context()


class _Frame(NamedTuple):
    tag: str
    context: Context


class Nesting:
    """Open elements, innermost last, each with what holds inside it."""

    def __init__(self) -> None:
        self._stack: list[_Frame] = []
        self._open_blocks: Counter[str] = Counter()

    @property
    def context(self) -> Context:
        """What holds here."""
        return self._stack[-1].context if self._stack else _PAGE

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._stack)

    def enter(self, tag: str, context: Context) -> None:
        """Open an element."""
        self._stack.append(_Frame(tag, context))
        if tag in BLOCKS:
            self._open_blocks[tag] += 1

    def change(self, context: Context) -> None:
        """Put another context in place of the innermost element's."""
        self._stack[-1] = self._stack[-1]._replace(context=context)

    def holds(self, tag: str) -> bool:
        """Return whether a block element is open that the end tag of `tag` ends: of headings, one of any level."""
        return any(self._open_blocks[each] for each in (HEADINGS if tag in HEADINGS else (tag,)))

    def close_implied(self, tag: str) -> bool:
        """Close the elements that end where a block element `tag` begins; return whether there were any."""
        ended, closed = closed_by(tag), False
        while self._stack:
            inlines = self._inlines()
            if inlines >= len(self._stack) or self._stack[-1 - inlines].tag not in ended:
                break
            self._pop(inlines + 1)
            closed = True
        return closed

    def close(self, tag: str) -> None:
        """Close an element and those left open inside it; an inline element only within its block."""
        if tag in BLOCKS:
            if self._open_blocks[tag]:
                while self._stack[-1].tag != tag:
                    self._pop(1)
                self._pop(1)
            return
        for depth, frame in enumerate(islice(reversed(self._stack), _INLINE_REACH)):
            if frame.tag == tag:
                self._pop(depth + 1)
                return
            if frame.tag in BLOCKS:
                return

    def _inlines(self) -> int:
        """How many inline elements are open inside the innermost block, as far as they are looked at."""
        count = 0
        for frame in islice(reversed(self._stack), _INLINE_REACH):
            if frame.tag in BLOCKS:
                break
            count += 1
        return count

    def _pop(self, count: int) -> None:
        for _ in range(count):
            tag = self._stack.pop().tag
            if tag in BLOCKS:
                self._open_blocks[tag] -= 1
