"""Keeps watch over one target: what fails on which page, and which page takes long for its length."""

from __future__ import annotations

import signal
import time
import traceback
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import FrameType

from fuzzing.pages import PROSE, page
from fuzzing.targets import TARGETS
from medlint.documents.position import Format

HANG = 20.0  # seconds of CPU after which reading is broken off
SLACK = 16  # times what a character of ordinary prose takes is what one of any page may take, but
FLOOR = 0.5  # seconds are nothing to speak of
_KEPT = 3  # inputs of each failure
_ROUNDS = 10  # of the prose, because clocks of CPU time may be coarse


@dataclass
class Watch:
    """Tries inputs on a target; `failures` counts each failure, `worst` is the page that came nearest its limit."""

    target: str
    keep: Path | None = None
    runs: int = 0
    worst: tuple[float, float, str] = (0.0, 0.0, "")  # times the limit, seconds, page
    failures: dict[str, int] = field(default_factory=dict)
    pace: float = 0.0  # seconds that a character of ordinary prose takes

    def __post_init__(self) -> None:
        signal.signal(signal.SIGVTALRM, _break_off)
        self._timed(Format.MARKDOWN, PROSE)  # what is worked out once a process
        self.pace = sum(self._timed(Format.MARKDOWN, PROSE * _ROUNDS) for _ in range(3)) / (3 * _ROUNDS * len(PROSE))

    def __call__(self, data: bytes) -> None:
        """Try one input."""
        format, source = page(data, self.target)
        self.runs += 1
        try:
            seconds = self._timed(format, source)
        except Exception as error:
            self._failed(format, source, _told(error))
            return
        excess = seconds / max(FLOOR, SLACK * self.pace * len(source))
        self.worst = max(self.worst, (excess, seconds, source))
        if excess > 1:
            self._failed(format, source, "slow")

    def summary(self) -> str:
        """What was found."""
        excess, seconds, source = self.worst
        failed = "\n".join(f"{times} times {what}" for what, times in self.failures.items())
        return (
            f"{self.target}: {self.runs:,} pages read, {self.pace * 1e6:.1f} µs a character of prose\n"
            f"slowest: {seconds:.2f} s, {excess:.2f} of its limit, {len(source)} characters: {source[:80]!r}\n"
            f"{failed or 'nothing failed'}"
        )

    def _timed(self, format: Format, source: str) -> float:
        started = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, HANG)
        try:
            TARGETS[self.target](format, source)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        return time.process_time() - started

    def _failed(self, format: Format, source: str, what: str) -> None:
        self.failures[what] = self.failures.get(what, 0) + 1
        if self.keep and self.failures[what] <= _KEPT:
            raw = source.encode("utf-8", "surrogateescape")
            name = f"failed-{self.target}-{format}-{sha256(raw).hexdigest()[:12]}"
            (self.keep / name).write_bytes(raw)


def _told(error: Exception) -> str:
    at = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(at.filename).name}:{at.lineno}: {str(error)[-200:]}"


def _break_off(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"more than {HANG:.0f} seconds")
