"""A finding before it has its words: what a rule saw, where, and what that rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from medlint.evidence.verdicts import Verdict
from medlint.language.article import Effect, Horizon, Span
from medlint.linting.findings import Confidence


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule saw at `span`.

    `allowed` and `horizon` are the most that the evidence allows; `records` are identifiers of the claims database, the
    weightiest first; `wording` is an honest sentence to use instead, if the database holds one; `confidence` is set
    where it is not the rule's; `values` fill further fields of the rule's message.
    """

    code: str
    span: Span
    intervention: str | None = None
    condition: str | None = None
    verdict: Verdict | None = None
    allowed: Effect | None = None
    horizon: Horizon | None = None
    records: tuple[str, ...] = ()
    wording: str | None = None
    confidence: Confidence | None = None
    values: Mapping[str, str] = field(default_factory=dict)


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share at least one character."""
    return one.block == other.block and one.start < other.end and other.start < one.end
