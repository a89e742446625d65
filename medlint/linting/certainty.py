"""How certain the evidence on a treatment is at best."""

from __future__ import annotations

from medlint.evidence.hierarchy import Fit
from medlint.evidence.matching import Match
from medlint.evidence.models import Certainty, Evidence, Recommendation
from medlint.language.article import Topic
from medlint.linting.judged import JudgedArticle

_GRADES = (Certainty.HIGH, Certainty.MODERATE, Certainty.LOW, Certainty.VERY_LOW)


def surest(topic: Topic, case: JudgedArticle) -> tuple[Evidence | Recommendation, ...]:
    """The graded records of the highest certainty that any has on the treatments and conditions of a topic."""
    graded: dict[str, Evidence | Recommendation] = {}
    for intervention in topic.interventions:
        for known in case.database.evidence(intervention, topic.conditions):
            if _applies(known, intervention, case):
                graded[known.record.id] = known.record
        for advised in case.database.recommendations(intervention, topic.conditions):
            if _applies(advised, intervention, case):
                graded[advised.record.id] = advised.record
    best = next((grade for grade in _GRADES if any(record.certainty is grade for record in graded.values())), None)
    return tuple(record for record in graded.values() if record.certainty is best)


def _applies(match: Match[Evidence] | Match[Recommendation], intervention: str, case: JudgedArticle) -> bool:
    return match.intervention is not Fit.NARROWER or case.is_last_word(intervention)
