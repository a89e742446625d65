"""The hierarchy of concepts has no cycle."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.evidence.inventory import Inventory
from medlint.evidence.models import ConceptRecord
from medlint.evidence.problems import Problem


def no_concept_is_broader_than_itself(inventory: Inventory) -> Iterator[Problem]:
    """Following the broader concepts never leads back; each cycle is reported once, at its first concept by name."""
    for entry, concept in inventory.every(ConceptRecord):
        cycle = _way_back(concept.id, inventory)
        if cycle and concept.id == min(cycle):
            yield entry.problem(f"broader than itself: {' > '.join((*cycle, concept.id))}", "broader")


def _way_back(start: str, inventory: Inventory) -> tuple[str, ...]:
    """A shortest way up from a concept to itself, without its end, or nothing."""
    concepts = inventory.database.concepts
    seen: set[str] = set()
    ways: list[tuple[str, ...]] = [(start,)]
    while ways:
        way = ways.pop(0)
        for broader in concepts[way[-1]].broader if way[-1] in concepts else ():
            if broader == start:
                return way
            if broader not in seen:
                seen.add(broader)
                ways.append((*way, broader))
    return ()
