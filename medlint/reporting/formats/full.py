"""For people: each finding with its sentence, the evidence it rests on and an honest wording."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.linting.findings import FileReport, Finding, Report
from medlint.reporting.citing import grouped
from medlint.reporting.frame import frame
from medlint.reporting.layout import wrap
from medlint.reporting.options import Options
from medlint.reporting.terminal import SEVERITY_COLORS, inert, paint, printable

INDENT = "  "


def render(report: Report, options: Options) -> Iterator[str]:
    """One paragraph for each finding, in the order of the report, an empty line after each."""
    for file in report.files:
        for finding in file.findings:
            yield inert("\n".join(_lines(file, finding, options))) + "\n\n"


def _lines(file: FileReport, finding: Finding, options: Options) -> Iterator[str]:
    yield _header(file, finding, options)
    yield wrap(finding.message, options, first=INDENT, rest=INDENT)
    yield ""
    yield from frame(finding, file.source, options)
    if finding.evidence or finding.suggestion:
        yield ""
    for citation in grouped(finding.evidence):
        yield _labelled("evidence", citation, options)
    if finding.suggestion:
        yield _labelled("instead", finding.suggestion, options)


def _header(file: FileReport, finding: Finding, options: Options) -> str:
    place = f"{printable(file.path, options.encoding)}:{finding.start.line}:{finding.start.column}"
    severity = paint(f"[{finding.severity}]", options, fg=SEVERITY_COLORS[finding.severity], bold=True)
    rule = printable(f"{finding.code} {finding.name}", options.encoding)  # from a cache that others may have written
    return f"{paint(place, options, bold=True)} {rule} {severity}"


def _labelled(label: str, text: str, options: Options) -> str:
    first = f"{INDENT}{label + ':':<10}"
    body = wrap(text, options, first=first, rest=" " * len(first))
    return INDENT + paint(f"{label}:", options, dim=True) + body[len(INDENT) + len(label) + 1 :]
