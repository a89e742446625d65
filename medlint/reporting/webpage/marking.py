"""An article as passages of text in which the words of findings are told from the rest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

from medlint.documents.decoding import format_of
from medlint.documents.model import Block, BlockKind
from medlint.documents.position import Format
from medlint.documents.reading import parse
from medlint.linting.findings import FileReport, Finding


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text, the findings whose words it belongs to and those whose words end with it, by number from 0."""

    text: str
    findings: tuple[int, ...] = ()
    ending: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of an article. `findings` are those whose words are marked in it, by number from 0."""

    kind: BlockKind
    level: int
    runs: tuple[Run, ...]
    findings: tuple[int, ...] = ()


def passages(file: FileReport) -> Iterator[Passage]:
    """The prose of an article, block by block, read again from its source as the linter read it."""
    document = parse(file.source, format_of(Path(file.path)) or Format.TEXT, file.path)
    found = _by_block(document.blocks, file.findings)
    for index, block in enumerate(document.blocks):
        numbers = found.get(index, ())
        places = _Places(block)
        spans = [(number, *places.span(file.findings[number])) for number in numbers]
        runs = tuple(_runs(block.text, spans))
        yield Passage(block.kind, block.level, runs, tuple(sorted(number for run in runs for number in run.ending)))


def _by_block(blocks: Sequence[Block], findings: Sequence[Finding]) -> dict[int, list[int]]:
    """The numbers of the findings that begin in each block, by the block's index."""
    pieces = sorted((part.start, index) for index, block in enumerate(blocks) for part in block.segments)
    starts = [start for start, _ in pieces]
    found: dict[int, list[int]] = {}
    for number, finding in enumerate(findings):
        place = bisect_right(starts, finding.start.offset) - 1
        if place >= 0:
            found.setdefault(pieces[place][1], []).append(number)
    return found


class _Places:
    """Places in the text of one block for offsets in the source."""

    def __init__(self, block: Block) -> None:
        self._parts = block.segments
        self._starts = [part.start for part in block.segments]
        self._before = list(accumulate((len(part.text) for part in block.segments), initial=0))

    def span(self, finding: Finding) -> tuple[int, int]:
        """The place of a finding's words; a segment that maps as a whole is taken whole."""
        first = max(bisect_right(self._starts, finding.start.offset) - 1, 0)
        last = max(bisect_left(self._starts, finding.end.offset) - 1, first)
        return self._at(first, finding.start.offset, 0), self._at(last, finding.end.offset, 1)

    def _at(self, index: int, offset: int, side: int) -> int:
        part, before = self._parts[index], self._before[index]
        if len(part.text) != part.end - part.start:
            return before + side * len(part.text)
        return before + min(max(offset - part.start, 0), len(part.text))


def _runs(text: str, spans: Iterable[tuple[int, int, int]]) -> Iterator[Run]:
    waiting = sorted((span for span in spans if span[1] < span[2]), key=lambda span: span[1], reverse=True)
    active: list[tuple[int, int, int]] = []
    for start, end in pairwise(sorted({0, len(text), *(edge for _, *ends in waiting for edge in ends)})):
        active = [span for span in active if span[2] > start]
        while waiting and waiting[-1][1] <= start:
            active.append(waiting.pop())
        numbers = sorted(span[0] for span in active)
        yield Run(text[start:end], tuple(numbers), tuple(sorted(span[0] for span in active if span[2] == end)))
