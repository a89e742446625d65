"""How fast medlint is: start-up, words a second beside other linters, growth, memory, many files.

`python benchmarks/speed.py` measures and prints the tables; `--format markdown` and `json` are for pages and programs,
`--write FILE` puts the tables between the markers of a Markdown file. It takes some minutes. Times are seconds of a
processor, in rounds that take turns; the figures are of the machine that they were measured on.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from measures.marked import is_marked, put_between_markers
from measures.tables import Table, as_json, as_markdown, as_text
from timing.bench import Bench, words_of
from timing.beside import measure_beside
from timing.growing import measure_growth
from timing.machine import machine
from timing.many import measure_many
from timing.starting import measure_start
from timing.texts import write_articles

from medlint._version import __version__

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT.parent / "shared" / "benchmark" / "trusted"
MEASURES: tuple[Callable[[Bench], Table | tuple[Table, ...]], ...] = (
    measure_start,
    measure_beside,
    measure_growth,
    measure_many,
)


def main(arguments: list[str] | None = None) -> int:
    """Measure and print or write; 0 when that is done, 2 when it cannot be."""
    options = _options(arguments)
    if options.write and not is_marked(options.write):
        print(f"speed: nothing written: no markers in {options.write}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="medlint-speed-") as work:
        bench = _bench(Path(work), options)
        if not bench.files:
            print(f"speed: no .md or .txt file in {bench.texts}", file=sys.stderr)
            return 2
        head = _head(bench, options.texts is None and not TEXTS.is_dir())
        tables = _tables(bench)
    if options.write:
        put_between_markers(options.write, "".join(_markdown(head, tables)))
    elif options.format == "json":
        sys.stdout.write(as_json(tables, head))
    elif options.format == "markdown":
        sys.stdout.writelines(_markdown(head, tables))
    else:
        sys.stdout.writelines(line for table in tables for line in (f"\n{table.title}\n", *as_text(table)))
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="a folder of texts; default: ../shared/benchmark/trusted or made-up")
    parser.add_argument("--tools", type=Path, help="where the other linters are or go; default: a temporary folder")
    parser.add_argument("--rounds", type=int, default=7, help="of short runs; default: 7")
    parser.add_argument("--long-rounds", type=int, default=2, help="of runs over all texts; default: 2")
    parser.add_argument("--format", choices=("table", "markdown", "json"), default="table")
    parser.add_argument("--write", type=Path, metavar="FILE", help="a Markdown file with the markers of the figures")
    return parser.parse_args(arguments)


def _bench(work: Path, options: argparse.Namespace) -> Bench:
    """What to measure on; without any texts, on 300 made-up ones of 6 to 7 KB."""
    texts = options.texts or TEXTS
    if not options.texts and not TEXTS.is_dir():
        texts = work / "texts"
        write_articles(texts, 300, 6000)
    tools = options.tools or work / "tools"
    return Bench(work, texts.resolve(), tools.resolve(), options.rounds, options.long_rounds)


def _tables(bench: Bench) -> list[Table]:
    tables: list[Table] = []
    for measure in MEASURES:
        print(f"speed: {measure.__name__.replace('_', ' ')}", file=sys.stderr)
        made = measure(bench)
        tables.extend(made if isinstance(made, tuple) else (made,))
    return tables


def _head(bench: Bench, made_up: bool) -> dict[str, object]:
    """What was measured, when, on what."""
    texts = "made-up articles" if made_up else "texts"
    size = {"texts": f"{len(bench.files):,} {texts}, {words_of(bench.files):,} words"}
    return {"date": date.today().isoformat(), "medlint": __version__, **size, **machine()}


def _markdown(head: dict[str, object], tables: Sequence[Table]) -> Iterator[str]:
    yield f"Measured on {head['date']}: medlint {head['medlint']}, {head['texts']}; {head['processor']}, "
    yield f"{head['cores']} cores, {head['system']}, Python {head['python']}, spaCy {head['spacy']}, "
    yield f"Node.js {head['node']}.\n\n"
    yield from as_markdown(tables)


if __name__ == "__main__":
    sys.exit(main())
