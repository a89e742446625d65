"""What a program costs: seconds of a processor, seconds by the clock, and the most memory it held."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

_RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes; the other systems count in KiB


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run, with all processes that it started and waited for; `peak` is that of the largest, in bytes.

    A peak is never less than what the measuring process holds itself, from which the run was forked.
    """

    cpu: float
    wall: float
    peak: int


class RunError(Exception):
    """A program ended otherwise than it should; the message is the last line it said."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program to be measured: `exits` are the codes of a run that did its work, all codes where there are none."""

    arguments: tuple[str, ...]
    exits: tuple[int, ...] = (0,)
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None


def run(command: Command) -> Cost:
    """Run a program to its end. Raises `RunError` if it cannot be started or fails."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        try:
            process = subprocess.Popen(
                command.arguments,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                cwd=command.folder,
                env=environment() | command.environment,
            )
        except OSError as error:
            raise RunError(str(error)) from None
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode < 0 or (command.exits and process.returncode not in command.exits):
            said.seek(0)
            raise RunError(last_line(said.read(), process.returncode))
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * _RSS_UNIT)


def environment() -> dict[str, str]:
    """That of this process, but that Python keeps compiled modules, as it does for everybody by default."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def last_line(said: bytes, code: int) -> str:
    """How a program ended, and the last line that it said."""
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return f"exit {code}: {lines[-1][:200] if lines else 'nothing said'}"


@dataclass(frozen=True, slots=True)
class Sample:
    """The costs of the same run, again and again."""

    costs: tuple[Cost, ...]

    @property
    def middle(self) -> float:
        """Median of the processor seconds."""
        return median(cost.cpu for cost in self.costs)

    @property
    def least(self) -> float:
        """Least of the processor seconds: what the run costs where nothing else disturbs it."""
        return min(cost.cpu for cost in self.costs)

    @property
    def peak(self) -> int:
        """The median of the memory held, in bytes."""
        return int(median(cost.peak for cost in self.costs))


Measured = Sample | str  # or why it could not be measured


def interleaved(commands: Mapping[str, Command], rounds: int, *, warm: bool = False) -> dict[str, Measured]:
    """Every command once, then every command again: what disturbs the machine for a while falls on all alike.

    `warm` runs each once more before, uncounted. A command that fails is not tried again: its reason stands in place of
    its costs.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    failed: dict[str, str] = {}
    for number in range(-int(warm), rounds):
        for name, command in commands.items():
            if name in failed:
                continue
            try:
                cost = run(command)
            except RunError as error:
                failed[name] = str(error)
                continue
            if number >= 0:
                costs[name].append(cost)
    return {name: failed.get(name) or Sample(tuple(costs[name])) for name in commands}
