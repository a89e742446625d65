"""Looks for texts that crash medlint, hang it, or make it point at the wrong place.

`python benchmarks/fuzz.py --seconds 60 --target whole` makes pages of the fragments in `fuzzing/fragments.yaml` and of
raw bytes, by chance from a seed or, where atheris is installed (`pip install atheris`), by what code they reach.
`--keep FOLDER` keeps the pages that failed and the corpus of atheris. The exit code is 1 where anything failed.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

try:
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]
except ImportError:
    atheris = None

with atheris.instrument_imports(include=["medlint"]) if atheris and "--random" not in sys.argv else nullcontext():
    from fuzzing.targets import TARGETS
    from fuzzing.watch import Watch

SIZES = (8, 30, 100, 400)  # bytes of an input


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz for the time given; 1 where anything failed."""
    options = _options(arguments)
    if options.keep:
        (options.keep / "corpus").mkdir(parents=True, exist_ok=True)
    watch, until = Watch(options.target, options.keep), time.monotonic() + options.seconds
    if atheris and not options.random:
        _by_coverage(watch, until, options)
    chance = random.Random(options.seed)
    while time.monotonic() < until:
        watch(chance.randbytes(chance.choice(SIZES)))
    print(watch.summary())
    return 1 if watch.failures else 0


def _by_coverage(watch: Watch, until: float, options: argparse.Namespace) -> None:
    """Let atheris choose the inputs; it never comes back, so the process ends in here."""

    def one(data: bytes) -> None:
        watch(data)
        if time.monotonic() > until:
            print(watch.summary(), flush=True)
            os._exit(1 if watch.failures else 0)

    limits = [f"-seed={options.seed}", f"-max_len={max(SIZES)}", "-len_control=0", "-timeout=3600", "-rss_limit_mb=0"]
    corpus = [str(options.keep / "corpus")] if options.keep else []
    atheris.Setup([sys.argv[0], *limits, *corpus], one)
    atheris.Fuzz()


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--target", choices=TARGETS, default="whole")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--random", action="store_true", help="choose by chance even where atheris is installed")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
