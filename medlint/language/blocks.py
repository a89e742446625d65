"""A block as read: its tokens, the cues and concepts found in it. The raw material of everything that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from medlint.documents.model import Block, BlockKind, Document
from medlint.language.contents import Content, Found, MatchedText, parted
from medlint.language.tokens import Tokens


@dataclass(frozen=True)
class BlockReading:
    """Block number `index` of the document: its text and the concepts in it, in order of place."""

    index: int
    block: Block
    text: MatchedText
    found: Sequence[Found]

    @property
    def tokens(self) -> Tokens:
        """The tokens of its text."""
        return self.text.tokens

    @cached_property
    def contents(self) -> Sequence[Content]:
        """What stands within each sentence."""
        contents = self.text.contents
        if not self.found:  # as in most blocks
            return contents
        named = parted(self.found, self.tokens.sentences)
        return [each.with_concepts(own) if own else each for each, own in zip(contents, named, strict=True)]


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
