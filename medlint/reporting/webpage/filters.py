"""The form that narrows the page to some severities and families; the script of the page makes it work and visible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from medlint.linting.findings import Report, Severity
from medlint.reporting.markup import escape


def filters(report: Report, encoding: str) -> Iterator[str]:
    """A checkbox for every severity and family that occurs, with the number of its findings."""
    found = [finding for file in report.files for finding in file.findings]
    severities = Counter(finding.severity for finding in found)
    families = Counter(finding.family for finding in found)
    yield '<form class="filters" aria-label="Filter findings" hidden>\n'
    yield _group("severity", {name: severities[name] for name in Severity if severities[name]}, encoding)
    yield _group("family", dict(sorted(families.items())), encoding)
    yield f'<p role="status" class="shown" data-total="{len(found)}"></p>\n</form>\n'


def _group(name: str, counts: dict[str, int] | dict[Severity, int], encoding: str) -> str:
    boxes = "".join(_box(name, str(value), counted, encoding) for value, counted in counts.items())
    return f"<fieldset><legend>{name.capitalize()}</legend>{boxes}</fieldset>\n"


def _box(name: str, value: str, counted: int, encoding: str) -> str:
    safe = escape(value, encoding)
    label = safe.replace("-", " ").capitalize()
    return f'<label><input type="checkbox" name="{name}" value="{safe}" checked> {label} ({counted})</label>'
