"""What linting files takes by itself, in one process that has started and met their words before.

Run as `python -m timing.alone ROUNDS FILE...`: prints the least processor seconds of each file as a JSON list. In each
round the files take turns.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from medlint.linting.linter import Linter

_FOLDER = Path(__file__).parent.parent


def least_seconds(paths: Sequence[Path], rounds: int, environment: Mapping[str, str]) -> list[float] | str:
    """The least seconds of linting each file, measured in a process of its own; or why that failed."""
    command = [sys.executable, "-m", "timing.alone", str(rounds), *map(str, paths)]
    ended = subprocess.run(
        command, cwd=_FOLDER, env=os.environ | environment, capture_output=True, text=True, check=False
    )
    if ended.returncode:
        return f"exit {ended.returncode}: {ended.stderr.strip().splitlines()[-1:]}"
    seconds: list[float] = json.loads(ended.stdout)
    return seconds


def _measured(paths: Sequence[str], rounds: int) -> list[float]:
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
