"""Which treatments an article promotes or explains, and where it first does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from medlint.documents.model import BlockKind
from medlint.evidence.database import Database
from medlint.language.article import Advice, Claim, ClaimKind, Span
from medlint.language.concepts import ConceptKind
from medlint.language.facts import promises, promotes
from medlint.linting.judged import JudgedArticle

UNNAMED = ""  # a treatment that is sold under no name that the database knows
OPENING = 12  # sentences in which a report names what was studied
EXPLAINED_IN = 2  # sentences about an invasive treatment that make a page explain it, not just mention it

_HEADLINES = (BlockKind.TITLE, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class Treatment:
    """A treatment of the article; `span` is its first promoting claim, else its first headline, else first mention."""

    intervention: str
    promoted: bool
    span: Span


def treatments(case: JudgedArticle) -> tuple[Treatment, ...]:
    """The treatments that an article promotes, then those it only explains, each in reading order.

    A treatment that the article advises against is neither, unless it promises something of it all the same. An
    invasive treatment with harms on record is explained where a heading or the title names it, or where it is the
    topic of two sentences; and any treatment is that the opening of a report on a study names. What a seller promises
    of something that no concept names is promised of `UNNAMED`.
    """
    return case.once(_treatments)


def _treatments(case: JudgedArticle) -> tuple[Treatment, ...]:
    promoted = _promoted(case)
    met = _reported(case) | _explained(case)
    left = {name: span for name, span in met.items() if name not in promoted and not _is_advised_against(name, case)}
    explained = [(span, name) for name, span in left.items()]
    return (
        *(Treatment(name, True, span) for name, span in promoted.items()),
        *(Treatment(name, False, span) for span, name in sorted(explained)),
    )


def _promoted(case: JudgedArticle) -> dict[str, Span]:
    """Each promoted treatment with the first claim that promotes it, on the page rather than in its metadata."""
    claims = sorted(filter(promotes, case.article.claims), key=lambda claim: (not case.in_body(claim.span), claim.span))
    first: dict[str, Span] = {}
    rivals: dict[str, Span] = {}
    for claim in claims:
        for name in claim.topic.interventions:
            (rivals if _is_rival(name, claim, case) else first).setdefault(name, claim.span)
    first = first or rivals  # "better than tablets: an injection" names its treatment last
    if not first and (case.article.sells or case.article.reports_study):
        first.update((UNNAMED, claim.span) for claim in case.article.claims if promises(claim) and case.is_medical)
    return first


def _is_rival(intervention: str, claim: Claim, case: JudgedArticle) -> bool:
    """Whether a comparison names a treatment as what it compares with: "avoid procedures like spinal fusion"."""
    if claim.kind is not ClaimKind.COMPARISON:
        return False
    before = Span(claim.span.block, 0, case.article.sentences[claim.sentence].span.end)
    first = next((m.span.start for m in case.mentioned(before) if m.concept == intervention), None)
    return first is not None and first >= claim.span.start


def _explained(case: JudgedArticle) -> dict[str, Span]:
    first: dict[str, Span] = {}
    headlines: dict[str, Span] = {}
    for mention in case.article.mentions:
        if mention.kind is ConceptKind.INTERVENTION and may_do_harm(mention.concept, case):
            first.setdefault(mention.concept, mention.span)
            if case.block(mention.span).kind in _HEADLINES:
                headlines.setdefault(mention.concept, mention.span)
    sentences = Counter(name for topic in case.article.topics for name in topic.interventions)
    often = {name: span for name, span in first.items() if sentences[name] >= EXPLAINED_IN}
    return often | headlines


def _reported(case: JudgedArticle) -> dict[str, Span]:
    """The first treatment that the opening of a report on a study names, rather a particular one than "drugs"."""
    if not case.article.reports_study:
        return {}
    end = case.article.sentences[min(OPENING, len(case.article.sentences)) - 1].span
    opening = [
        mention for mention in case.article.mentions if mention.kind is ConceptKind.INTERVENTION and mention.span < end
    ]
    concepts = case.database.concepts
    opening.sort(key=lambda mention: (concepts[mention.concept].generic, mention.span))
    return {mention.concept: mention.span for mention in opening[:1]}


def may_do_harm(intervention: str, case: JudgedArticle) -> bool:
    """Whether harms are on record for this invasive treatment, not just for surgery or the like at large."""
    return case.is_invasive(intervention) and case.database.once(_has_harms_of_its_own, intervention)


def _has_harms_of_its_own(database: Database, intervention: str) -> bool:
    if database.concepts[intervention].generic:
        return False
    recorded = {name for match in database.harms(intervention) for name in match.record.interventions}
    wider = recorded.intersection(database.hierarchy.ancestors(intervention))
    return any(not database.concepts[name].generic for name in wider)


def _is_advised_against(intervention: str, case: JudgedArticle) -> bool:
    """Whether all advice that the article gives on a treatment is not to have it."""
    return max(_advice_on(intervention, case), default=Advice.NONE) < Advice.NONE


def is_recommended(intervention: str, case: JudgedArticle) -> bool:
    """Whether the article itself recommends a treatment, in earnest and without a condition."""
    return any(advice >= Advice.REASONABLE for advice in _advice_on(intervention, case))


def _advice_on(intervention: str, case: JudgedArticle) -> Iterator[Advice]:
    """The advice that an article gives on a treatment in earnest and without a condition."""
    for claim in case.article.claims:
        open_to_doubt = claim.assertion.asked or claim.assertion.conditional
        if claim.kind is ClaimKind.RECOMMENDATION and intervention in claim.topic.interventions and not open_to_doubt:
            yield claim.advice
