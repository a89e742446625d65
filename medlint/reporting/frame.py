"""The words of a finding shown in their sentence: numbered source lines with carets under the words."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.documents.position import LINE_END
from medlint.linting.findings import Finding
from medlint.reporting.layout import Cell, Row, cells, rows
from medlint.reporting.options import Options
from medlint.reporting.terminal import SEVERITY_COLORS, paint
from medlint.reporting.window import Window, window


def frame(finding: Finding, source: str, options: Options) -> Iterator[str]:
    """The rows of the frame, without line ends. `source` is the text that the finding's offsets count in."""
    view = window(finding, source)
    lines = list(_lines(source, view))
    number = finding.start.line - sum(start <= finding.start.offset for start, _ in lines[1:])
    gutter = len(str(number + len(lines) - 1))
    room = max(options.width - gutter - 4, 20)
    color = SEVERITY_COLORS[finding.severity]
    for index, (offset, line) in enumerate(lines):
        mark = finding.start.offset - offset, finding.end.offset - offset
        shown = [
            *cells(view.before if index == 0 else "", options.encoding),
            *cells(line, options.encoding, mark),
            *cells(view.after if index == len(lines) - 1 else "", options.encoding),
        ]
        for part, row in enumerate(rows(shown, room)):
            label = str(number + index) if part == 0 else ""
            yield paint(f" {label:>{gutter}} | ", options, dim=True) + _text(row, options, color)
            if carets := _carets(row):
                yield paint(f" {'':>{gutter}} | ", options, dim=True) + paint(carets, options, fg=color, bold=True)


def _lines(source: str, view: Window) -> Iterator[tuple[int, str]]:
    """The lines of what is shown, without line ends, and where each begins in the source."""
    start = view.start
    for end in LINE_END.finditer(source, view.start, view.end):
        yield start, source[start : end.start()]
        start = end.end()
    yield start, source[start : view.end]


def _text(row: Row, options: Options, color: str) -> str:
    if not options.color:
        return "".join(cell.shown for cell in row)
    return "".join(_stretch(stretch, options, color) for stretch in _stretches(row))


def _stretches(row: Row) -> Iterator[list[Cell]]:
    stretch: list[Cell] = []
    for cell in row:
        if stretch and stretch[-1].marked != cell.marked:
            yield stretch
            stretch = []
        stretch.append(cell)
    yield stretch


def _stretch(stretch: list[Cell], options: Options, color: str) -> str:
    text = "".join(cell.shown for cell in stretch)
    return paint(text, options, fg=color, bold=True) if stretch[0].marked else text


def _carets(row: Row) -> str:
    return "".join(("^" if cell.marked else " ") * cell.width for cell in row).rstrip()
