"""For editors: one page for any browser, the articles with their words marked and the findings beside them."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.linting.findings import Report
from medlint.reporting.options import Options
from medlint.reporting.webpage.page import page


def render(report: Report, options: Options) -> Iterator[str]:
    """The page, self-contained; what an encoding other than UTF-8 lacks is written as character references."""
    yield from page(report, options.encoding)
