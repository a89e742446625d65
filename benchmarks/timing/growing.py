"""Whether an article of eight times the length takes eight times as long."""

from __future__ import annotations

from pathlib import Path

from measures.tables import Cell, Table

from timing.bench import NOT_MEASURED, Bench, ratio
from timing.cost import Measured, interleaved
from timing.forms import GROWTH
from timing.texts import varied

_TIMES = 8
_REPEATED, _VARIED = "repeated", "varied in each copy"
_TINY = "An epidural steroid injection (ESI) may help some people."  # needs the abbreviation detector, as pages do


def measure_growth(bench: Bench) -> Table:
    """The longest text, eight times it, and eight copies of it that differ."""
    text = max(bench.files, key=lambda path: path.stat().st_size).read_text(encoding="utf-8")
    copies = {_REPEATED: [text] * _TIMES, _VARIED: [varied(text, copy) for copy in range(_TIMES)]}
    pages = {"tiny": _written(bench, "tiny", _TINY), "one": _written(bench, "one", text)}
    pages |= {name: _written(bench, name.split()[0], "\n\n".join(each)) for name, each in copies.items()}
    commands = {name: bench.check([path], "--no-cache", "-j", "1") for name, path in pages.items()}
    measured = interleaved(commands, bench.rounds, warm=True)
    sizes = {name: path.stat().st_size for name, path in pages.items()}
    return GROWTH.table(growth_row(name, measured, sizes) for name in copies)


def growth_row(name: str, measured: dict[str, Measured], sizes: dict[str, int]) -> tuple[Cell, ...]:
    """The article, the long form of it under `name`, and how much longer that takes."""
    tiny, one, long = measured["tiny"], measured["one"], measured[name]
    lengths = (sizes["one"] / 1000, sizes[name] / 1000)
    for each in (tiny, one, long):
        if isinstance(each, str):
            return f"{name}: {NOT_MEASURED}{each}", round(lengths[0]), None, round(lengths[1]), None, None, None
    assert not (isinstance(tiny, str) or isinstance(one, str) or isinstance(long, str))
    ratios = ratio(one.least, long.least, tiny.least)
    return name, round(lengths[0]), one.least, round(lengths[1]), long.least, *ratios


def _written(bench: Bench, name: str, text: str) -> Path:
    path = bench.work / f"growth-{name}.md"
    path.write_text(text, encoding="utf-8")
    return path
