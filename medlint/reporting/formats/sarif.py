"""For code scanning: SARIF 2.1.0, one run, with the rules that were in force."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from medlint.linting.findings import Report
from medlint.reporting.jsontext import array, dump
from medlint.reporting.options import Options
from medlint.reporting.paths import relative
from medlint.reporting.rule_help import rule_help
from medlint.reporting.sariflog.notifications import DESCRIPTORS, notifications
from medlint.reporting.sariflog.results import ROOT, location, results
from medlint.reporting.sariflog.rules import descriptor
from medlint.reporting.sariflog.selection import Selection, select

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
VERSION = "2.1.0"
CATEGORY = "medlint/"  # tells the log from those of other tools for the same commit


def render(report: Report, options: Options) -> Iterator[str]:  # noqa: ARG001 - every format takes options
    """The log as one JSON object, one line a result; columns and offsets are in UTF-16 code units."""
    selection = select(report)
    rules = rule_help(each.placed.finding for each in selection.kept)
    yield f'{{"$schema": {dump(SCHEMA)}, "version": {dump(VERSION)}, "runs": [{{\n'
    for key, value in _run(report, selection).items():
        yield f'"{key}": {dump(value)},\n'
    driver = {"name": "medlint", "version": report.tool_version, "semanticVersion": report.tool_version}
    yield '"tool": {"driver": ' + dump(driver | {"notifications": DESCRIPTORS})[:-1] + ', "rules": '
    yield from array(map(descriptor, rules.values()))
    yield f'}}, "extensions": {dump(_extensions(report))}}},\n"results": '
    yield from array(results(selection.kept, {code: index for index, code in enumerate(rules)}))
    yield "}]}\n"


def _run(report: Report, selection: Selection) -> dict[str, Any]:
    whole = all(file.error is None for file in report.files)
    said = list(notifications(report, selection.left_out))
    return {
        "columnKind": "utf16CodeUnits",
        "defaultEncoding": "utf-8",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "automationDetails": {"id": CATEGORY},
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder in which medlint was run."}}},
        "invocations": [{"executionSuccessful": whole, "toolExecutionNotifications": said}],
        "artifacts": [_artifact(path) for path in dict.fromkeys(relative(file.path) for file in report.files)],
    }


def _artifact(path: str) -> dict[str, Any]:
    return {"location": location(path), "roles": ["analysisTarget"]}


def _extensions(report: Report) -> list[dict[str, Any]]:
    """The data that the verdicts rest on."""
    return [
        {"name": f"medlint {name}", "version": data.version, "properties": {"digest": data.digest}}
        for name, data in report.data.items()
    ]
