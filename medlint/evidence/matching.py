"""Which records apply to what an article speaks of, and how closely.

A record on a concept applies to the concept itself and to narrower ones: what holds for any spinal injection holds for
an epidural one. Where an article names only the broad concept, records on narrower ones apply too, ranked last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from medlint.evidence.hierarchy import RANK, Fit, Hierarchy, Kin
from medlint.evidence.models import Duration, Record

ANY_CONDITION = "any-condition"
ANY_OUTCOME = "any-outcome"
FARTHEST = 99  # steps to a wildcard, behind every concept that is named

OPEN = Kin(Fit.OPEN, 0)
R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Match(Generic[R_co]):
    """A record that applies, and how its intervention and condition stand to the article's. `steps` sums both.

    `away` is whether it is from another country than those whose guidelines come first.
    """

    record: R_co
    intervention: Fit = Fit.OPEN
    condition: Fit = Fit.OPEN
    steps: int = 0
    away: bool = False

    @property
    def order(self) -> tuple[bool, bool, int, int, int, int, str]:
        """A sort key: exact records first, then broader ones (nearer first), then narrower; then by identifier.

        Of those that hold for all that the article names, exact or broader, the ones from home come before others.
        """
        treated, suffered = RANK[self.intervention], RANK[self.condition]
        worst = max(treated, suffered)
        return worst == RANK[Fit.NARROWER], self.away, worst, treated, suffered, self.steps, self.record.id


def matched(record: R, treated: Kin, suffered: Kin, away: bool = False) -> Match[R]:
    """The match of a record whose intervention and condition stand so to the article's."""
    return Match(record, treated.fit, suffered.fit, treated.steps + suffered.steps, away)


def ranked(matches: Iterable[Match[R]]) -> tuple[Match[R], ...]:
    """Matches in their order."""
    return tuple(sorted(matches, key=lambda match: match.order))


def together(one: Duration | None, other: Duration | None) -> bool:
    """Whether two durations can hold at once: only acute and chronic cannot."""
    return {one, other} != {Duration.ACUTE, Duration.CHRONIC}


@dataclass(frozen=True, slots=True)
class Conditions:
    """The conditions of the database: how they are related and, where their definition tells, how long they lasted."""

    hierarchy: Hierarchy
    durations: Mapping[str, Duration]
    depths: Mapping[str, int]

    @classmethod
    def of(cls, hierarchy: Hierarchy, stated: Mapping[str, Duration]) -> Conditions:
        """Conditions that last as `stated`, else as the nearest broader one that is."""
        above = {condition: hierarchy.ancestors(condition) for condition in hierarchy.kin}
        nearest = {
            name: next((stated[other] for other in others if other in stated), None) for name, others in above.items()
        }
        durations = {name: duration for name, duration in nearest.items() if duration}
        return cls(hierarchy, durations, {name: len(others) for name, others in above.items()})

    def duration(self, condition: str) -> Duration | None:
        """How long a condition has lasted by definition, its own or that of the nearest broader one."""
        return self.durations.get(condition)

    def depth(self, conditions: Iterable[str]) -> int:
        """How far down the hierarchy the most general of some conditions is; lowest for "any condition"."""
        return min(self.depths.get(condition, 0) for condition in conditions)

    def fit(
        self,
        article: Iterable[str],
        record: Iterable[str],
        held: Duration = Duration.ANY,
        lasting: Duration | None = None,
    ) -> Kin | None:
        """How a record's conditions stand to an article's, or `None` where the record does not apply.

        `held` is the record's duration; `lasting` the article's, where its conditions do not tell. An article without
        a condition is open to every record, the most general first.
        """
        named = tuple(article)
        if not named:
            lasted = self._lasted(record, held, lasting)
            return Kin(Fit.OPEN, self.depth(lasted)) if lasted else None
        kins = (
            self._relate(mine, theirs)
            for mine in named
            for theirs in self._lasted(record, held, self.duration(mine) or lasting)
        )
        return min((kin for kin in kins if kin), key=lambda kin: kin.order, default=None)

    def _lasted(self, record: Iterable[str], held: Duration, lasting: Duration | None) -> list[str]:
        """Those of a record's conditions that can have lasted as long as the article's."""
        if not together(lasting, held):
            return []
        return [condition for condition in record if together(lasting, self.duration(condition))]

    def _relate(self, article: str, record: str) -> Kin | None:
        if record == ANY_CONDITION != article:
            return Kin(Fit.BROADER, FARTHEST)
        return self.hierarchy.relate(article, record)


def outcome_fit(hierarchy: Hierarchy, article: str | None, record: str) -> Kin | None:
    """How a record's outcome stands to an article's; an article without one is open to every record."""
    if article is None:
        return OPEN
    if record == ANY_OUTCOME != article:
        return Kin(Fit.BROADER, FARTHEST)
    return hierarchy.relate(article, record)
