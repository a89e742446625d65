"""An entry of the claims database in a line: what it says, and how it is graded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from medlint.evidence.models import (
    ConceptRecord,
    Contraindication,
    Controversy,
    Evidence,
    Fact,
    HarmRecord,
    NoRecommendation,
    Recommendation,
    Record,
    RedFlag,
    Regulation,
    Requirement,
    Source,
    Wording,
)

_SAID: Mapping[type[Record], Callable[[Any], str]] = {
    Source: lambda source: f"{source.organisation}: {source.title} ({source.year})",
    ConceptRecord: lambda concept: concept.name,
    Wording: lambda wording: wording.may_say,
    Controversy: lambda dispute: dispute.topic,
    NoRecommendation: lambda gap: gap.searched,
}
_GRADED: Mapping[type[Record], Callable[[Any], tuple[str | None, ...]]] = {
    Source: lambda it: (it.kind, it.status, it.verified),
    ConceptRecord: lambda it: (it.kind,),
    Recommendation: lambda it: (it.direction, it.strength, f"{it.certainty} certainty", it.authority),
    Evidence: lambda it: (
        f"{it.effect} effect on {it.outcome}",
        it.horizon,
        f"{it.certainty} certainty",
        f"against {it.comparator}",
    ),
    HarmRecord: lambda it: (it.harm, it.seriousness, it.frequency, "must be told" if it.must_disclose else None),
    Requirement: lambda it: (it.kind, it.value, it.authority),
    Contraindication: lambda it: (it.kind,),
    Regulation: lambda it: (it.jurisdiction, it.status),
    Controversy: lambda it: (f"{', '.join(it.supporters)} / {', '.join(it.critics)}",),
    NoRecommendation: lambda _: ("no recommendation found",),
    Wording: lambda it: (it.topic,),
    RedFlag: lambda it: (it.sign,),
}


def gist(record: Record) -> str:
    """What an entry says: a fact in our own words, a source with its title and year, a concept's name."""
    if isinstance(record, Fact):
        return record.says
    return _SAID[type(record)](record)


def grades(record: Record) -> str:
    """How an entry is graded, in a few words; empty for kinds that have no grades."""
    graded = _GRADED.get(type(record))
    return ", ".join(str(word) for word in graded(record) if word) if graded else ""
