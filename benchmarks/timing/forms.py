"""The form of each table: its title and columns, and what they mean. The figures come from the run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from measures.tables import Cell, Table

_GROWN = ("whole run, CPU seconds", "linting alone, CPU seconds")
_BESIDE = ("thousand words a second", "CPU seconds, median", "least", "rounds", "a run over all files")


@dataclass(frozen=True, slots=True)
class Form:
    """A table without rows."""

    key: str
    title: str
    columns: tuple[str, ...]
    note: str

    def table(self, rows: Iterable[tuple[Cell, ...]]) -> Table:
        """The table with these rows."""
        return Table(self.key, self.title, self.columns, tuple(rows), self.note)


START = Form(
    "start",
    "Start-up and one page of 1 KB",
    ("run", "CPU seconds, median", "least", "rounds"),
    "The first two rows are what Python itself and the language library cost on this machine. `--no-cache` lints anew; "
    "rules, records and how known words part into tokens still come from the cache. A plain word that no page had "
    "before needs no language library, one with a slash does. The last row finds an empty cache folder.",
)
BESIDE = Form(
    "beside",
    "Words a second on one core, beside other linters",
    ("linter", "version", *_BESIDE),
    "Words divided by the median of CPU seconds, start-up included. From its second round on medlint has met all words "
    "before. The linters do different work: none of the others reads sentences for what they claim, and medlint does "
    "not look for style.",
)
GROWTH = Form(
    "growth",
    "One article, and eight times its length",
    ("article", "KB", "KB of eight", *(column for each in _GROWN for column in (each, "of eight", "ratio"))),
    "The least of several rounds. Whole runs begin with the start of a process; linting alone is timed within one that "
    "has read the same page before, so that neither start-up nor what is learned of new words counts. Time in "
    "proportion to length is a ratio of 8 of linting alone. In the varied copies figures and a tenth of the longer "
    "words are others, so that no sentence is quite like one in another copy.",
)
MEMORY = Form(
    "memory",
    "Memory over many files",
    ("texts", "files", "thousand words", "peak MB", "rounds"),
    "Peak of resident memory of one process (`-j 1 --no-cache`), median of the rounds. The largest file is in both "
    "sets.",
)
MANY = Form(
    "many",
    "10,000 small files",
    ("run", "CPU seconds", "seconds by the clock", "files a second"),
    "Made-up articles of about 1 KB, all different. The first two runs begin with a cache without findings and fill "
    "it; the third finds all of them there. Seconds by the clock are comparable within this table only.",
)
FORMS = (START, BESIDE, MEMORY, GROWTH, MANY)
