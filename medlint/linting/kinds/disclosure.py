"""Kind `disclosure`: the article promotes or explains a treatment and does not tell what it should."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from medlint.evidence.models import HarmRecord, Identifier
from medlint.evidence.verdicts import telling
from medlint.linting import untold_choices, untold_disputes, untold_safety
from medlint.linting.drafts import Draft
from medlint.linting.gaps import Search
from medlint.linting.judged import JudgedArticle
from medlint.linting.messages import listing
from medlint.linting.pagewords import PageWords
from medlint.linting.rule import Rule
from medlint.linting.scope import alternatives
from medlint.linting.treatments import UNNAMED, Treatment, is_recommended, may_do_harm, treatments
from medlint.linting.untold import care_before, differing_advice, harms, names_which_pain, untold_harms

_OF_SOURCES = ("other-guidelines", "dispute")  # left out of what a page cites, whatever it is about
_ASKED_OF_ANY = (None, "phrases")  # what may be missing also of a treatment that the database does not know
NAMED_HARMS = 3  # how many harms a message names

Lack = Literal[
    "must-disclose-harms",
    "which-pain",
    "phrases",
    "regulator-warning",
    "contraindications",
    "urgent-signs",
    "own-harms",
    "natural-course",
    "no-treatment",
    "how-long",
    "which-condition",
    "other-guidelines",
    "dispute",
]


_Search = Callable[["DisclosureRule", Sequence[Treatment], JudgedArticle], Iterator[Draft]]


class Conditions(PageWords):
    """Which articles, which of their treatments, and what is not told.

    `offered` narrows to treatments that are promoted or recommended; `recorded` to those with harms of their own on
    record, not only those of "surgery" or "drugs" at large; `sells` to articles with a seller's voice; `about` to these
    treatments and narrower ones, `not_about` to others; `after_care` to invasive ones before which, by the database,
    other care comes. `lacks`: "must-disclose-harms" where the article names none of the harms of one seriousness that
    must be named; "which-pain" where guidelines differ by condition and the article names none that they differ by;
    "phrases" where the page holds none of `page_without`; the others are searched for by the modules `untold_...`.
    """

    promoted: bool | None = None
    offered: bool | None = None
    invasive: bool | None = None
    recorded: bool | None = None
    sells: bool | None = None
    about: tuple[Identifier, ...] = ()
    not_about: tuple[Identifier, ...] = ()
    after_care: bool = False
    lacks: Lack | None = None

    @property
    def asks_for_care(self) -> bool:
        """Whether it is about care that comes first, not about harms or anything else that is to be told."""
        return self.lacks is None and (self.after_care or bool(self.conservative_care))

    def concern(self, treatment: Treatment, case: JudgedArticle) -> bool:
        """Whether a treatment of the article is one that the conditions speak of."""
        name = treatment.intervention
        return (
            self.promoted in (None, treatment.promoted)
            and self.offered in (None, treatment.promoted or is_recommended(name, case))
            and self.invasive in (None, case.is_invasive(name))
            and self.recorded in (None, may_do_harm(name, case))
            and self.sells in (None, case.article.sells)
            and (not self.about or case.is_a(name, self.about))
            and not case.is_a(name, self.not_about)
            and (name != UNNAMED or self.lacks in _ASKED_OF_ANY)
            and (not self.after_care or bool(care_before(name, case)))
        )


class DisclosureRule(Rule):
    """A rule on what an article leaves out."""

    of_article: ClassVar[bool] = True
    kind: Literal["disclosure"]
    when: Annotated[tuple[Conditions, ...], alternatives(Conditions), Field(min_length=1)]

    def find(self, case: JudgedArticle) -> Iterator[Draft]:
        """One draft an article; of untold harms, one for each treatment with harms that no earlier draft named.

        `when` lists alternatives; the first that finds something is heard.
        """
        about = treatments(case)  # most pages promote or explain none
        asked = (each for each in self.when if (about or each.lacks in _OF_SOURCES) and each.on_page(case))
        yield from next(filter(None, (self._found(conditions, case) for conditions in asked)), ())

    def _found(self, conditions: Conditions, case: JudgedArticle) -> list[Draft]:
        concerned = [treatment for treatment in treatments(case) if conditions.concern(treatment, case)]
        search = _care_untold if conditions.asks_for_care else _SEARCHES[conditions.lacks]
        return list(search(self, concerned, case))


def _care_untold(rule: DisclosureRule, concerned: Sequence[Treatment], case: JudgedArticle) -> Iterator[Draft]:
    for treatment in concerned[:1]:
        yield _draft(rule, treatment, care_before(treatment.intervention, case))


def _harms_untold(rule: DisclosureRule, concerned: Sequence[Treatment], case: JudgedArticle) -> Iterator[Draft]:
    if concerned:
        on_record = {treatment: _worst(treatment.intervention, case) for treatment in concerned}
        treatment = next(filter(on_record.get, concerned), concerned[0])
        yield _of_harms(rule, treatment, on_record[treatment], case)


def _worst(intervention: str, case: JudgedArticle) -> Sequence[HarmRecord]:
    return harms(intervention, case, must_disclose=True) or harms(intervention, case)


def _untold_harms(rule: DisclosureRule, concerned: Sequence[Treatment], case: JudgedArticle) -> Iterator[Draft]:
    asked_for: set[str] = set()
    for treatment in concerned:
        untold = untold_harms(treatment.intervention, case)
        new = [record for record in untold if record.harm not in asked_for]
        if new:
            asked_for.update(record.harm for record in untold)
            yield _of_harms(rule, treatment, new, case)


def _which_pain(rule: DisclosureRule, concerned: Sequence[Treatment], case: JudgedArticle) -> Iterator[Draft]:
    if names_which_pain(case):
        return
    for treatment in concerned:
        if records := differing_advice(treatment.intervention, case):
            yield _draft(rule, treatment, [record.id for record in records])
            return


def _phrases(rule: DisclosureRule, concerned: Sequence[Treatment], _case: JudgedArticle) -> Iterator[Draft]:
    for treatment in concerned[:1]:
        yield _draft(rule, treatment, ())


def _gaps(search: Search) -> _Search:
    """What a search for gaps finds, as drafts of a rule."""

    def drafts(rule: DisclosureRule, concerned: Sequence[Treatment], case: JudgedArticle) -> Iterator[Draft]:
        for gap in search(concerned, case):
            yield Draft(
                rule.code,
                gap.span,
                intervention=gap.intervention,
                condition=gap.condition,
                records=telling(gap.records),
                wording=gap.wording,
                confidence=gap.confidence,
                values=gap.values,
            )

    return drafts


def _of_harms(rule: DisclosureRule, treatment: Treatment, records: Sequence[HarmRecord], case: JudgedArticle) -> Draft:
    names = list(dict.fromkeys(case.name(record.harm) for record in records))
    return _draft(rule, treatment, [record.id for record in records], {"harms": listing(names[:NAMED_HARMS])})


def _draft(
    rule: DisclosureRule, treatment: Treatment, records: Sequence[str], values: Mapping[str, str] | None = None
) -> Draft:
    return Draft(
        rule.code,
        treatment.span,
        intervention=treatment.intervention or None,
        records=telling(records),
        values=values or {},
    )


_SEARCHES: Mapping[str | None, _Search] = {
    None: _harms_untold,
    "must-disclose-harms": _untold_harms,
    "which-pain": _which_pain,
    "phrases": _phrases,
    "regulator-warning": _gaps(untold_safety.regulator_warnings),
    "contraindications": _gaps(untold_safety.contraindications),
    "urgent-signs": _gaps(untold_safety.urgent_signs),
    "own-harms": _gaps(untold_safety.rivals_harms),
    "natural-course": _gaps(untold_choices.natural_course),
    "no-treatment": _gaps(untold_choices.no_treatment),
    "how-long": _gaps(untold_choices.how_long),
    "which-condition": _gaps(untold_choices.differing_conditions),
    "other-guidelines": _gaps(untold_disputes.other_guidelines),
    "dispute": _gaps(untold_disputes.disputes),
}

RULE = DisclosureRule
