"""For GitHub Actions: workflow commands that become annotations, the gravest first.

GitHub shows so many annotations of each level for a step and drops the rest without a word; the rest is listed in the
log, and `left_out` gives it to whoever writes the job summary.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from medlint.linting.findings import Finding, Report, Severity
from medlint.reporting.citing import grouped
from medlint.reporting.formats import markdown
from medlint.reporting.options import Options
from medlint.reporting.paths import relative
from medlint.reporting.ranking import Placed, gravest_first, only
from medlint.reporting.terminal import inert, printable
from medlint.reporting.units import utf16

SHOWN = 10  # annotations of one level that GitHub shows for a step
SUMMARY_BYTES = 1_000_000  # a job summary may hold 1 MiB a step
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, options: Options) -> Iterator[str]:
    """One command a finding, as many as GitHub shows; then the rest as lines of the log."""
    errors = [file for file in report.files if file.error is not None]
    for file in errors:
        properties = {"file": relative(file.path), "title": "medlint: not checked"}
        yield _command("error", properties, file.error or "", options)
    shown, rest = _parted(report)
    for each in shown:
        yield _annotation(each, options)
    if rest:
        counted = f"{len(rest)} more finding{'s' if len(rest) > 1 else ''}"
        yield _command("notice", {"title": "medlint"}, f"{counted} in the log of this step", options)
    for each in rest:
        yield _log_line(each, options)


def left_out(report: Report) -> Iterator[str]:
    """The run, and what GitHub shows no annotation for, as Markdown for a job summary; nothing where it shows all."""
    shown, rest = _parted(report)
    if rest:
        yield from _within_size(_summary(report, len(shown), rest))


def _summary(report: Report, shown: int, rest: list[Placed]) -> Iterator[str]:
    yield markdown.head(report, Options())
    yield f"\n{shown} findings are shown as annotations; these {len(rest)} are not:\n"
    for file in only(report, rest).files:
        yield from markdown.section(file, Options())


def _within_size(pieces: Iterable[str]) -> Iterator[str]:
    size = 0
    for piece in pieces:
        size += len(piece.encode("utf-8", "surrogatepass"))
        if size > SUMMARY_BYTES:
            yield "\nThe rest is in the log of this step: a job summary can hold no more.\n"
            return
        yield piece


def _parted(report: Report) -> tuple[list[Placed], list[Placed]]:
    """The findings that GitHub shows, and the rest; one notice is kept for saying that there are more."""
    taken = Counter(error=sum(file.error is not None for file in report.files), notice=1)
    shown: list[Placed] = []
    rest: list[Placed] = []
    for each in gravest_first(report):
        level = LEVELS[each.finding.severity]
        taken[level] += 1
        (shown if taken[level] <= SHOWN else rest).append(each)
    return shown, rest


def _annotation(each: Placed, options: Options) -> str:
    finding, units = each.finding, utf16(each.file.source)
    properties = {
        "file": relative(each.file.path),
        "line": str(finding.start.line),
        "endLine": str(finding.end.line),
        "title": f"{finding.code} {finding.name}",
    }
    if finding.start.line == finding.end.line:  # columns over several lines make GitHub refuse the annotation
        properties |= {"col": str(units.column(finding.start)), "endColumn": str(units.column(finding.end))}
    return _command(LEVELS[finding.severity], properties, _message(finding), options)


def _message(finding: Finding) -> str:
    instead = [f"Instead: {finding.suggestion}"] if finding.suggestion else []
    return "\n".join([finding.message, *(f"Evidence: {each}" for each in grouped(finding.evidence)), *instead])


def _command(level: str, properties: dict[str, str], message: str, options: Options) -> str:
    fields = ",".join(f"{key}={_property(value, options)}" for key, value in properties.items())
    lines = (_data(printable(line, options.encoding)) for line in message.split("\n"))
    return f"::{level} {fields}::{'%0A'.join(lines)}\n"


def _property(value: str, options: Options) -> str:
    return _data(printable(value, options.encoding)).replace(":", "%3A").replace(",", "%2C")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _log_line(each: Placed, options: Options) -> str:
    finding = each.finding
    place = f"{relative(each.file.path)}:{finding.start.line}:{finding.start.column}"
    line = printable(f"- {place}: {finding.severity} {finding.code} {finding.message}", options.encoding)
    return inert(line) + "\n"
