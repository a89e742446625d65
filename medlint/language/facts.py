"""The facts of a whole article: what it promotes, and whether risk, conservative care and limits are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from medlint.language.article import Claim, ClaimKind, Disclosure, DisclosureKind, Effect, Mention, Topic
from medlint.language.articlefacts import ArticleFacts
from medlint.language.care import UNNAMED
from medlint.language.concepts import ConceptKind, Seriousness, Vocabulary
from medlint.language.sentences import ReadSentence

_OPENING = 6  # sentences in which a news item says what it is about
_EXPLAINED = 4  # sentences on a treatment that make it a choice which the article explains
_MAIN = 3  # treatments that an article is mostly about
_REPORTS = 2  # sentences on results that make an article a report on a study
_PROMOTING = frozenset(
    {ClaimKind.EFFICACY, ClaimKind.CURE, ClaimKind.DURABILITY, ClaimKind.SAFETY, ClaimKind.COMPARISON, ClaimKind.FIGURE}
)


@dataclass(frozen=True, slots=True)
class Read:
    """What was read in an article. `sold` tells that it speaks with a seller's voice."""

    topics: Sequence[Topic]
    mentions: Sequence[Mention]
    claims: Sequence[Claim]
    disclosures: Sequence[Disclosure]
    sold: bool


def facts_of(vocabulary: Vocabulary, read: Read) -> ArticleFacts:
    """Sum up what was read."""
    counts = Counter(m.concept for m in read.mentions if m.kind is ConceptKind.INTERVENTION)
    promoted = {name for claim in read.claims if promotes(claim) for name in claim.topic.interventions}
    subject = (promoted | _explained(vocabulary, read.topics)) if promoted else set(counts)
    own = [d for d in read.disclosures if _concerns(vocabulary, d, subject)]
    return ArticleFacts(
        interventions=tuple(name for name, _ in counts.most_common()),
        promotes=bool(promoted) or (read.sold and any(map(promises, read.claims))),
        risk=_risk(own),
        conservative_care=_care(read.disclosures, vocabulary, counts),
        limits="present" if any(d.kind is DisclosureKind.LIMIT for d in own) else "absent",
    )


def _explained(vocabulary: Vocabulary, topics: Iterable[Topic]) -> set[str]:
    """The particular treatments that the article explains as choices, at some length."""
    length = Counter(name for topic in topics for name in topic.interventions)
    return {name for name, sentences in length.items() if sentences >= _EXPLAINED and not _is_generic(vocabulary, name)}


def _is_generic(vocabulary: Vocabulary, name: str) -> bool:
    return name in vocabulary.concepts and vocabulary.concepts[name].generic


def reports_study(sentences: Sequence[ReadSentence]) -> bool:
    """Whether the article tells what a study found: its opening says so, or several of its sentences do."""
    results = [sentence.number for sentence in sentences if sentence.has("study-result")]
    return len(results) >= _REPORTS or (bool(results) and results[0] < _OPENING)


def promotes(claim: Claim) -> bool:
    """Whether a claim says that a treatment does good or no harm, in earnest and of a treatment that is known."""
    return promises(claim) and bool(claim.topic.interventions)


def promises(claim: Claim) -> bool:
    """Whether a claim says in earnest that something does good or no harm."""
    return (
        claim.kind in _PROMOTING
        and claim.effect >= (Effect.CAN if claim.kind is ClaimKind.COMPARISON else Effect.MAY)
        and not (claim.assertion.negated or claim.assertion.asked or claim.assertion.conditional)
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
    told = [d for d in disclosures if d.kind is DisclosureKind.CONSERVATIVE_CARE]
    if all(d.concept == UNNAMED for d in told):
        return "absent"
    main = {name for name, _ in counts.most_common(_MAIN)}
    return "first" if any(d.first and _concerns(vocabulary, d, main) for d in told) else "mentioned"
