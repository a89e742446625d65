"""Facts can be looked up, and have been looked at lately."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.evidence.inventory import Inventory
from medlint.evidence.models import Recommendation, Record
from medlint.evidence.problems import Problem

_NOWHERE = re.compile(
    r"\W*(?:n/?a|none|no|not (?:given|stated|known|specified|seen)|unknown|unspecified|unstated|tb[dc]|see source)?\W*",
    re.IGNORECASE,
)


def recommendations_have_a_locator(inventory: Inventory) -> Iterator[Problem]:
    """Every recommendation says where it stands in its source."""
    for entry, record in inventory.every(Recommendation):
        if _NOWHERE.fullmatch(record.locator) or "section not given" in record.locator.casefold():
            yield entry.problem(f"locator '{record.locator}' does not say where in the source", "locator")


def nothing_is_overdue(inventory: Inventory) -> Iterator[Problem]:
    """Nothing is past the date by which it was to be looked at again."""
    for entry, record in inventory.every(Record):
        due = getattr(record, "review_by", None)
        if due is not None and due < inventory.today:
            yield entry.problem(f"'{record.id}' was to be reviewed by {due}", "review_by", severity="warning")
    for file, info in inventory.described:
        if info.review_by < inventory.today:
            yield Problem(file, 1, f"the database was to be reviewed by {info.review_by}", "warning")
