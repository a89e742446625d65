"""Ctrl-C during a long run: it ends behind the file at hand, and what was found so far is reported."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

T = TypeVar("T")


class Interrupt:
    """Whether the user has asked for the end; `cut_short` once that left something undone."""

    def __init__(self) -> None:
        self._asked = False
        self.cut_short = False

    def until(self, members: Iterable[T]) -> Iterator[T]:
        """The members, up to the interrupt."""
        for member in members:
            if self._asked:
                self.cut_short = True
                return
            yield member

    def ask(self, _signal: int, _frame: FrameType | None) -> None:
        """End at the next chance; asked a second time, at once."""
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self._asked = True


@contextmanager
def interruptible() -> Iterator[Interrupt]:
    """Take interrupts as a wish to end, until the block ends; outside the main thread they stay what they are."""
    interrupt = Interrupt()
    if threading.current_thread() is not threading.main_thread():
        yield interrupt
        return
    before = signal.signal(signal.SIGINT, interrupt.ask)
    try:
        yield interrupt
    finally:
        signal.signal(signal.SIGINT, before)
