"""What holds at one place of a page: the kind of text, the list, item and cell around it, whether it is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from medlint.documents.drafts import Cell, Link
from medlint.documents.elements import CELLS, HEADINGS, LISTS
from medlint.documents.model import BlockKind


@dataclass(slots=True)
class Listing:
    """A list being read: the drafts that introduce it and that hold its newest term."""

    lead: int | None
    term: int | None = None


@dataclass(slots=True)
class Item:
    """An item being read: the draft that introduces it, its own first draft, whether it is a term to be defined."""

    lead: int | None
    head: int | None = None
    term: bool = False


@dataclass(slots=True)
class Table:
    """A table being read: its number and how far it has come."""

    number: int
    row: int = -1
    column: int = -1


class Context(NamedTuple):
    """What holds for the text at one place. `skip` is the reason why it is left out, if it is."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    depth: int = 0
    skip: str | None = None
    region: int = 0
    in_article: bool = False
    link: Link | None = None
    bold: bool = False
    marker: bool = False
    quoted: bool = False
    inferred: bool = False
    note: bool = False
    listing: Listing | None = None
    item: Item | None = None
    table: Table | None = None
    cell: Cell | None = None

    def of_kind(self, kind: BlockKind, level: int = 0) -> Context:
        """The same for text of another kind; what is quoted stays a quote."""
        return self if self.quoted else self._replace(kind=kind, level=level)


Change = Callable[[Context], Context]


def _list(context: Context, introduction: int | None) -> Context:
    lead = introduction
    if context.item is not None:
        inherited = context.listing.lead if context.listing else None
        lead = context.item.head if context.item.head is not None else inherited
    return context._replace(depth=context.depth + 1, listing=Listing(lead), item=None)


def _item(context: Context, tag: str) -> Context:
    listing = context.listing or Listing(None)
    lead = listing.term if tag == "dd" else listing.lead
    kind, level = (BlockKind.LIST_ITEM, max(1, context.depth)) if not context.quoted else (context.kind, context.level)
    return context._replace(kind=kind, level=level, item=Item(lead, term=tag == "dt"), listing=listing)


def _cell(context: Context, tag: str) -> Context:
    table = context.table
    if table is None:
        return context
    table.column += 1
    cell = Cell(table.number, max(0, table.row), table.column, tag == "th")
    return context._replace(cell=cell, item=None, listing=None).of_kind(BlockKind.TABLE_CELL)


def _row(context: Context) -> Context:
    if context.table is not None:
        context.table.row += 1
        context.table.column = -1
    return context


_CHANGES: dict[str, Change] = {
    "blockquote": lambda context: context._replace(kind=BlockKind.QUOTE, level=0, quoted=True),
    "figcaption": lambda context: context.of_kind(BlockKind.CAPTION),
    "caption": lambda context: context.of_kind(BlockKind.CAPTION),
    "title": lambda context: context._replace(kind=BlockKind.TITLE, level=0),
    "summary": lambda context: context.of_kind(BlockKind.HEADING, 6),
    "article": lambda context: context._replace(in_article=True),
    "main": lambda context: context._replace(in_article=True),
    "tr": _row,
    "b": lambda context: context._replace(bold=True),
    "strong": lambda context: context._replace(bold=True),
    "sup": lambda context: context._replace(marker=True),
}
INLINE_CHANGES = frozenset({"b", "strong", "sup"})


def entered(context: Context, tag: str, introduction: int | None, tables: int) -> Context:
    """What holds inside an element `tag` that begins where `context` holds.

    `introduction` is the draft that would introduce a list here, `tables` the number a table would get.
    """
    if tag in HEADINGS:
        return context.of_kind(BlockKind.HEADING, HEADINGS[tag])
    if tag in LISTS:
        return _list(context, introduction)
    if tag in {"li", "dt", "dd"}:
        return _item(context, tag)
    if tag in CELLS:
        return _cell(context, tag)
    if tag == "table":
        return context._replace(table=Table(tables), cell=None)
    change = _CHANGES.get(tag)
    return change(context) if change else context
