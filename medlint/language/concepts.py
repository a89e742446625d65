"""The concepts that an article may name, as the language layer sees them: names and how they match.

The claims database fills these in; this module knows nothing of evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ConceptKind(StrEnum):
    """What sort of thing a concept is."""

    INTERVENTION = "intervention"
    CONDITION = "condition"
    OUTCOME = "outcome"
    HARM = "harm"
    CONSERVATIVE_CARE = "conservative-care"
    SOURCE = "source"


class Seriousness(StrEnum):
    """How bad a harm is for the person who suffers it."""

    MINOR = "minor"
    SERIOUS = "serious"
    CATASTROPHIC = "catastrophic"


@dataclass(frozen=True, slots=True)
class AmbiguousAlias:
    """A name that means the concept only when one of `near` stands in the same block, heading or title."""

    alias: str
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing that articles name. Aliases are singular; plural, spelling and hyphen variants match by themselves."""

    id: str
    kind: ConceptKind
    name: str
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[AmbiguousAlias, ...] = ()
    decoys: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    invasive: bool = False
    seriousness: Seriousness | None = None
    duration: str | None = None
    generic: bool = False  # an intervention too general to be a topic where a particular one is at hand ("medicine")
    counts: bool = True  # conservative care: False for what must not count, such as bed rest


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All concepts by identifier."""

    concepts: Mapping[str, Concept] = field(default_factory=dict)
    _above: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def ancestors(self, concept: str) -> tuple[str, ...]:
        """The concept itself, then its broader concepts, nearest first, each once."""
        if concept not in self._above:
            self._above[concept] = self._found_above(concept)
        return self._above[concept]

    def _found_above(self, concept: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        queue = [concept]
        while queue:
            current = queue.pop(0)
            if current in found:
                continue
            found[current] = None
            if current in self.concepts:
                queue.extend(self.concepts[current].broader)
        return tuple(found)
