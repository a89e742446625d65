"""An intervention with records has all that an article about it is judged by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from medlint.evidence.hierarchy import Fit
from medlint.evidence.inventory import Inventory
from medlint.evidence.matching import Match
from medlint.evidence.models import ConceptRecord, Record
from medlint.evidence.problems import Entry, Problem
from medlint.language.concepts import ConceptKind


def interventions_have_recommendations(inventory: Inventory) -> Iterator[Problem]:
    """A recommendation applies, or an explicit gap says that none was found."""
    for entry, name in _spoken_of(inventory):
        found = (*inventory.database.recommendations(name), *inventory.database.gaps(name))
        if not _holds(found):
            message = f"no recommendation applies to '{name}', nor a no_recommendation"
            yield entry.problem(message, severity="warning")


def interventions_have_harms(inventory: Inventory) -> Iterator[Problem]:
    """At least one harm applies."""
    for entry, name in _spoken_of(inventory):
        if not _holds(inventory.database.harms(name)):
            yield entry.problem(f"no harm of '{name}' is recorded", severity="warning")


def interventions_have_wording(inventory: Inventory) -> Iterator[Problem]:
    """At least one honest wording applies."""
    for entry, name in _spoken_of(inventory):
        if not _holds(inventory.database.wording(name)):
            yield entry.problem(f"no honest wording for '{name}' is recorded", severity="warning")


def _spoken_of(inventory: Inventory) -> Iterator[tuple[Entry, str]]:
    """The interventions that some record names."""
    records = inventory.database.records.values()
    named = {name for record in records for name in getattr(record, "interventions", ())}
    for entry, concept in inventory.every(ConceptRecord):
        if concept.kind is ConceptKind.INTERVENTION and concept.id in named:
            yield entry, concept.id


def _holds(matches: Iterable[Match[Record]]) -> bool:
    """Whether any of the records is on the intervention itself or a broader one."""
    return any(match.intervention is not Fit.NARROWER for match in matches)
