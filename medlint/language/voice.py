"""Whose voice an article speaks with: somebody's who offers a treatment, or not.

"Effective", "works" and "for life" are everyday words in a leaflet and a promise in a seller's mouth.
"""

from __future__ import annotations

from collections.abc import Sequence

from medlint.language.article import Claim, ClaimKind, Effect, Horizon
from medlint.language.sentences import ReadSentence

_WORDS = 2  # different words of selling that make a seller's voice
_PROMISES = 3  # sentences that promise without reserve: so does a seller, whatever the words around them
_FLAT = frozenset({ClaimKind.SAFETY, ClaimKind.CURE, ClaimKind.COMPARISON})
_LASTING = frozenset({Horizon.LONG, Horizon.PERMANENT})


def sells(sentences: Sequence[ReadSentence], claims: Sequence[Claim]) -> bool:
    """Whether the article speaks with a seller's voice: "our patients", "call us", or promise upon promise.

    `claims` are those that mean the same in everybody's mouth.
    """
    heard = {sentence.text(p.first, p.last).casefold() for sentence in sentences for p in sentence.of("sales-voice")}
    promises = {claim.sentence for claim in claims if _is_unreserved(claim)}
    return len(heard) >= _WORDS or len(promises) >= _PROMISES or (bool(heard) and bool(promises))


def _is_unreserved(claim: Claim) -> bool:
    said = claim.assertion
    if said.negated or said.asked or said.conditional or said.compared:
        return False
    if claim.kind is ClaimKind.DURABILITY:
        return claim.effect >= Effect.CAN and claim.horizon in _LASTING
    return claim.effect >= (Effect.PLAIN if claim.kind in _FLAT else Effect.ABSOLUTE)
