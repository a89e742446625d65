"""Whether an article of eight times the length takes eight times as long."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from measures.tables import Cell, Table

from timing.alone import least_seconds
from timing.bench import NOT_MEASURED, Bench
from timing.cost import Measured, interleaved
from timing.forms import GROWTH
from timing.texts import varied

_TIMES = 8
_REPEATED, _VARIED = "repeated", "varied in each copy"
_NONE = (None, None, None)
_MORE = 5  # rounds of linting alone for one round of whole runs: they are short


def measure_growth(bench: Bench) -> Table:
    """The longest text, eight times it, and eight copies of it that differ."""
    text = max(bench.files, key=lambda path: path.stat().st_size).read_text(encoding="utf-8")
    copies = {_REPEATED: [text] * _TIMES, _VARIED: [varied(text, copy) for copy in range(_TIMES)]}
    pages = {"one": _written(bench, "one", text)}
    pages |= {name: _written(bench, name.split()[0], "\n\n".join(each)) for name, each in copies.items()}
    commands = {name: bench.check([path], "--no-cache", "-j", "1") for name, path in pages.items()}
    whole = interleaved(commands, bench.rounds, warm=True)
    alone = least_seconds([*pages.values()], bench.rounds * _MORE, bench.environment())
    apart = alone if isinstance(alone, str) else dict(zip(pages, alone, strict=True))
    sizes = {name: path.stat().st_size for name, path in pages.items()}
    return GROWTH.table(growth_row(name, whole, apart, sizes) for name in copies)


def growth_row(
    name: str, whole: Mapping[str, Measured], alone: Mapping[str, float] | str, sizes: Mapping[str, int]
) -> tuple[Cell, ...]:
    """The article, its long form under `name`, and how much longer that takes: in whole runs, and to lint alone."""
    one, long = whole["one"], whole[name]
    lengths = round(sizes["one"] / 1000), round(sizes[name] / 1000)
    reason = next((each for each in (one, long, alone) if isinstance(each, str)), None)
    runs = _NONE if isinstance(one, str) or isinstance(long, str) else _grown(one.least, long.least)
    seconds = _NONE if isinstance(alone, str) else _grown(alone["one"], alone[name])
    return f"{name}: {NOT_MEASURED}{reason}" if reason else name, *lengths, *runs, *seconds


def _grown(small: float, large: float) -> tuple[float, float, float]:
    return small, large, large / small


def _written(bench: Bench, name: str, text: str) -> Path:
    path = bench.work / f"growth-{name}.md"
    path.write_text(text, encoding="utf-8")
    return path
