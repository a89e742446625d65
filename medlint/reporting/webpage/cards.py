"""Findings on the HTML page: what is wrong, the evidence, a wording that would be honest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from medlint.linting.findings import FileReport, Finding
from medlint.reporting.citing import grouped
from medlint.reporting.markup import escape


def identifier(file: int, finding: int) -> str:
    """The anchor of a finding, by the number of its file and its own, both from 0."""
    return f"finding-{file + 1}-{finding + 1}"


def cards(
    file: FileReport, numbers: Iterable[int], file_number: int, encoding: str, *, marked: bool = True
) -> Iterator[str]:
    """A list of findings, given by their numbers from 0, with links to their words where those are `marked`."""
    yield '<ol class="cards" role="list">\n'
    for index in numbers:
        name = identifier(file_number, index)
        yield _card(file.findings[index], index, name, encoding, f"words-{name}" if marked else None)
    yield "</ol>\n"


def plain_cards(findings: Iterable[Finding], encoding: str) -> Iterator[str]:
    """A list of findings that no words are marked for."""
    yield '<ul class="cards" role="list">\n'
    for finding in findings:
        where = f"line {finding.start.line}: “{' '.join(finding.text.split())}”"
        yield f'<li class="card {finding.severity}">{_head(finding, encoding)} {escape(where, encoding)}</p>'
        yield f"{_reason(finding, encoding)}{_body(finding, encoding)}</li>\n"
    yield "</ul>\n"


def _reason(finding: Finding, encoding: str) -> str:
    if finding.suppression is None:
        return ""
    until = f" (until {finding.suppression.until})" if finding.suppression.until else ""
    reason = escape(finding.suppression.reason + until, encoding)
    return f'<p class="message"><span class="label">Suppressed because</span> {reason}</p>'


def _card(finding: Finding, index: int, name: str, encoding: str, words: str | None) -> str:
    filters = f'data-severity="{escape(finding.severity)}" data-family="{escape(finding.family, encoding)}"'
    number = f'<span class="number">{index + 1}</span>'
    line = f"line {finding.start.line}"
    where = f'<a href="#{words}">{line}</a>' if words else line
    head = _head(finding, encoding, f"{number} ")
    return (
        f'<li class="card {finding.severity}" id="{name}" {filters}>{head} {where}</p>{_body(finding, encoding)}</li>\n'
    )


def _head(finding: Finding, encoding: str, before: str = "") -> str:
    severity = f'<strong class="severity">{finding.severity.capitalize()}</strong>'
    rule = f'<span class="rule">{escape(f"{finding.code} {finding.name}", encoding)}</span>'
    return f'<p class="head">{before}{severity} {rule}'


def _body(finding: Finding, encoding: str) -> str:
    parts = [f'<p class="message">{escape(finding.message, encoding)}</p>']
    if finding.suggestion:
        wording = escape(finding.suggestion, encoding)
        parts.append(f'<p class="instead"><span class="label">{finding.suggestion_label}</span> {wording}</p>')
    if finding.evidence:
        parts.append(_evidence(finding, encoding))
    return "".join(parts)


def _evidence(finding: Finding, encoding: str) -> str:
    """Folded, so that long quotations do not tear the article apart."""
    sources = list(grouped(finding.evidence, most=len(finding.evidence)))
    counted = f"{len(sources)} source{'' if len(sources) == 1 else 's'}"
    items = "".join(f"<li>{escape(source, encoding)}</li>" for source in sources)
    return f"<details><summary>Evidence: {counted}</summary><ul>{items}</ul></details>"
