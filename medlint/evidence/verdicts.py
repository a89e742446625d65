"""What a claim comes to when it is held against the database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from medlint.language.article import Effect, Horizon

MOST_RECORDS = 4


class Verdict(StrEnum):
    """A claim against the database, the most favourable first."""

    SUPPORTED = "supported"
    CONTESTED = "contested"  # supported by one side of a dispute
    UNPROVEN = "unproven"  # the treatment is covered, but nothing applies to what is claimed of it
    OVERSTATED = "overstated"
    CONTRADICTED = "contradicted"
    NOT_COVERED = "not-covered"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and what it rests on.

    `allowed_effect` and `allowed_horizon` are the most that an applicable record allows (`None`: nothing to go by, or
    no benefit at any time). `records` are identifiers, the most telling first, at most `MOST_RECORDS`; `wording` is a
    sentence that an editor may use instead; `intervention` the treatment that decided.
    """

    verdict: Verdict
    reason: str
    allowed_effect: Effect | None = None
    allowed_horizon: Horizon | None = None
    records: tuple[str, ...] = ()
    wording: str | None = None
    intervention: str | None = None


def telling(records: Iterable[str]) -> tuple[str, ...]:
    """The first few of some identifiers, each once."""
    return tuple(dict.fromkeys(records))[:MOST_RECORDS]
