"""What it costs to start, and to check one small page."""

from __future__ import annotations

import shutil
import sys

from measures.tables import Table

from timing.bench import NOT_MEASURED, Bench, times
from timing.cost import Command, Measured, Sample, interleaved
from timing.forms import START
from timing.texts import article

_SIZE = 1000  # characters


def measure_start(bench: Bench) -> Table:
    """Python, the language library, and medlint from `--version` to the first check of all."""
    page = bench.work / "small.md"
    page.write_text(article(1, _SIZE), encoding="utf-8")
    python = (sys.executable, "-c")
    commands = {
        "`python -c pass`": Command((*python, "pass")),
        '`python -c "import spacy"`': Command((*python, "import spacy")),
        "`medlint --version`": bench.medlint("--version"),
        "`medlint check`, found in the cache": bench.check([page]),
        "`medlint check --no-cache`": bench.check([page], "--no-cache"),
    }
    measured: dict[str, Measured] = interleaved(commands, bench.rounds, warm=True)
    measured["`medlint check`, the first of all"] = _first(bench, bench.check([page], cache="empty"))
    return START.table((_named(name, each), *times(each)) for name, each in measured.items())


def _first(bench: Bench, command: Command) -> Measured:
    """Again and again with a cache folder that is not there."""
    samples: list[Sample] = []
    for _ in range(bench.long_rounds):
        shutil.rmtree(bench.work / "empty", ignore_errors=True)
        one = interleaved({"": command}, 1)[""]
        if isinstance(one, str):
            return one
        samples.append(one)
    return Sample(tuple(cost for sample in samples for cost in sample.costs))


def _named(name: str, measured: Measured) -> str:
    return f"{name}: {NOT_MEASURED}{measured}" if isinstance(measured, str) else name
