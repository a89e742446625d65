"""Guidelines that disagree are known to disagree."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.evidence.disputes import controversies_about, guidelines, opposed
from medlint.evidence.inventory import Inventory
from medlint.evidence.models import ConceptRecord, Recommendation
from medlint.evidence.problems import Problem


def disagreements_are_told(inventory: Inventory) -> Iterator[Problem]:
    """Clinical recommendations for and against the same, for the same patients, have a controversy that tells of it."""
    database = inventory.database
    told: set[tuple[str, str]] = set()
    for _, concept in inventory.every(ConceptRecord):
        on_it = [record for record in database.every(Recommendation) if concept.id in record.interventions]
        for one, other in opposed(guidelines(on_it, database), database.conditions):
            parties = {one.id, other.id, one.source, other.source}
            if (one.id, other.id) in told or controversies_about(parties, concept.id, database):
                continue
            told.add((one.id, other.id))
            message = f"'{other.id}' is against '{concept.id}', '{one.id}' for it; no controversy tells of it"
            yield inventory.entries[other.id].problem(message, "direction")
