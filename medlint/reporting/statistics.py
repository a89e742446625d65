"""Where a run spent its time, and on what: for whoever tunes rules or wonders about a slow page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from medlint.linting.findings import Report
from medlint.reporting.terminal import printable

_SLOWEST = 10  # files that are named


def statistics(report: Report) -> Iterator[str]:
    """Lines: findings and seconds by rule, the dearest first; then how many files were linted anew, the slowest named.

    Where nothing was linted anew there are no seconds to tell: findings alone are counted, the most first.
    """
    counts = Counter(finding.code for file in report.files for finding in file.findings)
    seconds: Counter[str] = Counter()
    timed = [(file.timing, file.path) for file in report.files if file.timing]
    for timing, _ in timed:
        seconds.update(timing.rules)
    yield f"{'rule':<8} {'findings':>8}" + (f" {'seconds':>8}" if timed else "")
    for code in sorted({*counts, *seconds}, key=lambda code: (-seconds[code], -counts[code], code)):
        yield f"{code:<8} {counts[code]:>8}" + (f" {seconds[code]:>8.3f}" if timed else "")
    yield ""
    yield f"{len(timed)} of {len(report.files)} files linted in {sum(t.seconds for t, _ in timed):.3f} seconds"
    if len(timed) < len(report.files):
        yield "the others are unchanged: seconds are of what was linted anew (--no-cache lints everything)"
    for timing, path in sorted(timed, key=lambda each: -each[0].seconds)[:_SLOWEST]:
        yield f"{timing.seconds:>8.3f} {printable(path)}"
