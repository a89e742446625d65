"""Processes that lint files side by side, each with its own linters."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.util import Finalize
from pathlib import Path
from threading import Thread

from medlint.data import PACKAGE
from medlint.errors import MedlintError
from medlint.linting import start_method
from medlint.linting.findings import FileReport
from medlint.linting.linters import Linters

_AHEAD = 4  # batches for each process that may wait to be asked for
_SAFE_PATH = "PYTHONSAFEPATH"
_GRACE = 2.0  # seconds that a process has to end by itself
_KILLED = "a process that linted was killed, perhaps for want of memory; '--jobs 1' takes least"
_linters: Linters | None = None  # of this process, where it is one of many


def lint_together(paths: Sequence[Path], linters: Linters, processes: int, size: int) -> Iterator[FileReport]:
    """The report on each file, in order; a process is handed `size` files at once.

    Raises `MedlintError` if a process is killed.
    """
    try:
        yield from _linted(paths, linters, processes, size)
    except BrokenProcessPool:
        raise MedlintError(_KILLED) from None


def _linted(paths: Sequence[Path], linters: Linters, processes: int, size: int) -> Iterator[FileReport]:
    batches = [paths[start : start + size] for start in range(0, len(paths), size)]
    due: deque[Future[list[FileReport]]] = deque()
    with _pool(linters, processes) as pool:
        for batch in batches:
            with _without_working_folder():  # a pool starts its processes as work comes in
                due.append(pool.submit(_lint, batch))
            if len(due) > processes * _AHEAD:
                yield from due.popleft().result()
        while due:
            yield from due.popleft().result()


@contextmanager
def _pool(linters: Linters, processes: int) -> Iterator[ProcessPoolExecutor]:
    """The processes, ended at once when nobody waits for their results any more."""
    context = multiprocessing.get_context("fork" if start_method.FORKS else "spawn")
    gc.freeze()  # what is there already is shared with the processes as long as nobody writes to it
    with _without_working_folder():
        pool = ProcessPoolExecutor(processes, context, initializer=_begin, initargs=(linters,))
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        gc.unfreeze()


@contextmanager
def _without_working_folder() -> Iterator[None]:
    """Have processes that are started import nothing from the working folder, where the articles are somebody else's.

    Python gives `python -c`, which starts them, that folder as the first place of modules, and hands them the places of
    this process. A forked process imports nothing anew.
    """
    if start_method.FORKS:
        yield
        return
    variable, places = os.environ.get(_SAFE_PATH), sys.path[:]
    os.environ[_SAFE_PATH] = "1"
    sys.path[:] = [place for place in places if not _is_working_folder(place)]
    try:
        yield
    finally:
        sys.path[:] = places
        os.environ.pop(_SAFE_PATH)
        if variable is not None:
            os.environ[_SAFE_PATH] = variable


def _is_working_folder(place: str) -> bool:
    """Whether a place of modules is the working folder, unless medlint itself lies there, as in a checkout."""
    here = os.path.realpath(os.curdir)
    return os.path.realpath(place) == here and here != os.path.realpath(PACKAGE.parent)


def _begin(linters: Linters) -> None:
    global _linters  # noqa: PLW0603 - a pool gives its functions no other way to what the process was started with
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    _linters = linters
    Thread(target=_end_with_parent, daemon=True).start()
    from medlint.language.remembering import keep_learned

    Finalize(None, keep_learned, exitpriority=0)  # before Python 3.13 such a process heeds nothing else at its end


def _end_with_parent() -> None:
    """End this process when the one that started it has ended, however that came: nobody else would tell it."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)  # so that what is half written is cleaned up
    time.sleep(_GRACE)
    os._exit(1)


def _lint(paths: Sequence[Path]) -> list[FileReport]:
    if _linters is None:
        raise RuntimeError("a process that lints was started without linters")
    return [_linters.of(path).check_file(path) for path in paths]
