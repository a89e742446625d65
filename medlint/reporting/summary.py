"""The run in one paragraph, for people."""

from __future__ import annotations

from medlint.linting.findings import Report, Severity
from medlint.reporting.options import Options
from medlint.reporting.terminal import SEVERITY_COLORS, paint


def summary(report: Report, options: Options) -> str:
    """Files, findings by severity, sentences, claims, and how many of these the database covers; one line."""
    failed = sum(file.error is not None for file in report.files)
    files = f"{_count(len(report.files) - failed, 'file')} checked"
    if failed:
        files += f", {failed} could not be"
    findings = ", ".join(_severity(severity, report.count(severity), options) for severity in Severity)
    return f"{files}: {findings}. {_coverage(report)}"


def _severity(severity: Severity, count: int, options: Options) -> str:
    text = f"{count} info" if severity is Severity.INFO else _count(count, severity)
    return paint(text, options, fg=SEVERITY_COLORS[severity], bold=True) if count else text


def _coverage(report: Report) -> str:
    sentences = sum(file.sentences for file in report.files)
    claims = sum(file.claims for file in report.files)
    covered = sum(file.covered for file in report.files)
    missing = sum(file.not_covered for file in report.files)
    read = f"{_count(sentences, 'sentence')}, {_count(claims, 'claim')}"
    return f"{read}: {covered} covered by the database, {missing} not." if claims else f"{read}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
