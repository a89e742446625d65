"""What an article leaves out that bears on safety: regulators' notices, who should not, when to seek help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from medlint.evidence.hierarchy import Fit
from medlint.evidence.matching import Match
from medlint.evidence.models import Contraindication, HarmRecord, RedFlag, Regulation
from medlint.language.article import Disclosure, DisclosureKind
from medlint.language.concepts import ConceptKind
from medlint.linting.findings import Confidence
from medlint.linting.gaps import Gap
from medlint.linting.judged import JudgedArticle
from medlint.linting.messages import listing
from medlint.linting.pagewords import stands
from medlint.linting.treatments import Treatment

NAMED = 3  # how many contraindications or signs a message names
_ADVERSE = frozenset({"warning", "off-label", "unapproved"})
_EMERGENCY = "emergency"
R = TypeVar("R", Regulation, Contraindication)


def regulator_warnings(concerned: Sequence[Treatment], case: JudgedArticle) -> Iterator[Gap]:
    """Notices of regulators on a treatment that the article keeps quiet about, one a treatment, each notice once.

    A notice that need not be disclosed is asked for with low confidence, and once an article. What a warning says of
    harms that must be told is left to the rules on harms.
    """
    asked, unsure = set[str](), False
    for treatment in concerned:
        if _tells(DisclosureKind.REGULATORY, treatment.intervention, case):
            continue
        due = [record for record in _notices(treatment.intervention, case) if record.id not in asked]
        sure = None if due and due[0].must_disclose else Confidence.LOW
        if due and not (sure and unsure):
            asked.update(record.id for record in due)
            unsure = unsure or sure is not None
            yield Gap(treatment.span, treatment.intervention, tuple(r.id for r in due), confidence=sure)


def contraindications(concerned: Sequence[Treatment], case: JudgedArticle) -> Iterator[Gap]:
    """The first treatment with contraindications on record, if the article names none of any treatment."""
    if _disclosed(DisclosureKind.CONTRAINDICATION, case):
        return
    for treatment in concerned:
        held = _applying(case.database.contraindications(treatment.intervention))
        held.sort(key=lambda record: record.kind != "absolute")
        if not held:
            continue
        if not _names_any((name for record in held for name in record.lay), case):
            values = {"harms": listing([record.item for record in held][:NAMED])}
            yield Gap(treatment.span, treatment.intervention, tuple(r.id for r in held), values=values)
        return


def urgent_signs(concerned: Sequence[Treatment], case: JudgedArticle) -> Iterator[Gap]:
    """The first treatment, if its page is about a condition with signs of emergency and names none of them."""
    flags = _emergencies(case)
    if not (concerned and flags) or _disclosed(DisclosureKind.URGENT_SIGN, case):
        return
    if not _names_any((name for flag in flags for name in flag.lay), case):
        values = {"harms": listing([flag.sign for flag in flags][:NAMED])}
        yield Gap(concerned[0].span, concerned[0].intervention, tuple(flag.id for flag in flags), values=values)


def rivals_harms(concerned: Sequence[Treatment], case: JudgedArticle) -> Iterator[Gap]:
    """The first harm that the article tells of a rival treatment, if it tells none of those that it promotes."""
    own = {treatment.intervention for treatment in concerned}
    for told in case.article.disclosures:
        rivals = [name for name in told.interventions if not any(_akin(name, mine, case) for mine in own)]
        if told.kind is DisclosureKind.HARM and rivals and len(rivals) == len(told.interventions) and own:
            mine = concerned[0].intervention
            held = [match.record for match in case.database.harms(mine) if match.intervention is not Fit.NARROWER]
            yield Gap(told.span, mine, _gravest(held), values={"comparator": case.name(rivals[0])})
            return


def _notices(intervention: str, case: JudgedArticle) -> list[Regulation]:
    told_as_harm = {m.record.source for m in case.database.harms(intervention, must_disclose=True)}
    held = _applying(case.database.regulation(intervention))
    adverse = [record for record in held if record.must_disclose or record.status in _ADVERSE]
    due = [record for record in adverse if record.status != "warning" or record.source not in told_as_harm]
    return sorted(due, key=lambda record: not record.must_disclose)


def _applying(matches: Iterable[Match[R]]) -> list[R]:
    """The records on a treatment itself or a wider one: those of a narrower sort need not hold for the others."""
    return [match.record for match in matches if match.intervention is not Fit.NARROWER]


def _emergencies(case: JudgedArticle) -> list[RedFlag]:
    """The signs of emergency in the conditions that the article names, in the order of the database."""
    conditions = set(case.named_of(ConceptKind.CONDITION))
    matches = case.database.red_flags(conditions) if conditions else ()
    applying = {match.record.id for match in matches if match.condition is not Fit.NARROWER}
    flags = (flag for flag in case.database.every(RedFlag) if flag.id in applying)
    return [flag for flag in flags if flag.action.startswith(_EMERGENCY)]


def _disclosed(kind: DisclosureKind, case: JudgedArticle) -> bool:
    return any(told.kind is kind for told in case.article.disclosures)


def _tells(kind: DisclosureKind, intervention: str, case: JudgedArticle) -> bool:
    return any(told.kind is kind and _of(told, intervention, case) for told in case.article.disclosures)


def _of(told: Disclosure, intervention: str, case: JudgedArticle) -> bool:
    return not told.interventions or any(_akin(name, intervention, case) for name in told.interventions)


def _akin(one: str, other: str, case: JudgedArticle) -> bool:
    return case.database.hierarchy.relate(one, other) is not None


def _gravest(held: Iterable[HarmRecord]) -> tuple[str, ...]:
    return tuple(record.id for record in sorted(held, key=lambda record: not record.must_disclose))


def _names_any(phrases: Iterable[str], case: JudgedArticle) -> bool:
    return stands(tuple(dict.fromkeys(phrases)), case)
