"""Tries the tests of `tests/fuzzing` with fresh seeds until time is up, and says how many examples ran and what failed.

`python benchmarks/campaign.py --minutes 30 --seed 7` takes one area after another: configuration, rule packs, git
states and so on. A test that fails is shown once, with what it failed on, and left out of later rounds. The exit code
is 1 where anything failed.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests" / "fuzzing"
_PREFIX = "test_fuzzing_"
_EXAMPLES = re.compile(r"(\d+) passing(?: examples)?, (\d+) failing")
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)
_ENDED = (0, 1, 5)  # exit codes of pytest: all passed, some failed, none was left to run
_HANG = 1_800  # seconds: a round takes half a minute, or some more where it looks for the smallest failure
_SHOWN = 6_000  # characters of a failure


@dataclass
class Area:
    """The tests of one module: how many examples they tried, and those that failed by name."""

    module: Path
    examples: int = 0
    failed: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What is fuzzed, as the module is named."""
        return self.module.stem.removeprefix(_PREFIX).replace("_", " ")

    def round(self, seed: int) -> str:
        """Try each test that has not failed yet; what there is to say of those that fail now."""
        command = [
            sys.executable,
            "-m",
            "pytest",
            str(self.module),
            "-q",
            "-n",
            "0",
            "--tb=short",
            "-p",
            "no:cacheprovider",
        ]
        command += ["--hypothesis-profile=round", f"--hypothesis-seed={seed}", "--hypothesis-show-statistics"]
        command += [f"--deselect={name}" for name in self.failed]
        try:
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=_HANG)
        except subprocess.TimeoutExpired as hung:
            return self._broken(seed, f"{hung}")
        self.examples += sum(int(found[1]) + int(found[2]) for found in _EXAMPLES.finditer(done.stdout))
        new = [name for name in _FAILED.findall(done.stdout) if name not in self.failed]
        self.failed += new
        if new:
            return f"seed {seed}: {', '.join(new)}\n{_failures(done.stdout)}"
        if done.returncode in _ENDED:
            return ""
        return self._broken(seed, f"exit {done.returncode}\n{(done.stdout + done.stderr)[-_SHOWN:]}")

    def _broken(self, seed: int, what: str) -> str:
        """Say that a round ended otherwise than by a test that failed: it hung or was killed, or nothing could run."""
        self.failed.append(f"the round of seed {seed}")
        return f"{self.failed[-1]} in {self.name}: {what}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz for the time given, and until the round is over; 1 where anything failed."""
    options = _options(arguments)
    modules = sorted(TESTS.glob(f"{_PREFIX}*.py"))
    areas = [area for area in map(Area, modules) if not options.area or area.name in options.area]
    until = time.monotonic() + options.minutes * 60
    for seed, area in _turns(areas, options.seed):
        if time.monotonic() > until:
            break
        if told := area.round(seed):
            print(told, flush=True)
    for area in areas:
        print(f"{area.name}: {area.examples:,} examples, {len(area.failed) or 'nothing'} failed")
    return 1 if any(area.failed for area in areas) else 0


def _turns(areas: Sequence[Area], seed: int) -> Iterator[tuple[int, Area]]:
    for fresh in count(seed):
        yield from ((fresh, area) for area in areas)


def _failures(output: str) -> str:
    """The part of what pytest says that shows what failed, and on what."""
    body = output.partition("= FAILURES =")[2].partition("Hypothesis Statistics")[0] or output
    return body if len(body) < _SHOWN else f"{body[: _SHOWN // 2]}\n[...]\n{body[-_SHOWN // 2 :]}"


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1, help="of the first round; each further one takes the next")
    names = [module.stem.removeprefix(_PREFIX).replace("_", " ") for module in sorted(TESTS.glob(f"{_PREFIX}*.py"))]
    parser.add_argument("--area", action="append", choices=names, help="only this; may be given more than once")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
