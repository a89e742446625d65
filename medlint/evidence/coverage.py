"""What the claims database knows of each intervention, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from medlint.evidence.database import Database
from medlint.evidence.hierarchy import Fit, Hierarchy
from medlint.evidence.kinds import kind_of, kinds
from medlint.evidence.models import ConceptRecord, Fact, HarmRecord, Record
from medlint.language.concepts import ConceptKind

MUST_DISCLOSE = "must_disclose"  # the harms that an article must tell, counted beside all harms


@dataclass(frozen=True, slots=True)
class Count:
    """Records on an intervention itself, and on broader ones, which hold for it too."""

    own: int = 0
    broader: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """An intervention: its records of each kind that speaks of interventions, and how many lay names it has."""

    intervention: str
    counts: Mapping[str, Count]
    lay_names: int

    @property
    def covered(self) -> bool:
        """Whether any record holds for it."""
        return any(count.own or count.broader for count in self.counts.values())


@dataclass(frozen=True, slots=True)
class Coverage:
    """A database counted.

    `records`, `sources` and `concepts` are counts by kind; `primary` of the `facts` were seen in the source itself;
    `next_review` is the day on which the first entry falls due.
    """

    rows: tuple[Row, ...]
    records: Mapping[str, int]
    sources: Mapping[str, int]
    concepts: Mapping[str, int]
    facts: int
    primary: int
    next_review: date | None


def coverage(database: Database) -> Coverage:
    """Count what the database holds of every intervention, also of those it does not cover."""
    concepts, sources = database.concepts.values(), database.sources.values()
    facts = [record for record in database.records.values() if isinstance(record, Fact)]
    due = (getattr(entry, "review_by", None) for entry in (*database.records.values(), *sources))
    held = Counter(kind_of(record) for record in database.records.values())
    treatments = sorted((one for one in concepts if one.kind is ConceptKind.INTERVENTION), key=lambda one: one.id)
    return Coverage(
        rows=_rows(treatments, database),
        records={kind: held[kind] for kind in kinds() if held[kind]},
        sources=dict(sorted(Counter(str(source.kind) for source in sources).items())),
        concepts=dict(sorted(Counter(str(concept.kind) for concept in concepts).items())),
        facts=len(facts),
        primary=sum(fact.verified == "primary" for fact in facts),
        next_review=min((day for day in due if day), default=None),
    )


def columns() -> tuple[str, ...]:
    """What is counted of each intervention, in the order of the schema."""
    counted = [kind for kind, model in kinds().items() if "interventions" in model.model_fields]
    counted.insert(counted.index("harms") + 1, MUST_DISCLOSE)
    return tuple(counted)


def _rows(treatments: list[ConceptRecord], database: Database) -> tuple[Row, ...]:
    own: Counter[tuple[str, str]] = Counter()
    broader: Counter[tuple[str, str]] = Counter()
    wanted = {treatment.id for treatment in treatments}
    for record in database.records.values():
        named = set(getattr(record, "interventions", ()))
        within = _narrower(named, database.hierarchy)
        for column in _columns_of(record):
            own.update((column, name) for name in named & wanted)
            broader.update((column, name) for name in (within - named) & wanted)
    return tuple(
        Row(
            one.id,
            {name: Count(own[name, one.id], broader[name, one.id]) for name in columns()},
            len(one.lay),
        )
        for one in treatments
    )


def _narrower(concepts: set[str], hierarchy: Hierarchy) -> set[str]:
    kin = (pair for concept in concepts for pair in hierarchy.of_concept(concept).items())
    return {other for other, relation in kin if relation.fit is Fit.NARROWER}


def _columns_of(record: Record) -> tuple[str, ...]:
    told = isinstance(record, HarmRecord) and record.must_disclose
    return (kind_of(record), MUST_DISCLOSE) if told else (kind_of(record),)
