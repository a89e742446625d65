"""What an article leaves out of a source that it cites: that other guidelines disagree, that it is itself disputed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from medlint.evidence.disputes import controversies_about, guidelines, opposed
from medlint.evidence.hierarchy import Fit
from medlint.evidence.models import Controversy, Direction, Recommendation
from medlint.language.article import Advice, Claim, ClaimKind
from medlint.language.concepts import ConceptKind
from medlint.linting.gaps import Gap
from medlint.linting.judged import JudgedArticle
from medlint.linting.sources import cited_as
from medlint.linting.treatments import Treatment


def other_guidelines(_concerned: Sequence[Treatment], case: JudgedArticle) -> Iterator[Gap]:
    """Rightly cited advice that another guideline contradicts for the same patients, where no such one is named.

    One gap a treatment.
    """
    named, done = _named(case), set[str]()
    for claim, source in _cited_advice(case):
        for intervention in claim.topic.interventions:
            against = _contradicting(claim, source, intervention, case)
            if intervention in done or not against or named & {record.source for record in against}:
                continue
            done.add(intervention)
            records = tuple(record.id for record in against)
            yield Gap(claim.span, intervention, records, values={"cited": _names((source,), case)})


def disputes(_concerned: Sequence[Treatment], case: JudgedArticle) -> Iterator[Gap]:
    """Advice from a source that is itself in dispute, where nobody on the other side is named. One gap a dispute."""
    named, done = _named(case), set[str]()
    for claim, source in _cited_advice(case):
        for intervention in claim.topic.interventions:
            for dispute in controversies_about((source,), intervention, case.database):
                others = _other_side(source, dispute)
                if dispute.id in done or named.intersection(others):
                    continue
                done.add(dispute.id)
                values = {"cited": _names((source,), case), "actual": _names(others, case)}
                yield Gap(claim.span, intervention, (dispute.id,), values=values)


def _cited_advice(case: JudgedArticle) -> Iterator[tuple[Claim, str]]:
    """The recommendations that the text attributes to a source of the database, in earnest."""
    for claim in case.article.claims:
        said, source = claim.assertion, claim.assertion.source or ""
        advises = claim.kind is ClaimKind.RECOMMENDATION and claim.advice is not Advice.NONE
        if advises and source in case.database.sources and not (said.asked or said.conditional):
            yield claim, source


def _contradicting(claim: Claim, source: str, intervention: str, case: JudgedArticle) -> list[Recommendation]:
    """Guidelines of others that point the opposite way to what the source, rightly cited, says for these patients."""
    matches = case.database.recommendations(intervention, claim.topic.conditions)
    held = guidelines((m.record for m in matches if m.intervention is not Fit.NARROWER), case.database)
    direction = Direction.FOR if claim.advice > Advice.NONE else Direction.AGAINST
    mine = [record for record in held if record.source == source and record.direction is direction]
    found: dict[str, Recommendation] = {}
    for pair in opposed(held, case.database.conditions):
        for one, other in (pair, pair[::-1]):
            if one in mine and other.source != source:
                found.setdefault(other.id, other)
    return list(found.values())


def _other_side(source: str, dispute: Controversy) -> tuple[str, ...]:
    return dispute.supporters if source in dispute.critics else dispute.critics


def _named(case: JudgedArticle) -> set[str]:
    return set(case.named_of(ConceptKind.SOURCE))


def _names(sources: Sequence[str], case: JudgedArticle) -> str:
    known = [case.database.sources[source] for source in sources if source in case.database.sources]
    return cited_as(known[0]) if known else ""
