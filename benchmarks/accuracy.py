"""How accurate medlint is: all measures, in one table.

`python benchmarks/accuracy.py [BENCHMARK]` measures by the labelled texts in the folder BENCHMARK and by the project's
own labelled sentences, skips what is absent, and prints the table; `--format markdown` and `json` add what lies behind
the figures. `--write FILE` puts all of it between the markers of a Markdown file.
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from measures.details import details
from measures.headline import headline
from measures.marked import is_marked, put_between_markers
from measures.results import Results, measure
from measures.tables import as_json, as_markdown, as_text

from medlint._version import __version__

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
NEEDED = ("pages.jsonl", "releases.jsonl", "trusted", "negation.tsv")


def main(arguments: list[str] | None = None) -> int:
    """Measure and print or write; 0 when that is done, 2 when it cannot be."""
    options = _options(arguments)
    absent = [name for name in NEEDED if not (options.benchmark / name).exists()]
    if options.write and (absent or not is_marked(options.write)):
        why = f"{', '.join(absent)} absent from {options.benchmark}" if absent else f"no markers in {options.write}"
        print(f"accuracy: nothing written: {why}", file=sys.stderr)
        return 2
    if absent:
        print(f"accuracy: skipped, absent from {options.benchmark}: {', '.join(absent)}", file=sys.stderr)
    results = measure(options.benchmark, TESTS)
    head = _head(results, options.benchmark)
    if options.write:
        put_between_markers(options.write, "".join(_markdown(results, head)))
    elif options.format == "json":
        sys.stdout.write(as_json([headline(results), *details(results)], head))
    else:
        sys.stdout.writelines(_markdown(results, head) if options.format == "markdown" else as_text(headline(results)))
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = ROOT.parent / "shared" / "benchmark"
    parser.add_argument("benchmark", nargs="?", type=Path, default=default, help="default: ../shared/benchmark")
    parser.add_argument("--format", choices=("table", "markdown", "json"), default="table")
    parser.add_argument("--write", type=Path, metavar="FILE", help="a Markdown file with the markers of the figures")
    return parser.parse_args(arguments)


def _head(results: Results, benchmark: Path) -> dict[str, object]:
    """What was measured, when, on what."""
    database, rules = results.engine.database, results.engine.rules_version
    return {
        "date": date.today().isoformat(),
        "medlint": __version__,
        "claims_db": {"version": database.info.version, "digest": database.digest},
        "rules": {"version": rules.version, "digest": rules.digest},
        "benchmark": _digest(benchmark),
        "python": platform.python_version(),
    }


def _digest(folder: Path) -> str:
    """The first 16 hex digits of the sha256 over the names and bytes of the files of the benchmark."""
    total = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        total.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return total.hexdigest()[:16]


def _markdown(results: Results, head: dict[str, object]) -> Iterator[str]:
    database, rules = results.engine.database, results.engine.rules_version
    yield f"Measured on {head['date']}: medlint {__version__}, claims database {database.info.version} "
    yield f"(digest {database.digest}), rules {rules.version} (digest {rules.digest}), benchmark data with digest "
    yield f"{head['benchmark']}, Python {head['python']}.\n\n"
    yield from as_markdown([headline(results), *details(results)])


if __name__ == "__main__":
    sys.exit(main())
