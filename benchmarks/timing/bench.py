"""What the measures share: where they work, on what, how often, and how medlint is called."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from measures.tables import Cell

from timing.cost import Command, Measured
from timing.texts import words_in

NOT_MEASURED = "not measured: "


@dataclass(frozen=True)
class Bench:
    """A folder to work in, the texts, the folder of other linters, and the rounds of short and of long runs."""

    work: Path
    texts: Path
    tools: Path
    rounds: int
    long_rounds: int
    many: int = 10_000

    @cached_property
    def files(self) -> list[Path]:
        """The texts, in order of name."""
        return sorted(path for path in self.texts.rglob("*") if path.suffix in (".md", ".txt"))

    def check(self, paths: Sequence[Path], *options: str, cache: str = "cache") -> Command:
        """`medlint check` of files, as shipped; findings or none, both are a run that did its work."""
        fixed = ("-q", "--isolated", "--fail-on", "never", "--format", "concise")
        return self.medlint("check", *map(str, paths), *fixed, *options, cache=cache)

    def medlint(self, *arguments: str, cache: str = "cache") -> Command:
        """Run medlint in a process of its own, with a cache folder of this measurement."""
        return Command((sys.executable, "-m", "medlint", *arguments), (0,), self.environment(cache), self.work)

    def environment(self, cache: str = "cache") -> dict[str, str]:
        """What tells medlint of a cache folder of this measurement."""
        return {"MEDLINT_CACHE_DIR": str(self.work / cache)}


def words_of(paths: Sequence[Path]) -> int:
    """How many words the files have together."""
    return sum(words_in(path.read_text(encoding="utf-8", errors="replace")) for path in paths)


def times(measured: Measured) -> tuple[Cell, ...]:
    """Median, least, and how many rounds; dashes where there is nothing."""
    if isinstance(measured, str):
        return None, None, 0
    return measured.middle, measured.least, len(measured.costs)
