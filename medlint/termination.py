"""Signals that end the process: what must not be left behind is cleaned up first."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGQUIT") if hasattr(signal, name))
_pending: list[tuple[int, Callable[[], object]]] = []  # what to call, and the process that it belongs to


@contextmanager
def cleaning_up(clean: Callable[[], object]) -> Iterator[None]:
    """Call `clean` if a signal ends this process inside the block; it then dies by that signal, as a shell expects.

    A forked process does not clean up after the one that it was forked from. A signal that is ignored, as under nohup,
    or that has a handler already stays as it is; so do all outside the main thread.
    """
    entry = (os.getpid(), clean)
    _pending.append(entry)
    _replace_handlers(signal.SIG_DFL, _die)
    try:
        yield
    finally:
        _pending.remove(entry)
        if not _pending:
            _replace_handlers(_die, signal.SIG_DFL)


def _replace_handlers(old: object, new: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    if threading.current_thread() is not threading.main_thread():
        return
    for number in _SIGNALS:
        if signal.getsignal(number) is old:
            signal.signal(number, new)


def _die(number: int, _frame: FrameType | None) -> None:
    for process, clean in reversed(_pending):
        if process == os.getpid():
            with contextlib.suppress(Exception):
                clean()
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
