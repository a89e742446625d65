"""One file on the HTML page: its prose with the flagged words marked, the findings beside the passage they are in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from medlint.documents.model import BlockKind
from medlint.linting.findings import FileReport, Severity
from medlint.reporting.markup import escape
from medlint.reporting.webpage.cards import cards, identifier
from medlint.reporting.webpage.marking import Passage, Run, passages

_DEEPEST = 6
_LABELS = {BlockKind.TITLE: "Page title", BlockKind.DESCRIPTION: "Page description"}


def article(file: FileReport, number: int, encoding: str) -> Iterator[str]:
    """The passages of a file, each with findings followed by those; `number` tells its anchors from other files'."""
    shown = list(passages(file)) if file.source else []
    placed = {index for passage in shown for index in passage.findings}
    if unplaced := [index for index in range(len(file.findings)) if index not in placed]:
        yield '<div class="row">\n<div class="notes">\n'
        yield from cards(file, unplaced, number, encoding, marked=False)
        yield "</div>\n</div>\n"
    writer = _Writer(file, number, encoding)
    for row in _rows(shown):
        first, *rest = map(writer.passage, row)
        yield f'<div class="row">\n<div class="text">\n<div class="passage">\n{first}</div>\n'
        yield f'<div class="rest">\n{"".join(rest)}</div>\n</div>\n'
        if row[0].findings:
            yield '<div class="notes">\n'
            yield from cards(file, row[0].findings, number, encoding)
            yield "</div>\n"
        yield "</div>\n"


def _rows(shown: Iterable[Passage]) -> Iterator[list[Passage]]:
    """Each passage with findings begins a row, so that what follows fills the space beside its findings."""
    row: list[Passage] = []
    for passage in shown:
        if passage.findings and row:
            yield row
            row = []
        row.append(passage)
    if row:
        yield row


class _Writer:
    """Writes the passages of one file in turn; heading levels go down one step at a time below the file's own."""

    def __init__(self, file: FileReport, number: int, encoding: str) -> None:
        self._file, self._number, self._encoding = file, number, encoding
        self._level = 2

    def passage(self, passage: Passage) -> str:
        text = "".join(map(self._run, passage.runs))
        if passage.kind is BlockKind.HEADING:
            self._level = min(passage.level + 2, self._level + 1, _DEEPEST)
            return f"<h{self._level}>{text}</h{self._level}>\n"
        if passage.kind is BlockKind.QUOTE:
            return f"<blockquote><p>{text}</p></blockquote>\n"
        if label := _LABELS.get(passage.kind):
            return f'<p class="meta"><span class="label">{label}</span> {text}</p>\n'
        return f'<p class="{passage.kind}{_depth(passage)}">{text}</p>\n'

    def _run(self, run: Run) -> str:
        text = escape(run.text, self._encoding)
        if not run.findings:
            return text
        names = " ".join(identifier(self._number, index) for index in run.findings)
        mark = f'<mark class="{_gravest(self._file, run.findings)}" data-findings="{names}">{text}</mark>'
        return mark + "".join(self._reference(index) for index in run.ending)

    def _reference(self, index: int) -> str:
        name = identifier(self._number, index)
        label = escape(f"Finding {index + 1}: {self._file.findings[index].name}", self._encoding)
        return f'<a class="reference" id="words-{name}" href="#{name}" aria-label="{label}">{index + 1}</a>'


def _gravest(file: FileReport, numbers: Sequence[int]) -> str:
    order = list(Severity)
    return min((file.findings[index].severity for index in numbers), key=order.index)


def _depth(passage: Passage) -> str:
    return f" depth-{min(passage.level, 4)}" if passage.kind is BlockKind.LIST_ITEM else ""
