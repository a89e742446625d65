"""Whether words are quoted: by the marks around them, or because their whole block is a quotation."""

from __future__ import annotations

from medlint.documents.model import Block, BlockKind

_QUOTES = {"“": "”", '"': '"', "‘": "’", "„": "“", "«": "»"}
_LONGEST_QUOTE = 5_000  # characters on either side that are looked through


def is_quoted(block: Block, place: int) -> bool:
    """Whether the words at a place in the text of a block are quoted."""
    start = max(0, place - _LONGEST_QUOTE)
    return block.kind is BlockKind.QUOTE or in_quotes(block.text[start : place + _LONGEST_QUOTE], place - start)


def in_quotes(text: str, place: int) -> bool:
    """Whether a quotation mark opened before `place` closes after it."""
    for opening, closing in _QUOTES.items():
        before, after = text[:place], text[place:]
        opened = before.count(opening) % 2 == 1 if opening == closing else before.rfind(opening) > before.rfind(closing)
        if opened and closing in after:
            return True
    return False
