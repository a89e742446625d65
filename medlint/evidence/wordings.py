"""Honest wording for a claim that falls short."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from medlint.evidence.database import Database
from medlint.evidence.hierarchy import Fit
from medlint.evidence.matching import Match
from medlint.evidence.models import Wording
from medlint.language.article import Claim, ClaimKind

Topics = tuple[tuple[str, ...], ...]  # of wording, the most fitting first; those in one group are of equal use

_EFFECT: Topics = (("effect",),)
_SURGERY: Topics = (("surgery",), *_EFFECT)
_OF_KIND: Mapping[ClaimKind, Topics] = {
    ClaimKind.DURABILITY: (("duration",), *_EFFECT),
    ClaimKind.CURE: (("cure",), *_EFFECT),
    ClaimKind.SAFETY: (("safety", "risk"),),
    ClaimKind.DIAGNOSIS: (("diagnosis",),),
}


def honest_wording(claim: Claim, intervention: str, database: Database, beside_surgery: bool = False) -> str | None:
    """What may be said in place of a claim on a treatment, never what holds for a narrower one; `None` if unknown.

    A claim `beside_surgery` compares with it. What is said of the treatment itself comes before what is said of a wider
    kind. A claim that names no condition gets the only wording on the treatment, else the most general one.
    """
    named = claim.topic.conditions
    for group in _SURGERY if beside_surgery else _OF_KIND.get(claim.kind, _EFFECT):
        found = [match for topic in group for match in database.wording(intervention, named, topic)]
        fitting = [match for match in found if match.intervention is not Fit.NARROWER]
        own = [match for match in fitting if match.intervention is Fit.EXACT]
        settled = named or len(own) == 1
        chosen = next(iter(own or fitting), None) if settled else _most_general(fitting, database)
        if chosen:
            return chosen.record.may_say
    return None


def _most_general(matches: Sequence[Match[Wording]], database: Database) -> Match[Wording] | None:
    """The first of the wordings whose condition is the most general."""
    return min(matches, key=lambda match: database.conditions.depth(match.record.conditions), default=None)
