"""Judging what a claim says of safety: nothing that can maim is simply safe."""

from __future__ import annotations

from medlint.evidence.database import Database
from medlint.evidence.models import HarmRecord
from medlint.evidence.verdicts import Judgement, Verdict, telling
from medlint.language.article import Claim, Effect
from medlint.language.concepts import Seriousness

_GRAVEST_FIRST = tuple(reversed(Seriousness))


def judge_safety(claim: Claim, intervention: str, database: Database) -> Judgement:
    """Hold a claim of safety against the harms on record.

    A serious or catastrophic harm allows "generally safe" at most, minor harms a plain "safe"; any harm forbids "no
    risk".
    """
    harms = sorted((match.record for match in database.harms(intervention)), key=_gravity)  # stable: closest first
    if not harms:
        return Judgement(Verdict.UNPROVEN, "no harms are on record", intervention=intervention)
    gravest = harms[0].seriousness
    allowed = Effect.PLAIN if gravest is Seriousness.MINOR else Effect.LIKELY
    verdict = Verdict.OVERSTATED if claim.effect > allowed else Verdict.SUPPORTED
    records = telling(harm.id for harm in harms)
    return Judgement(verdict, f"{gravest} harms are on record", allowed, None, records, None, intervention)


def _gravity(harm: HarmRecord) -> tuple[int, bool]:
    return _GRAVEST_FIRST.index(harm.seriousness), not harm.must_disclose
