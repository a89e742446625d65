"""The facts of a whole article: what it promotes, and whether risk, conservative care and limits are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from medlint.language.article import (
    ArticleFacts,
    Claim,
    ClaimKind,
    Disclosure,
    DisclosureKind,
    Effect,
    Horizon,
    Mention,
)
from medlint.language.concepts import ConceptKind, Seriousness, Vocabulary
from medlint.language.sentences import ReadSentence

_OPENING = 6  # sentences in which a news item says what it is about
_MAIN = 3  # treatments that an article is mostly about
_SALES = 2  # different words of selling in which an article speaks with a seller's voice
_PROMISES = 3  # sentences that promise without reserve: so does a seller, whatever the words around them
_FLAT = frozenset({ClaimKind.SAFETY, ClaimKind.CURE, ClaimKind.COMPARISON})
_LASTING = frozenset({Horizon.LONG, Horizon.PERMANENT})
_REPORTS = 2  # sentences on results that make an article a report on a study
_PROMOTING = frozenset(
    {ClaimKind.EFFICACY, ClaimKind.CURE, ClaimKind.DURABILITY, ClaimKind.SAFETY, ClaimKind.COMPARISON, ClaimKind.FIGURE}
)


def facts_of(
    vocabulary: Vocabulary, mentions: Sequence[Mention], claims: Sequence[Claim], disclosures: Sequence[Disclosure]
) -> ArticleFacts:
    """Sum up what was read."""
    counts = Counter(m.concept for m in mentions if m.kind is ConceptKind.INTERVENTION)
    promoting = [claim for claim in claims if promotes(claim)]
    subject = {name for claim in promoting for name in claim.topic.interventions} or set(counts)
    own = [d for d in disclosures if _concerns(vocabulary, d, subject)]
    return ArticleFacts(
        interventions=tuple(name for name, _ in counts.most_common()),
        promotes=bool(promoting),
        risk=_risk(own),
        conservative_care=_care(disclosures, vocabulary, counts),
        limits="present" if any(d.kind is DisclosureKind.LIMIT for d in own) else "absent",
    )


def reports_study(sentences: Sequence[ReadSentence]) -> bool:
    """Whether the article tells what a study found: its opening says so, or several of its sentences do."""
    results = [sentence.number for sentence in sentences if sentence.has("study-result")]
    return len(results) >= _REPORTS or (bool(results) and results[0] < _OPENING)


def sells(sentences: Sequence[ReadSentence], claims: Sequence[Claim]) -> bool:
    """Whether the article speaks with a seller's voice: "our patients", "call us", or promise upon promise."""
    heard = {sentence.text(p.first, p.last).casefold() for sentence in sentences for p in sentence.of("sales-voice")}
    promises = {claim.sentence for claim in claims if _is_promise(claim)}
    return len(heard) >= _SALES or len(promises) >= _PROMISES or (bool(heard) and bool(promises))


def _is_promise(claim: Claim) -> bool:
    """Whether a claim is made in earnest and without reserve."""
    said = claim.assertion
    if said.negated or said.asked or said.conditional or said.compared:
        return False
    if claim.kind is ClaimKind.DURABILITY:
        return claim.effect >= Effect.CAN and claim.horizon in _LASTING
    return claim.effect >= (Effect.PLAIN if claim.kind in _FLAT else Effect.ABSOLUTE)


def promotes(claim: Claim) -> bool:
    """Whether a claim says that a treatment does good or no harm, in earnest and of a treatment that is known."""
    return (
        claim.kind in _PROMOTING
        and claim.effect >= (Effect.CAN if claim.kind is ClaimKind.COMPARISON else Effect.MAY)
        and not (claim.assertion.negated or claim.assertion.asked or claim.assertion.conditional)
        and bool(claim.topic.interventions)
    )


def _concerns(vocabulary: Vocabulary, disclosure: Disclosure, subject: Collection[str]) -> bool:
    """Whether a disclosure is about what the article promotes or explains, and not only about a rival."""
    if not disclosure.interventions or not subject:
        return True
    wide = {above for name in subject for above in vocabulary.ancestors(name)}
    return any(wide.intersection(vocabulary.ancestors(name)) for name in disclosure.interventions)


def _risk(disclosures: Sequence[Disclosure]) -> str:
    told = {d.seriousness for d in disclosures if d.kind is DisclosureKind.HARM}
    if told & {Seriousness.SERIOUS, Seriousness.CATASTROPHIC}:
        return "serious"
    if told:
        return "minor"
    return "vague" if any(d.kind is DisclosureKind.VAGUE_RISK for d in disclosures) else "none"


def _care(disclosures: Sequence[Disclosure], vocabulary: Vocabulary, counts: Counter[str]) -> str:
    """Care comes first if it does so before the treatment that the article names most, or before all of them."""
    care = [d for d in disclosures if d.kind is DisclosureKind.CONSERVATIVE_CARE]
    main = {name for name, _ in counts.most_common(_MAIN)}
    if any(d.first and _concerns(vocabulary, d, main) for d in care):
        return "first"
    return "mentioned" if care else "absent"
