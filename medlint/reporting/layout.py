"""Text laid out in rows of limited width, without losing which characters are marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from medlint.reporting.options import Options
from medlint.reporting.terminal import columns, show

TAB = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """One character as a terminal shows it: what is printed, its columns, whether carets go under it."""

    shown: str
    width: int
    marked: bool = False

    @property
    def blank(self) -> bool:
        """Whether a row may be broken here."""
        return self.shown.isspace()


Row = tuple[Cell, ...]


def cells(text: str, encoding: str, mark: tuple[int, int] = (0, 0)) -> Iterator[Cell]:
    """The characters of one line; those with an index in the half-open span `mark` are marked."""
    for index, character in enumerate(text):
        marked = mark[0] <= index < mark[1]
        if character == "\t":
            yield Cell("\t", TAB, marked)
            continue
        shown = show(character, encoding)
        yield Cell(shown, columns(shown) if shown == character else len(shown), marked)


def rows(line: Iterable[Cell], width: int) -> Iterator[Row]:
    """Break a line at blanks into rows of at most `width` columns; a longer word is broken where it must be."""
    row: list[Cell] = []
    used = 0
    for cell in map(_untab, line):
        if used + cell.width > width and not cell.blank:
            head, row = _break(row)
            used = sum(kept.width for kept in row)
            yield head
        if row or not cell.blank:
            row.append(cell)
            used += cell.width
    if row := list(_trim(row)):
        yield tuple(row)


def wrap(text: str, options: Options, *, first: str = "", rest: str = "") -> str:
    """A paragraph wrapped to the width of `options`, `first` before its first row and `rest` before the others."""
    words = " ".join(text.split())
    width = max(options.width - max(len(first), len(rest)), 20)
    lines = ["".join(cell.shown for cell in row) for row in rows(cells(words, options.encoding), width)]
    return "\n".join((rest if number else first) + line for number, line in enumerate(lines))


def _untab(cell: Cell) -> Cell:
    return replace(cell, shown=" " * cell.width) if cell.shown == "\t" else cell


def _break(row: list[Cell]) -> tuple[Row, list[Cell]]:
    for index in range(len(row) - 1, 0, -1):
        if row[index].blank:
            return _trim(row[:index]), row[index + 1 :]
    return tuple(row), []


def _trim(row: list[Cell]) -> Row:
    end = len(row)
    while end and row[end - 1].blank:
        end -= 1
    return tuple(row[:end])
