"""Many files over many processes: reports come back in the order of the files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter

from medlint.linting import start_method
from medlint.linting.findings import FileReport
from medlint.linting.linters import Linters

_PAYS_AFTER = 0.5 if start_method.FORKS else 5.0  # seconds of work that make a second process worth its start
_LOADED, _ALL = 1e-9, float("inf")  # seconds: up to the first file that is linted, and without end
_ENOUGH = {None: _PAYS_AFTER, 1: _ALL}  # by the number of processes that are asked for
BATCH = 16  # files that are handed over at once


def lint_each(paths: Iterable[Path], linters: Linters, jobs: int | None) -> Iterator[FileReport]:
    """The report on each file, in order.

    `jobs` processes share the work; with None as many as the machine has cores, once there has been enough work to
    make it worth while and there are files left. Raises `MedlintError` if a process is killed.
    """
    waiting = iter(paths)
    yield from _alone(waiting, linters, _ENOUGH.get(jobs, _LOADED))
    rest = list(waiting)
    processes = min(jobs or _cores(), -(-len(rest) // BATCH)) if start_method.starts_safely() else 1
    if processes <= 1:
        yield from _alone(iter(rest), linters, _ALL)
    else:
        from medlint.linting.processes import lint_together  # only where more than one pays

        yield from lint_together(rest, linters, processes, BATCH)


def _alone(paths: Iterator[Path], linters: Linters, seconds: float) -> Iterator[FileReport]:
    """The reports of this process, until they have taken that many seconds."""
    spent = 0.0
    while spent < seconds and (path := next(paths, None)) is not None:
        started = perf_counter()
        report = linters.of(path).check_file(path)
        spent += perf_counter() - started if report.timing else 0.0
        yield report


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
