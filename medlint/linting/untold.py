"""What the database says an article must tell of a treatment, and whether it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from medlint.evidence.database import Database
from medlint.evidence.disputes import guidelines
from medlint.evidence.hierarchy import Fit
from medlint.evidence.models import Direction, HarmRecord, Recommendation
from medlint.language.article import Disclosure, DisclosureKind
from medlint.language.concepts import ConceptKind, Seriousness
from medlint.linting.judged import CLINICAL, JudgedArticle

_GRAVITY = {seriousness: -rank for rank, seriousness in enumerate(Seriousness)}


def harms(intervention: str, case: JudgedArticle, must_disclose: bool | None = None) -> tuple[HarmRecord, ...]:
    """The harms on record for a treatment, the gravest first.

    Those of its narrower sorts stand in where it has none itself and the article names no narrower sort.
    """
    matches = case.database.harms(intervention, must_disclose)
    own = [match.record for match in matches if match.intervention is not Fit.NARROWER]
    if not own and case.is_last_word(intervention):
        own = [match.record for match in matches]
    return tuple(sorted(own, key=lambda record: _GRAVITY[record.seriousness]))


def untold_harms(intervention: str, case: JudgedArticle) -> tuple[HarmRecord, ...]:
    """The grave harms that must be disclosed, of each seriousness of which the article names none; the worst first."""
    needed = [r for r in harms(intervention, case, must_disclose=True) if r.seriousness is not Seriousness.MINOR]
    named = list(_named_harms(intervention, case))
    told = {record.seriousness for record in needed if any(_tells(name, record, case) for name in named)}
    return tuple(record for record in needed if record.seriousness not in told)


def care_before(intervention: str, case: JudgedArticle) -> tuple[str, ...]:
    """The records by which other care comes before an invasive treatment, those of clinicians first; else nothing.

    They are requirements for the treatment, and guidelines for conservative care of the conditions that it is for.
    """
    concept = case.database.concepts.get(intervention)
    if concept is None or concept.generic or not concept.invasive:
        return ()
    required = case.requirements((intervention,), ("conservative-care",))
    clinical = [record.id for record in required if record.authority in CLINICAL]
    others = [record.id for record in required if record.authority not in CLINICAL]
    return (*clinical, *case.database.once(_care_advised, intervention), *others)


def differing_advice(intervention: str, case: JudgedArticle) -> tuple[Recommendation, ...]:
    """Guidelines for and against a treatment, one of each, if they differ; else nothing."""
    in_force = guidelines((match.record for match in case.database.recommendations(intervention)), case.database)
    sides = [_first(in_force, direction) for direction in (Direction.FOR, Direction.AGAINST)]
    return tuple(record for record in sides if record) if all(sides) else ()


def names_which_pain(case: JudgedArticle) -> bool:
    """Whether the article names a condition with a pattern of pain: axial, radicular, a fracture, ..."""
    conditions = case.named_of(ConceptKind.CONDITION)
    return any(_has_pattern(condition, case) for condition in conditions)


def _care_advised(database: Database, intervention: str) -> tuple[str, ...]:
    """The guidelines for conservative care of the conditions that an intervention is for."""
    conditions = _treated_conditions(database, intervention)
    return tuple(
        record.id
        for record in guidelines(database.every(Recommendation), database)
        if record.direction is Direction.FOR
        and any(database.concepts[name].kind is ConceptKind.CONSERVATIVE_CARE for name in record.interventions)
        and conditions
        and database.conditions.fit(conditions, record.conditions, record.duration)
    )


def _treated_conditions(database: Database, intervention: str) -> set[str]:
    """The conditions that the database knows a treatment to be used for."""
    advised, studied = database.recommendations(intervention), database.evidence(intervention)
    own = [match.record.conditions for match in advised if match.intervention is not Fit.NARROWER]
    own += [match.record.conditions for match in studied if match.intervention is not Fit.NARROWER]
    return {condition for conditions in own for condition in conditions}


def _first(records: Iterable[Recommendation], direction: Direction) -> Recommendation | None:
    return next((record for record in records if record.direction is direction), None)


def _has_pattern(condition: str, case: JudgedArticle) -> bool:
    concepts = case.database.concepts
    ancestors = case.database.hierarchy.ancestors(condition)
    return any(ancestor in concepts and concepts[ancestor].pattern is not None for ancestor in ancestors)


def _named_harms(intervention: str, case: JudgedArticle) -> Iterator[str]:
    """The harms that the article tells of this treatment, of a wider or narrower one, or of none in particular."""
    for disclosure in case.article.disclosures:
        if disclosure.kind is DisclosureKind.HARM and disclosure.concept and _concerns(disclosure, intervention, case):
            yield disclosure.concept


def _concerns(disclosure: Disclosure, intervention: str, case: JudgedArticle) -> bool:
    relate = case.database.hierarchy.relate
    return not disclosure.interventions or any(relate(intervention, other) for other in disclosure.interventions)


def _tells(named: str, record: HarmRecord, case: JudgedArticle) -> bool:
    """Whether a harm that the article names is the record's, a sort of it, or a wider one that is no less grave."""
    if case.is_a(named, (record.harm,)):
        return True
    wider = case.is_a(record.harm, (named,)) and case.database.concepts[named].seriousness
    return wider is not False and wider is not None and _GRAVITY[wider] <= _GRAVITY[record.seriousness]
