"""Gives blocks their place: the heading above each, and what introduces it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from medlint.documents.drafts import Cell, Draft
from medlint.documents.model import Block, BlockKind
from medlint.documents.sections import disclaims, heads_disclaimer

_LABEL_WORDS = 6
_BOLD_HEADING_WORDS = 12
_BOLD_LEVEL = 6
_MAY_DISCLAIM = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.CAPTION})


def outline(heads: Iterable[Draft], drafts: Sequence[Draft], kept: Sequence[bool]) -> tuple[Block, ...]:
    """The blocks of a document: `heads` first, then the drafts that are `kept`, with their sections and lead-ins."""
    leads = _table_leads(drafts)
    blocks = [Block(head.kind, head.segments, head.text) for head in heads]
    places: dict[int, int] = {}
    open_headings: list[tuple[int, int]] = []
    disclaimer = False
    for number, draft in enumerate(drafts):
        if not kept[number]:
            continue
        kind, level = _kind_and_level(drafts, number)
        if kind is BlockKind.HEADING:
            while open_headings and open_headings[-1][0] >= level:
                open_headings.pop()
            disclaimer = heads_disclaimer(draft.text)
        elif kind in _MAY_DISCLAIM and (disclaimer or disclaims(draft)):
            kind = BlockKind.DISCLAIMER
        section = open_headings[-1][1] if open_headings else None
        lead = leads.get(number, draft.lead)
        places[number] = len(blocks)
        if kind is BlockKind.HEADING:
            open_headings.append((level, len(blocks)))
        lead_in = None if lead is None else places.get(lead)
        blocks.append(Block(kind, draft.segments, draft.text, level, section, lead_in))
    return tuple(blocks)


def _kind_and_level(drafts: Sequence[Draft], number: int) -> tuple[BlockKind, int]:
    """A draft's own kind, but a short paragraph in bold type above other text is a heading."""
    draft = drafts[number]
    if draft.kind is not BlockKind.PARAGRAPH or not draft.bold or draft.text.count(" ") >= _BOLD_HEADING_WORDS:
        return draft.kind, draft.level
    following = drafts[number + 1] if number + 1 < len(drafts) else None
    introduces = following is not None and (following.kind, following.bold) in {
        (BlockKind.PARAGRAPH, False),
        (BlockKind.LIST_ITEM, False),
    }
    if introduces and not draft.text.endswith((".", ",", ";")):
        return BlockKind.HEADING, _BOLD_LEVEL
    return draft.kind, draft.level


def _table_leads(drafts: Sequence[Draft]) -> dict[int, int | None]:
    """For every table cell the draft that introduces it: the label of its row, else the header of its column."""
    leads: dict[int, int | None] = {}
    cells = [(number, draft.cell) for number, draft in enumerate(drafts) if draft.cell is not None]
    for _, table in groupby(sorted(cells, key=lambda cell: (cell[1].table, cell[0])), key=lambda cell: cell[1].table):
        leads.update(_leads_of(list(table), drafts))
    return leads


def _leads_of(table: list[tuple[int, Cell]], drafts: Sequence[Draft]) -> dict[int, int | None]:
    at: dict[tuple[int, int], int] = {}
    for number, cell in table:
        at.setdefault((cell.row, cell.column), number)
    headed = {cell.column: number for number, cell in reversed(table) if cell.row == 0 and cell.header}
    labels = [(number, cell) for number, cell in table if cell.column == 0 and (cell.row > 0 or not headed)]
    labelled = all(cell.header or _like_label(drafts[number].text) for number, cell in labels)
    leads: dict[int, int | None] = {}
    for number, cell in table:
        if cell.row == 0 and headed:
            continue
        label = at.get((cell.row, 0)) if labelled and cell.column else None
        leads[number] = label if label is not None else headed.get(cell.column)
    return leads


def _like_label(text: str) -> bool:
    return text.count(" ") < _LABEL_WORDS and not text.endswith((".", "!"))
