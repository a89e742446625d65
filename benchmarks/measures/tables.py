"""Tables of figures, and how they are written: aligned for a terminal, as Markdown, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of figures under a title; `key` names it for programs, `note` says what the columns mean."""

    key: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


def shown(cell: Cell) -> str:
    """A cell as people read it: shares with three decimals, counts with thousands apart, a dash for nothing."""
    if cell is None:
        return "–"
    if isinstance(cell, float):
        return f"{cell:.3f}" if abs(cell) < 10 else f"{cell:,.0f}"
    return f"{cell:,}" if isinstance(cell, int) else cell


def as_text(table: Table) -> Iterator[str]:
    """One table in aligned columns, numbers to the right."""
    rows = [table.columns, *([shown(cell) for cell in row] for row in table.rows)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.columns))]
    for row in rows:
        cells = (
            f"{cell:>{width}}" if place and _numeric(table, place) else f"{cell:<{width}}"
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip() + "\n"


def as_markdown(tables: Sequence[Table], level: int = 3) -> Iterator[str]:
    """Each table under a heading, with its note."""
    for number, table in enumerate(tables):
        yield f"{'' if number == 0 else chr(10)}{'#' * level} {table.title}\n\n"
        yield f"{table.note}\n\n" if table.note else ""
        yield _row(table.columns)
        yield _row(["---:" if place and _numeric(table, place) else "---" for place in range(len(table.columns))])
        yield from (_row([shown(cell) for cell in row]) for row in table.rows)


def as_json(tables: Sequence[Table], head: Mapping[str, object]) -> str:
    """One JSON object: the head, and for each key a list of rows by column."""
    measures = {table.key: [dict(zip(table.columns, row, strict=True)) for row in table.rows] for table in tables}
    return json.dumps({**head, "measures": measures}, indent=1, ensure_ascii=True) + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _numeric(table: Table, place: int) -> bool:
    return all(row[place] is None or isinstance(row[place], (int, float)) for row in table.rows)
