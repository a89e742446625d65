"""A block as read: its tokens, the cues and concepts found in it. The raw material of everything that follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from typing import NamedTuple, TypeVar

from medlint.documents.model import Block, BlockKind, Document
from medlint.language.concepts import Concept
from medlint.language.figures import may_count
from medlint.language.phrases import Hit
from medlint.language.tokens import Tokens


class Found(NamedTuple):
    """A concept named by the tokens `[first, last)`."""

    concept: Concept
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Content:
    """The cue hits and the concepts within one sentence, in order of place; whether something may be counted there."""

    hits: tuple[Hit, ...]
    found: tuple[Found, ...]
    counts: bool


@dataclass(frozen=True)
class BlockReading:
    """Block number `index` of the document: tokens, cue hits and concepts, in order of place."""

    index: int
    block: Block
    tokens: Tokens
    hits: tuple[Hit, ...]
    found: tuple[Found, ...]

    @cached_property
    def contents(self) -> tuple[Content, ...]:
        """What stands within each sentence; what reaches across its end is in none."""
        sentences = self.tokens.sentences
        found = _parted(self.found, sentences) if self.found else repeat(())  # as in most blocks
        return tuple(map(Content, _parted(self.hits, sentences), found, repeat(may_count(self.tokens))))


_Placed = TypeVar("_Placed", Hit, Found)


def _parted(placed: Sequence[_Placed], sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[_Placed, ...]]:
    """What lies within each sentence, of things in order of place."""
    at, count = 0, len(placed)
    for _, end in sentences:
        begun = at
        while at < count and placed[at].first < end:
            at += 1
        yield tuple([one for one in placed[begun:at] if one.last <= end])


def is_top(block: Block) -> bool:
    """Whether a block says what the whole article is about: its title or a first-level heading."""
    return block.kind is BlockKind.TITLE or (block.kind is BlockKind.HEADING and block.level == 1)


def headings_above(document: Document, index: int) -> list[int]:
    """The indices of the headings above block `index`, innermost first."""
    found: list[int] = []
    section = document.blocks[index].section
    while section is not None:
        found.append(section)
        section = document.blocks[section].section
    return found
