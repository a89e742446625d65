"""A progress bar where somebody waits for many files: on a terminal that shows nothing else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from medlint.cli.interrupting import Interrupt
    from medlint.linting.findings import FileReport

FEWEST = 50  # files that are worth a bar


def watched(interrupt: Interrupt, reports: Iterator[FileReport], total: int) -> Iterator[FileReport]:
    """The reports as they come up to an interrupt, with a bar on standard error where one helps."""
    if total < FEWEST or not _is_wanted():
        yield from interrupt.until(reports)
        return
    with click.progressbar(reports, length=total, label="Linting", show_pos=True, file=sys.stderr) as bar:
        yield from interrupt.until(bar)


def _is_wanted() -> bool:
    """Whether standard error is a terminal, and findings do not pass on it; a machine that builds is none."""
    return sys.stderr.isatty() and not sys.stdout.isatty() and not os.environ.get("CI")
