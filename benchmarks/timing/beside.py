"""How much medlint reads in a second of one core, beside other linters, and the memory that takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from measures.tables import Cell, Table

from medlint._version import __version__
from timing.bench import NOT_MEASURED, Bench, times, words_of
from timing.cost import Measured, interleaved
from timing.forms import BESIDE, MEMORY
from timing.tools import installed

_ALL, _HALF = "medlint", "medlint, half"
_ALONE = ("--no-cache", "-j", "1")
_FILES = "all files in one call, one process (`--no-cache -j 1`)"


def measure_beside(bench: Bench) -> tuple[Table, Table]:
    """Every linter on all texts; medlint on half of them too, with no word remembered from all. Speed, and memory."""
    half = halved(bench.files)
    tools = installed(bench.tools)
    commands = {_ALL: bench.check(bench.files, *_ALONE), _HALF: bench.check(half, *_ALONE, cache="half")}
    commands |= {tool.name: tool.on(bench.files) for tool in tools if not tool.unusable}
    measured = interleaved(commands, bench.long_rounds)
    words = words_of(bench.files)
    own = beside_row((_ALL, __version__), measured[_ALL], words, _FILES)
    others = [
        beside_row((tool.name, tool.version), tool.unusable or measured[tool.name], words, tool.files) for tool in tools
    ]
    sets = {"half of the texts, the largest among them": (half, _HALF), "all texts": (bench.files, _ALL)}
    return BESIDE.table([own, *others]), MEMORY.table(_memory_rows(sets, measured))


def halved(paths: Sequence[Path]) -> list[Path]:
    """Every other file, with the largest of all in the place of the first: it takes the most memory by itself."""
    largest = max(paths, key=lambda path: path.stat().st_size)
    half = list(paths[::2])
    return half if largest in half else [largest, *half[1:]]


def beside_row(names: tuple[str, str], measured: Measured, words: int, files: str) -> tuple[Cell, ...]:
    """A linter, how fast it is, and how it was called; or why it was not measured."""
    if isinstance(measured, str):
        return (*names, None, *times(measured), f"{NOT_MEASURED}{measured}")
    return (*names, round(words / measured.middle / 1000, 1), *times(measured), files)


def _memory_rows(
    sets: Mapping[str, tuple[Sequence[Path], str]], measured: Mapping[str, Measured]
) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for title, (paths, name) in sets.items():
        sample = measured[name]
        told = f"{title}: {NOT_MEASURED}{sample}" if isinstance(sample, str) else title
        peak, rounds = (None, 0) if isinstance(sample, str) else (round(sample.peak / 1e6), len(sample.costs))
        rows.append((told, len(paths), round(words_of(paths) / 1000), peak, rounds))
    return rows
