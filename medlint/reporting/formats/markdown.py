"""For comments, wikis and job summaries: Markdown, a section for each file, an item for each finding."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.linting.findings import FileReport, Finding, Report
from medlint.reporting.citing import grouped
from medlint.reporting.markdowntext import escape
from medlint.reporting.options import Options
from medlint.reporting.paths import relative
from medlint.reporting.summary import summary
from medlint.reporting.window import excerpt


def render(report: Report, options: Options) -> Iterator[str]:
    """A heading, the run in one paragraph, then every file with findings or an error."""
    yield head(report, options)
    for file in report.files:
        if file.findings or file.error is not None:
            yield from section(file, options)


def head(report: Report, options: Options) -> str:
    """The heading, and the run in one paragraph."""
    return f"# medlint\n\n{escape(summary(report, Options()), options.encoding)}\n"


def section(file: FileReport, options: Options) -> Iterator[str]:
    """One file: its path as a heading, then its findings."""
    yield f"\n## {escape(relative(file.path), options.encoding)}\n\n"
    if file.error is not None:
        yield f"- **not checked**: {escape(file.error, options.encoding)}\n"
    for finding in file.findings:
        yield "\n".join(_item(finding, file, options)) + "\n"


def _item(finding: Finding, file: FileReport, options: Options) -> Iterator[str]:
    def safe(text: str) -> str:
        return escape(text, options.encoding)

    rule = f"{safe(finding.code)} {safe(finding.name)}"
    yield f"- **{finding.severity}** {rule}, line {finding.start.line}: {safe(finding.message)}"
    yield f"  > {_quoted(finding, file, options)}\n"
    for citation in grouped(finding.evidence):
        yield f"  - Evidence: {safe(citation)}"
    if finding.suggestion:
        yield f"  - Instead: {safe(finding.suggestion)}"


def _quoted(finding: Finding, file: FileReport, options: Options) -> str:
    parts = excerpt(finding, file.source)
    before, words, after = (escape(part, options.encoding) for part in (parts.before, parts.words, parts.after))
    # A tag, since ** is read as emphasis only beside a space.
    return f"{before}{_gap(parts.before[-1:])}<b>{words}</b>{_gap(parts.after[:1])}{after}"


def _gap(character: str) -> str:
    return " " if character.isspace() else ""
