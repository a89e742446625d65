"""Ten thousand small files: one process, two, and a run that finds all in the cache."""

from __future__ import annotations

from measures.tables import Cell, Table

from timing.bench import NOT_MEASURED, Bench
from timing.cost import Measured, interleaved
from timing.forms import MANY
from timing.texts import write_articles

_SIZE = 800  # characters of an article, the least: with its last paragraph it has about 1,000


def measure_many(bench: Bench) -> Table:
    """Each run once: they are long, and what one leaves in the cache is what another is about."""
    folder = bench.work / "many"
    write_articles(folder, bench.many, _SIZE)
    for cache in ("one", "two"):  # rules and records are parsed, and no finding kept
        interleaved({"": bench.check([next(folder.rglob("*.md"))], "--no-cache", cache=cache)}, 1)
    commands = {
        "`-j 1`, nothing cached": bench.check([folder], "-j", "1", cache="one"),
        "`-j 2`, nothing cached": bench.check([folder], "-j", "2", cache="two"),
        "`-j 1`, all cached": bench.check([folder], "-j", "1", cache="one"),
    }
    measured = interleaved(commands, 1)
    return MANY.table(many_row(name, each, bench.many) for name, each in measured.items())


def many_row(name: str, measured: Measured, count: int) -> tuple[Cell, ...]:
    """A run and what it cost."""
    if isinstance(measured, str):
        return f"{name}: {NOT_MEASURED}{measured}", None, None, None
    [cost] = measured.costs
    return name, cost.cpu, cost.wall, round(count / cost.wall)
