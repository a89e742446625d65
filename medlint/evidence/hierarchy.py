"""How concepts stand to one another: the same, broader, narrower, and how many steps apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Fit(StrEnum):
    """How a record's concept stands to the article's."""

    EXACT = "exact"
    OPEN = "open"  # one of the two names none, so nothing sets them apart
    BROADER = "broader"  # the record's is wider: what holds for it holds for the article's
    NARROWER = "narrower"  # the record's is one sort of what the article speaks of


RANK: Mapping[Fit, int] = {Fit.EXACT: 0, Fit.OPEN: 0, Fit.BROADER: 1, Fit.NARROWER: 2}


class Kin(NamedTuple):
    """The relation of one concept to another, `steps` apart."""

    fit: Fit
    steps: int

    @property
    def order(self) -> tuple[int, int]:
        """A sort key: exact, then broader, then narrower, nearest first."""
        return RANK[self.fit], self.steps


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """For every concept, all it is related to, closest first. Cycles do no harm."""

    kin: Mapping[str, Mapping[str, Kin]]
    _above: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        above = {
            concept: tuple(other for other, kin in related.items() if kin.fit is not Fit.NARROWER)
            for concept, related in self.kin.items()
        }
        object.__setattr__(self, "_above", above)

    @classmethod
    def of(cls, broader: Mapping[str, Iterable[str]]) -> Hierarchy:
        """The hierarchy in which `broader` gives the next wider concepts of each concept."""
        narrower: dict[str, list[str]] = {}
        for concept, parents in broader.items():
            for parent in parents:
                narrower.setdefault(parent, []).append(concept)
        return cls({concept: _kin(concept, broader, narrower) for concept in broader})

    def of_concept(self, concept: str) -> Mapping[str, Kin]:
        """What is related to `concept`; an unknown one is related to itself alone."""
        return self.kin.get(concept) or {concept: Kin(Fit.EXACT, 0)}

    def relate(self, article: str, record: str) -> Kin | None:
        """How `record`'s concept stands to `article`'s, or `None` where neither contains the other."""
        return self.of_concept(article).get(record)

    def ancestors(self, concept: str) -> tuple[str, ...]:
        """The concept itself, then its broader concepts, nearest first."""
        return self._above.get(concept) or (concept,)


def _kin(concept: str, up: Mapping[str, Iterable[str]], down: Mapping[str, Iterable[str]]) -> dict[str, Kin]:
    found = {concept: Kin(Fit.EXACT, 0)}
    for fit, links in ((Fit.BROADER, up), (Fit.NARROWER, down)):
        edge, steps = [concept], 0
        while edge:
            steps += 1
            edge = [other for member in edge for other in links.get(member, ()) if other not in found]
            for other in edge:
                found.setdefault(other, Kin(fit, steps))
    return found
