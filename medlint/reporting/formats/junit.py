"""For test reports: the XML of JUnit, a suite for each file, a case for each finding.

Errors and warnings are failures, findings for information are skipped cases; a file without findings is a passed case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from medlint.linting.findings import FileReport, Finding, Report, Severity
from medlint.reporting.citing import grouped
from medlint.reporting.markup import escape, tag
from medlint.reporting.options import Options
from medlint.reporting.paths import relative


def render(report: Report, options: Options) -> Iterator[str]:
    """One test suite a file."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield tag("testsuites", {"name": "medlint", **_counts(report.files)}) + "\n"
    for file in report.files:
        yield "  " + tag("testsuite", {"name": relative(file.path), **_counts([file])}, options.encoding) + "\n"
        for case in _cases(file, options):
            yield f"    {case}</testcase>\n"
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _counts(files: Iterable[FileReport]) -> dict[str, object]:
    files = list(files)
    found = [finding for file in files for finding in file.findings]
    noted = sum(finding.severity is Severity.INFO for finding in found)
    return {
        "tests": sum(max(len(file.findings), 1) for file in files),
        "failures": len(found) - noted,
        "errors": sum(file.error is not None for file in files),
        "skipped": noted,
        "time": 0,
    }


def _cases(file: FileReport, options: Options) -> Iterator[str]:
    name, encoding = relative(file.path), options.encoding
    for finding in file.findings:
        yield _case(f"{finding.code} {finding.name}", name, finding.start.line, encoding) + _outcome(finding, encoding)
    if file.error is not None:
        error = tag("error", {"type": "not-checked", "message": file.error}, encoding, closed=True)
        yield _case("medlint", name, 1, encoding) + error
    elif not file.findings:
        yield _case("medlint", name, 1, encoding)


def _case(name: str, file: str, line: int, encoding: str) -> str:
    attributes = {"name": f"{name} at line {line}", "classname": file, "file": file, "line": line, "time": 0}
    return tag("testcase", attributes, encoding)


def _outcome(finding: Finding, encoding: str) -> str:
    if finding.severity is Severity.INFO:
        return tag("skipped", {"message": finding.message}, encoding, closed=True)
    start = tag("failure", {"type": finding.severity, "message": finding.message}, encoding)
    return f"{start}{escape(_details(finding), encoding)}</failure>"


def _details(finding: Finding) -> str:
    evidence = [f"Evidence: {citation}" for citation in grouped(finding.evidence)]
    instead = [f"Instead: {finding.suggestion}"] if finding.suggestion else []
    return "\n".join([f"Line {finding.start.line}, column {finding.start.column}: {finding.text}", *evidence, *instead])
