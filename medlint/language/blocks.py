"""A block as read: its tokens, the cues and concepts found in it. The raw material of everything that follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from medlint.documents.model import Block, BlockKind, Document
from medlint.language.contents import Content, Found, MatchedText
from medlint.language.tokens import Tokens


class BlockReading(NamedTuple):
    """Block number `number` of the document: its text, the concepts in order of place, what stands in each sentence."""

    number: int
    block: Block
    text: MatchedText
    found: Sequence[Found]
    contents: Sequence[Content]

    @classmethod
    def of(
        cls, number: int, block: Block, text: MatchedText, found: Sequence[Found], lean: bool = False
    ) -> BlockReading:
        """A block with this text and these concepts; `lean` as it is for `MatchedText.contents`."""
        return cls(number, block, text, found, text.contents(found, lean))

    @property
    def tokens(self) -> Tokens:
        """The tokens of its text."""
        return self.text.tokens


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
