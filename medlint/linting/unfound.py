"""Why a rule does not find an example that it should find: what is known of it, for those who write rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from medlint.evidence.verdicts import Judgement
from medlint.language.article import Claim, ClaimKind
from medlint.linting.judged import JudgedArticle
from medlint.linting.kinds.claim import ClaimRule
from medlint.linting.kinds.phrase import Conditions, PhraseRule
from medlint.linting.rule import Rule
from medlint.linting.treatments import treatments
from medlint.linting.words import Found

_FLAGS = ("negated", "asked", "conditional", "compared", "boosted")


def why_unfound(rule: Rule, case: JudgedArticle, found: Collection[str]) -> tuple[str, ...]:
    """What is known of why a rule is not among the codes that were `found` in an article."""
    seen = next((case.words(draft.span) for draft in rule.find(case)), None)
    if seen is None:
        return tuple(dict.fromkeys(_READINGS.get(rule.kind, _unknown)(rule, case)))
    stronger = ", ".join(code for code in rule.yields_to if code in found)
    return (f"“{seen}” is seen, but " + (f"the rule yields to {stronger}" if stronger else "something keeps it back"),)


def _unknown(_rule: Rule, _case: JudgedArticle) -> Iterator[str]:
    yield "not all that it asks of a page holds"


def _phrases(rule: Rule, case: JudgedArticle) -> Iterator[str]:
    sets = rule.when if isinstance(rule, PhraseRule) else ()
    places = [
        f"the phrase “{sentence.text[place.start : place.end]}” {_kept_back(conditions, number, place, case)}"
        for conditions in sets
        for number, sentence in enumerate(case.article.sentences)
        for place in conditions.places(case, number)
    ]
    yield from places or ["no phrase of it stands there"]


def _kept_back(conditions: Conditions, number: int, place: Found, case: JudgedArticle) -> str:
    sentence = case.article.sentences[number]
    block = case.block(sentence.span)
    if excuses := conditions.excuses(block, sentence, place):
        return f"is excused: {', '.join(sorted(excuses))}"
    if block.kind not in conditions.blocks:
        return f"stands in a {block.kind}, which 'in' does not list"
    if not conditions.covers(case.article.topics[number], case):
        return "stands where 'topic', 'about', 'not_about' or 'sells' does not hold"
    return "stands there, but another condition does not hold"


def _claims(rule: Rule, case: JudgedArticle) -> Iterator[str]:
    if not case.article.claims:
        yield "no claim is read there; 'medlint extract --why' shows how a sentence is read"
    for claim, judgement in zip(case.article.claims, case.judgements, strict=True):
        sets = rule.when if isinstance(rule, ClaimRule) else ()
        nearest = min((list(each.unmet(claim, judgement, case)) for each in sets), key=len)
        asked = f"the rule asks otherwise in: {', '.join(nearest)}" if nearest else "the page is not as the rule asks"
        yield f"“{claim.text}” is read as {_reading(claim, judgement)}; {asked}"


def _reading(claim: Claim, judgement: Judgement) -> str:
    level = claim.advice if claim.kind is ClaimKind.RECOMMENDATION else claim.effect
    strength = level.name.lower().replace("_", "-")
    flags = [flag for flag in _FLAGS if getattr(claim.assertion, flag)]
    of = ", ".join(claim.topic.interventions) or "no treatment"
    return f"{', '.join([claim.kind, strength, *flags])}, of {of}, {judgement.verdict}"


def _treatments(_rule: Rule, case: JudgedArticle) -> Iterator[str]:
    read = [
        f"{each.intervention or 'one without a name'} ({'promoted' if each.promoted else 'explained'})"
        for each in treatments(case)
    ]
    yield f"the treatments that are read there: {', '.join(read) or 'none'}"


_READINGS: Mapping[str, Callable[[Rule, JudgedArticle], Iterator[str]]] = {
    "phrase": _phrases,
    "claim": _claims,
    "disclosure": _treatments,
}
