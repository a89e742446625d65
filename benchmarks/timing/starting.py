"""What it costs to start, and to check one small page."""

from __future__ import annotations

import secrets
import shutil
import string
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from measures.tables import Table

from timing.bench import NOT_MEASURED, Bench, times
from timing.cost import Command, Measured, Sample, interleaved
from timing.forms import START
from timing.texts import article

_SIZE = 1000  # characters
_NEW = {"a new word": "{}", "a new word with a slash": "{}/5"}  # spaCy is asked for the second


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
    new = bench.work / "new.md"
    for kind, form in _NEW.items():
        measured[f"`medlint check --no-cache`, with {kind}"] = _each_time(
            bench.check([new], "--no-cache"), bench.rounds, partial(_write_with_new_word, new, form)
        )
    measured["`medlint check`, the first of all"] = _each_time(
        bench.check([page], cache="empty"),
        bench.long_rounds,
        lambda: shutil.rmtree(bench.work / "empty", ignore_errors=True),
    )
    return START.table((_named(name, each), *times(each)) for name, each in measured.items())


def _write_with_new_word(page: Path, form: str) -> None:
    """A page with a word that no page had before."""
    word = form.format("".join(secrets.choice(string.ascii_lowercase) for _ in range(12)))
    page.write_text(f"{article(1, _SIZE)}\nThe word of the day is {word}.\n", encoding="utf-8")


def _each_time(command: Command, rounds: int, prepare: Callable[[], None]) -> Measured:
    """What a command costs that needs something to be put in place before each run."""
    samples: list[Sample] = []
    for _ in range(rounds):
        prepare()
        one = interleaved({"": command}, 1)[""]
        if isinstance(one, str):
            return one
        samples.append(one)
    return Sample(tuple(cost for sample in samples for cost in sample.costs))


def _named(name: str, measured: Measured) -> str:
    return f"{name}: {NOT_MEASURED}{measured}" if isinstance(measured, str) else name
