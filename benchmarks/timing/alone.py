"""What linting files takes by itself, in one process that has started and met their words before.

Run as `python -m timing.alone ROUNDS FILE...`: prints the least processor seconds of each file as a JSON list. In each
round the files take turns.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from medlint.cli.main import collect_rarely
from medlint.linting.linter import Linter
from timing.cost import environment, last_line

_FOLDER = Path(__file__).parent.parent


def least_seconds(paths: Sequence[Path], rounds: int, own: Mapping[str, str]) -> list[float] | str:
    """The least seconds of linting each file, measured in a process with an environment of its `own`; or why not."""
    command = [sys.executable, "-m", "timing.alone", str(rounds), *map(str, paths)]
    ended = subprocess.run(command, cwd=_FOLDER, env=environment() | own, capture_output=True, check=False)
    if ended.returncode:
        return last_line(ended.stderr, ended.returncode)
    seconds: list[float] = json.loads(ended.stdout)
    return seconds


def _measured(paths: Sequence[str], rounds: int) -> list[float]:
    collect_rarely()  # as the command line does
    linter = Linter()
    for path in paths:
        linter.check_file(path)
    taken = [[_seconds(linter, path) for path in paths] for _ in range(rounds)]
    return [min(each) for each in zip(*taken, strict=True)]


def _seconds(linter: Linter, path: str) -> float:
    started = time.process_time()
    report = linter.check_file(path)
    if report.error:
        raise SystemExit(report.error)
    return time.process_time() - started


if __name__ == "__main__":
    print(json.dumps(_measured(sys.argv[2:], int(sys.argv[1]))))
