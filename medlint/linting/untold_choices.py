"""What an article leaves out that bears on the choice: time as a healer, no treatment, for whom advice differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from medlint.evidence.disputes import guidelines
from medlint.evidence.hierarchy import Fit
from medlint.evidence.matching import together
from medlint.evidence.models import Direction, Duration, EffectSize, Recommendation
from medlint.language.article import Advice, Claim, ClaimKind, Disclosure, DisclosureKind, Effect, Span
from medlint.language.concepts import ConceptKind
from medlint.linting.gaps import Gap
from medlint.linting.judged import JudgedArticle
from medlint.linting.treatments import Treatment

NO_TREATMENT = "watchful-waiting"  # the concept under which the database files the course of a condition by itself
_SPEAKING_FOR = frozenset({ClaimKind.EFFICACY, ClaimKind.INDICATION, ClaimKind.RECOMMENDATION})
_NO_BENEFIT = frozenset({EffectSize.NONE, EffectSize.TRIVIAL, EffectSize.HARM})
_WIDE = frozenset({Fit.EXACT, Fit.OPEN, Fit.BROADER})

Advised = Mapping[str, Sequence[Recommendation]]  # what guidelines say of a treatment, by condition


def natural_course(concerned: Sequence[Treatment], case: JudgedArticle) -> Iterator[Gap]:
    """The first treatment for a condition whose course by itself is on record, if the article tells of none."""
    if any(told.kind is DisclosureKind.NO_TREATMENT for told in case.article.disclosures):
        return
    for treatment, condition in product(concerned, _conditions(case)):
        if _treats(treatment.intervention, condition, case) and (held := _course(condition, case)):
            honest = next((match.record for match in case.database.wording(NO_TREATMENT, (condition,))), None)
            records = (*(honest.basis if honest else ()), *held)
            wording = honest.may_say if honest else None
            yield Gap(treatment.span, treatment.intervention, records, condition, wording)
            return


def no_treatment(concerned: Sequence[Treatment], case: JudgedArticle) -> Iterator[Gap]:
    """The first treatment, if the article never says that to have none is a choice.

    Where the course of the condition by itself is on record, that is what is missing, and found above.
    """
    told = any(_is_choice(disclosure) for disclosure in case.article.disclosures)
    if concerned and not told and not any(natural_course(concerned, case)):
        yield Gap(concerned[0].span, concerned[0].intervention)


def how_long(concerned: Sequence[Treatment], case: JudgedArticle) -> Iterator[Gap]:
    """The first treatment for a condition in which guidelines turn on how long it has lasted, and the page does not."""
    named = _conditions(case)
    for treatment in concerned:
        for condition in named:
            sides = _by_duration(treatment.intervention, condition, case)
            if sides and not _tells_duration(condition, named, case):
                records, name = tuple(record.id for record in sides), treatment.intervention
                speaking = (c for c in case.article.claims if _speaks_for(c) and name in c.topic.interventions)
                at = next((claim.span for claim in speaking if condition in claim.topic.conditions), treatment.span)
                yield Gap(at, name, records, condition)
                return


def differing_conditions(concerned: Sequence[Treatment], case: JudgedArticle) -> Iterator[Gap]:
    """Conditions listed for a treatment with others for which guidelines recommend it, though they do not for these.

    At most two a treatment: one in which guidelines advise against it, and one of which no guideline speaks while
    trials show no benefit.
    """
    told: set[str] = set()
    for claim in filter(_speaks_for, case.article.claims):
        for treatment in concerned:
            name = treatment.intervention
            if name in claim.topic.interventions and name not in told:
                places = _places(claim, case)
                advice = {condition: _advice(name, condition, case) for condition in places}
                for condition, records in (*_turned_away(advice)[:1], *_unbacked(name, advice, case)[:1]):
                    told.add(name)
                    yield Gap(places[condition], name, records, condition)


def _conditions(case: JudgedArticle) -> tuple[str, ...]:
    return case.named_of(ConceptKind.CONDITION)


def _course(condition: str, case: JudgedArticle) -> tuple[str, ...]:
    """The records of how a condition that is not chronic by definition fares by itself."""
    if case.database.conditions.duration(condition) is Duration.CHRONIC:
        return ()
    matches = case.database.evidence(NO_TREATMENT, (condition,))
    return tuple(match.record.id for match in matches if match.condition in (Fit.EXACT, Fit.BROADER))


def _treats(intervention: str, condition: str, case: JudgedArticle) -> bool:
    """Whether the database knows a treatment to be given, or to have been studied, for a condition."""
    database, last = case.database, case.is_last_word(intervention)
    matches = (*database.recommendations(intervention, (condition,)), *database.evidence(intervention, (condition,)))
    return any(match.intervention is not Fit.NARROWER or last for match in matches)


def _is_choice(told: Disclosure) -> bool:
    return told.kind is DisclosureKind.NO_TREATMENT or told.concept == NO_TREATMENT


def _advice(intervention: str, condition: str, case: JudgedArticle) -> list[Recommendation]:
    """What guidelines say of a treatment, itself or as one of a wider kind, in a condition."""
    matches = case.database.recommendations(intervention, (condition,))
    return guidelines((m.record for m in matches if m.intervention is not Fit.NARROWER), case.database)


def _by_duration(intervention: str, condition: str, case: JudgedArticle) -> tuple[Recommendation, ...]:
    """One guideline for and one against that differ because one is on acute, the other on chronic cases."""
    if case.database.conditions.duration(condition) is not None:
        return ()
    matches = case.database.recommendations(intervention, (condition,))
    own = guidelines(
        (m.record for m in matches if m.intervention is not Fit.NARROWER and m.condition in _WIDE), case.database
    )
    favourable = [record for record in own if record.direction is Direction.FOR]
    adverse = [record for record in own if record.direction is Direction.AGAINST]
    pairs = ((one, other) for one in favourable for other in adverse)
    return next((pair for pair in pairs if not together(pair[0].duration, pair[1].duration)), ())


def _tells_duration(condition: str, named: Iterable[str], case: JudgedArticle) -> bool:
    """Whether the page names a sort of the condition that is acute or chronic by definition."""
    durations = case.database.conditions
    return any(durations.duration(other) and case.is_a(other, (condition,)) for other in named)


def _speaks_for(claim: Claim) -> bool:
    said = claim.assertion
    earnest = not (said.negated or said.asked or said.conditional or said.compared)
    speaks = claim.advice > Advice.NONE if claim.kind is ClaimKind.RECOMMENDATION else claim.effect >= Effect.MAY
    return claim.kind in _SPEAKING_FOR and earnest and speaks


def _turned_away(advice: Advised) -> list[tuple[str, tuple[str, ...]]]:
    """The conditions with advice against that does not touch another one with advice for; the least supported first."""
    odd = [(condition, records) for condition in advice if (records := _alone(condition, advice))]
    return sorted(odd, key=lambda pair: sum(record.direction is Direction.FOR for record in advice[pair[0]]))


def _unbacked(intervention: str, advice: Advised, case: JudgedArticle) -> list[tuple[str, tuple[str, ...]]]:
    """The conditions beside recommended ones that no guideline speaks of and in which trials show no benefit."""
    if not any(record.direction is Direction.FOR for held in advice.values() for record in held):
        return []
    found = []
    for condition in (name for name, held in advice.items() if not held):
        studied = [m.record for m in case.database.evidence(intervention, (condition,)) if m.condition is Fit.EXACT]
        if studied and all(record.effect in _NO_BENEFIT for record in studied):
            found.append((condition, tuple(record.id for record in studied)))
    return found


def _alone(condition: str, advice: Advised) -> tuple[str, ...]:
    for other, held in advice.items():
        if other != condition and any(record.direction is Direction.FOR for record in held):
            alone = [r.id for r in advice[condition] if r.direction is Direction.AGAINST and r not in held]
            if alone:
                return tuple(alone)
    return ()


def _places(claim: Claim, case: JudgedArticle) -> dict[str, Span]:
    """Where the sentence of a claim, or the list that it leads in, names each condition of its topic."""
    home, places = case.article.sentences[claim.sentence].span, dict[str, Span]()
    for mention in case.mentioned(home):
        if mention.concept in claim.topic.conditions:
            places.setdefault(mention.concept, mention.span)
    listed = case.once(_listed).get(home.block, {})
    later = sorted((listed[name], name) for name in claim.topic.conditions if name in listed)
    return places | {name: at for at, name in later if name not in places}


def _listed(case: JudgedArticle) -> dict[int, dict[str, Span]]:
    """Where what each block leads in first names each concept."""
    listed: dict[int, dict[str, Span]] = {}
    for mention in case.article.mentions:
        lead_in = case.block(mention.span).lead_in
        if lead_in is not None:
            listed.setdefault(lead_in, {}).setdefault(mention.concept, mention.span)
    return listed
