"""What a SARIF log says of the run itself: files that could not be checked, findings that it has no room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from medlint.linting.findings import Report, Severity
from medlint.reporting.sariflog.results import location

NOT_CHECKED, LEFT_OUT = "not-checked", "left-out"


def _descriptor(identifier: str, summary: str, what_to_do: str) -> dict[str, Any]:
    return {
        "id": identifier,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": summary},
        "help": {"text": what_to_do},
    }


DESCRIPTORS = [
    _descriptor(NOT_CHECKED, "A file could not be checked.", "Mend the file, or leave it out of the run."),
    _descriptor(LEFT_OUT, "There are more findings than a log is to hold.", "Lint fewer files, or write JSON."),
]


def notifications(report: Report, left_out: Counter[Severity]) -> Iterator[dict[str, Any]]:
    """One notification for every file with an error, and one for all findings that were left out."""
    for file in report.files:
        if file.error is not None:
            where = [{"physicalLocation": {"artifactLocation": location(file.path)}}]
            yield _notification(NOT_CHECKED, "error", file.error) | {"locations": where}
    if total := left_out.total():
        counts = ", ".join(
            f"{left_out[severity]} of severity {severity}" for severity in Severity if left_out[severity]
        )
        yield _notification(LEFT_OUT, "warning", f"{total} findings were left out: {counts}. The JSON report has all.")


def _notification(identifier: str, level: str, text: str) -> dict[str, Any]:
    index = next(number for number, each in enumerate(DESCRIPTORS) if each["id"] == identifier)
    return {"descriptor": {"id": identifier, "index": index}, "level": level, "message": {"text": text}}
