"""The claims database in memory: its records by identifier, and what applies to an intervention and a condition.

Every look-up answers with matches, the closest first, in an order that depends on the content alone.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from medlint.errors import UsageError
from medlint.evidence.hierarchy import Hierarchy, Kin
from medlint.evidence.matching import OPEN, Conditions, Match, matched, outcome_fit, ranked
from medlint.evidence.models import (
    ConceptRecord,
    Contraindication,
    Controversy,
    DatabaseInfo,
    Duration,
    Evidence,
    HarmRecord,
    Misattribution,
    NoRecommendation,
    Recommendation,
    Record,
    RedFlag,
    Regulation,
    Requirement,
    Source,
    Wording,
)
from medlint.evidence.naming import vocabulary
from medlint.evidence.similar import hint
from medlint.language.concepts import Vocabulary

Treating = (
    Recommendation
    | NoRecommendation
    | Evidence
    | HarmRecord
    | Requirement
    | Contraindication
    | Regulation
    | Controversy
    | Wording
    | Misattribution
)
Conditional = Recommendation | Evidence | Wording | Misattribution
A = TypeVar("A", bound=Record)
T = TypeVar("T", bound=Treating)
C = TypeVar("C", bound=Conditional)
V = TypeVar("V")

_REMEMBERED = 4096  # look-ups


@dataclass(frozen=True, slots=True)
class Database:
    """Everything the claims database holds. `digest` is of the content it was read from.

    `home` are the jurisdictions whose guidelines and regulators come first where several records apply alike.
    """

    info: DatabaseInfo
    digest: str
    sources: Mapping[str, Source]
    concepts: Mapping[str, ConceptRecord]
    records: Mapping[str, Record]
    home: tuple[str, ...] = ()
    hierarchy: Hierarchy = field(init=False, repr=False, compare=False)
    conditions: Conditions = field(init=False, repr=False, compare=False)
    _kinds: Mapping[type[Record], tuple[Record, ...]] = field(init=False, repr=False, compare=False)
    _treating: Mapping[tuple[type[Record], str], list[Record]] = field(init=False, repr=False, compare=False)
    _treated_ids: frozenset[str] = field(init=False, repr=False, compare=False)
    _memory: dict[Hashable, Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        kinds: dict[type[Record], list[Record]] = {}
        treating: dict[tuple[type[Record], str], list[Record]] = {}
        for record in self.records.values():
            kinds.setdefault(type(record), []).append(record)
            for intervention in getattr(record, "interventions", ()):
                treating.setdefault((type(record), intervention), []).append(record)
        hierarchy = Hierarchy.of({name: concept.broader for name, concept in self.concepts.items()})
        durations = {name: concept.duration for name, concept in self.concepts.items() if concept.duration}
        object.__setattr__(self, "hierarchy", hierarchy)
        object.__setattr__(self, "conditions", Conditions.of(hierarchy, durations))
        object.__setattr__(
            self, "_kinds", {kind: tuple(sorted(records, key=self._away)) for kind, records in kinds.items()}
        )
        object.__setattr__(self, "_treating", treating)
        object.__setattr__(self, "_treated_ids", frozenset(intervention for _, intervention in treating))
        object.__setattr__(self, "_memory", {})

    def at_home(self, home: tuple[str, ...]) -> Database:
        """The same records, of which those from these jurisdictions come first.

        Raises `UsageError` for one that no source is from.
        """
        if home == self.home:
            return self
        known = {source.jurisdiction for source in self.sources.values() if source.jurisdiction}
        for name in home:
            if not any(name in place for place in known):
                raise UsageError(f"home: no source of the database is from '{name}'{hint(name, known)}")
        return replace(self, home=home)

    def every(self, kind: type[A]) -> tuple[A, ...]:
        """All records of one kind, those from home first, then in the order of the database."""
        return self._kinds.get(kind, ())  # type: ignore[return-value]  # filed under their own type

    def vocabulary(self) -> Vocabulary:
        """The concepts as the language layer names them, and the sources that articles cite by name."""
        return vocabulary(self.concepts.values(), self.sources.values())

    def covers(self, intervention: str) -> bool:
        """Whether any record applies to an intervention."""
        return not self._treated_ids.isdisjoint(self.hierarchy.of_concept(intervention))

    def recommendations(
        self, intervention: str, conditions: Iterable[str] = (), duration: Duration | None = None
    ) -> tuple[Match[Recommendation], ...]:
        """What bodies of every authority recommend; `duration` is the article's where its conditions do not tell."""
        return self._suffered(Recommendation, intervention, conditions, duration)

    def evidence(
        self,
        intervention: str,
        conditions: Iterable[str] = (),
        outcome: str | None = None,
        duration: Duration | None = None,
    ) -> tuple[Match[Evidence], ...]:
        """What is known of an effect on `outcome`, or on any outcome where it is `None`."""
        found = self._suffered(Evidence, intervention, conditions, duration)
        if outcome is None:
            return found
        fits = ((match, outcome_fit(self.hierarchy, outcome, match.record.outcome)) for match in found)
        return ranked(replace(match, steps=match.steps + fit.steps) for match, fit in fits if fit)

    def harms(self, intervention: str, must_disclose: bool | None = None) -> tuple[Match[HarmRecord], ...]:
        """What can go wrong; only what must (or need not) be disclosed where `must_disclose` says so."""
        found = self._treated(HarmRecord, intervention)
        return tuple(match for match in found if must_disclose in (None, match.record.must_disclose))

    def wording(
        self, intervention: str, conditions: Iterable[str] = (), topic: str | None = None
    ) -> tuple[Match[Wording], ...]:
        """Honest wording, on one topic or on all."""
        found = self._suffered(Wording, intervention, conditions)
        return tuple(match for match in found if topic in (None, match.record.topic))

    def requirements(self, intervention: str) -> tuple[Match[Requirement], ...]:
        """What must come before, or bounds, an intervention."""
        return self._treated(Requirement, intervention)

    def contraindications(self, intervention: str) -> tuple[Match[Contraindication], ...]:
        """Who should not have an intervention."""
        return self._treated(Contraindication, intervention)

    def regulation(self, intervention: str) -> tuple[Match[Regulation], ...]:
        """Where an intervention stands with regulators."""
        return self._treated(Regulation, intervention)

    def controversies(self, intervention: str) -> tuple[Match[Controversy], ...]:
        """The disputes about an intervention."""
        return self._treated(Controversy, intervention)

    def gaps(self, intervention: str) -> tuple[Match[NoRecommendation], ...]:
        """The searches that found no guideline for an intervention."""
        return self._treated(NoRecommendation, intervention)

    def misattributions(
        self, source: str, intervention: str, conditions: Iterable[str] = ()
    ) -> tuple[Match[Misattribution], ...]:
        """What `source` is often cited for but does not say."""
        found = self._suffered(Misattribution, intervention, conditions)
        return tuple(match for match in found if match.record.source == source)

    def red_flags(self, conditions: Iterable[str] = ()) -> tuple[Match[RedFlag], ...]:
        """The signs for which people with these conditions must seek urgent help."""
        named = tuple(conditions)
        fits = ((flag, self.conditions.fit(named, flag.conditions)) for flag in self.every(RedFlag))
        return ranked(matched(flag, OPEN, fit) for flag, fit in fits if fit)

    def once(self, question: Callable[[Database, str], V], intervention: str) -> V:
        """What a question about an intervention comes to, which depends on the records alone; worked out once."""
        return self._remembered((question, intervention), lambda: question(self, intervention))

    def _treated(self, kind: type[T], intervention: str) -> tuple[Match[T], ...]:
        def find() -> Iterator[Match[T]]:
            return (matched(record, kin, OPEN, self._away(record)) for record, kin in self._filed(kind, intervention))

        return self._once((kind, intervention), find)

    def _suffered(
        self, kind: type[C], intervention: str, conditions: Iterable[str], duration: Duration | None = None
    ) -> tuple[Match[C], ...]:
        named = tuple(conditions)

        def find() -> Iterator[Match[C]]:
            for record, treated in self._filed(kind, intervention):
                held = getattr(record, "duration", Duration.ANY)
                suffered = self.conditions.fit(named, record.conditions, held, duration)
                if suffered:
                    yield matched(record, treated, suffered, self._away(record))

        return self._once((kind, intervention, named, duration), find)

    def _away(self, record: Record) -> bool:
        """Whether a record that holds for some country holds for another than home."""
        if not self.home or not isinstance(record, Recommendation | Requirement | Regulation):
            return False
        place = record.jurisdiction if isinstance(record, Regulation) else self._place(record.source)
        return not any(name in place for name in self.home)  # "Florida, United States" names one, "EU and UK" two

    def _place(self, source: str) -> str:
        return (self.sources[source].jurisdiction or "") if source in self.sources else ""

    def _once(self, key: Hashable, find: Callable[[], Iterable[Match[A]]]) -> tuple[Match[A], ...]:
        """The ranked matches of a look-up: articles ask of the same few topics again and again."""
        return self._remembered(key, lambda: ranked(find()))

    def _remembered(self, key: Hashable, work_out: Callable[[], V]) -> V:
        if key not in self._memory:
            if len(self._memory) >= _REMEMBERED:
                self._memory.clear()
            self._memory[key] = work_out()
        known: V = self._memory[key]
        return known

    def _filed(self, kind: type[T], intervention: str) -> Iterator[tuple[T, Kin]]:
        """The records on an intervention and its kin, each once with its closest relation."""
        seen: set[str] = set()
        for treated, kin in self.hierarchy.of_concept(intervention).items():
            for record in self._treating.get((kind, treated), ()):
                if record.id not in seen:
                    seen.add(record.id)
                    yield record, kin  # type: ignore[misc]  # filed under their own type
