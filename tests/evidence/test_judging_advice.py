"""Judging what is said to be recommended: by a named source, or by guidelines at large."""

from __future__ import annotations

import pytest
from tinybase import CHECKED, DUE, claim, database, evidence, fact, recommendation, source

from medlint.evidence.judging import judge
from medlint.evidence.verdicts import Verdict
from medlint.language.article import Advice, ClaimKind


def advised(advice: Advice, **changes):
    return claim(ClaimKind.RECOMMENDATION, advice=advice, **changes)


def verdict(base, advice: Advice, **changes) -> Verdict:
    return judge(advised(advice, **changes), base).verdict


@pytest.mark.parametrize(
    ("direction", "strength", "advice", "expected"),
    [
        ("for", "strong", Advice.RECOMMENDED, Verdict.SUPPORTED),
        ("for", "consensus", Advice.RECOMMENDED, Verdict.SUPPORTED),
        ("for", "weak", Advice.RECOMMENDED, Verdict.OVERSTATED),
        ("for", "unstated", Advice.RECOMMENDED, Verdict.OVERSTATED),
        ("for", "weak", Advice.REASONABLE, Verdict.SUPPORTED),
        ("for", "weak", Advice.MAY_BE_CONSIDERED, Verdict.SUPPORTED),
        ("neither", "unstated", Advice.RECOMMENDED, Verdict.OVERSTATED),
        ("neither", "unstated", Advice.MAY_BE_CONSIDERED, Verdict.OVERSTATED),
        ("neither", "unstated", Advice.SHOULD_NOT, Verdict.OVERSTATED),
        ("neither", "unstated", Advice.NONE, Verdict.SUPPORTED),
        ("against", "strong", Advice.RECOMMENDED, Verdict.CONTRADICTED),
        ("against", "weak", Advice.MAY_BE_CONSIDERED, Verdict.CONTRADICTED),
        ("against", "weak", Advice.SHOULD_NOT, Verdict.SUPPORTED),
        ("against", "strong", Advice.NOT_ROUTINELY, Verdict.SUPPORTED),
        ("for", "weak", Advice.SHOULD_NOT, Verdict.CONTRADICTED),
        ("for", "strong", Advice.NONE, Verdict.NOT_COVERED),
    ],
)
@pytest.mark.parametrize("cited", [None, "society"])
def test_direction_and_strength_decide(direction, strength, advice, expected, cited):
    base = database(recommendation("rec-a", direction, strength=strength))
    judgement = judge(advised(advice, source=cited), base)
    assert (judgement.verdict, judgement.records) == (expected, ("rec-a",))


def test_a_denied_recommendation_is_advice_against():
    base = database(recommendation("rec-a", "against"))
    assert verdict(base, Advice.RECOMMENDED, negated=True) is Verdict.SUPPORTED


def test_a_question_recommends_nothing():
    assert verdict(database(recommendation("rec-a", "against")), Advice.RECOMMENDED, asked=True) is Verdict.SUPPORTED


class TestGuidelinesAtLarge:
    def test_those_that_disagree_make_it_contested_and_both_sides_are_named(self):
        base = database(recommendation("rec-a"), recommendation("rec-b", "against", source="college"))
        for advice in (Advice.RECOMMENDED, Advice.SHOULD_NOT):
            judgement = judge(advised(advice), base)
            assert judgement.verdict is Verdict.CONTESTED
            assert set(judgement.records) == {"rec-a", "rec-b"}

    @pytest.mark.parametrize("authority", ["payer", "procedure-funding", "regulator", "position-statement"])
    def test_no_other_authority_counts_as_a_guideline(self, authority):
        other = recommendation("rec-b", source="insurer", authority=authority)
        assert verdict(database(other), Advice.RECOMMENDED) is Verdict.UNPROVEN
        base = database(other, recommendation("rec-a", "against"))
        assert verdict(base, Advice.RECOMMENDED) is Verdict.CONTRADICTED

    def test_superseded_ones_do_not_count(self):
        base = database(recommendation("rec-a", source="old"), sources=[source("old", status="superseded")])
        assert verdict(base, Advice.RECOMMENDED) is Verdict.UNPROVEN

    def test_only_those_on_the_condition_count(self):
        base = database(recommendation("rec-a"), recommendation("rec-b", "against", conditions=["axial-pain"]))
        assert verdict(base, Advice.RECOMMENDED) is Verdict.SUPPORTED
        assert verdict(base, Advice.RECOMMENDED, conditions=("axial-pain",)) is Verdict.CONTRADICTED
        assert verdict(base, Advice.RECOMMENDED, conditions=()) is Verdict.CONTESTED

    def test_only_those_on_the_duration_count(self):
        base = database(
            recommendation("rec-a", duration="acute"), recommendation("rec-b", "against", duration="chronic")
        )
        assert verdict(base, Advice.RECOMMENDED, conditions=("acute-sciatica",)) is Verdict.SUPPORTED
        assert verdict(base, Advice.RECOMMENDED, conditions=("chronic-sciatica",)) is Verdict.CONTRADICTED

    def test_what_is_said_of_any_condition_gives_way_to_what_is_said_of_this_one(self):
        general = recommendation("rec-b", "against", conditions=["any-condition"])
        assert verdict(database(recommendation("rec-a"), general), Advice.RECOMMENDED) is Verdict.SUPPORTED
        assert verdict(database(general), Advice.RECOMMENDED) is Verdict.CONTRADICTED

    def test_none_at_all_is_unproven_and_a_known_gap_is_named(self):
        gap = {"id": "gap-a", "interventions": ["epidural"], "searched": "x", "checked_on": CHECKED, "review_by": DUE}
        judgement = judge(advised(Advice.RECOMMENDED), database(gap))
        assert (judgement.verdict, judgement.records) == (Verdict.UNPROVEN, ("gap-a",))
        assert judge(advised(Advice.RECOMMENDED), database()).verdict is Verdict.NOT_COVERED

    def test_words_of_somebody_unknown_are_held_against_guidelines(self):
        base = database(recommendation("rec-a", "against"))
        assert verdict(base, Advice.RECOMMENDED, source="nobody") is Verdict.CONTRADICTED


class TestANamedSource:
    def test_only_its_own_records_count(self):
        base = database(recommendation("rec-a"), recommendation("rec-b", "against", source="college"))
        assert verdict(base, Advice.RECOMMENDED, source="society") is Verdict.SUPPORTED
        assert verdict(base, Advice.RECOMMENDED, source="college") is Verdict.CONTRADICTED

    def test_other_guidelines_of_the_same_organisation_count_too(self):
        base = database(recommendation("rec-b", "against", source="college-standard"))
        assert verdict(base, Advice.RECOMMENDED, source="college") is Verdict.CONTRADICTED

    def test_but_not_what_the_organisation_says_as_a_payer(self):
        funding = recommendation("rec-b", source="college-standard", authority="procedure-funding")
        assert verdict(database(funding), Advice.RECOMMENDED, source="college") is Verdict.UNPROVEN

    def test_a_payer_may_be_quoted_for_its_own_rule(self):
        base = database(recommendation("rec-a", source="insurer", authority="payer", strength="unstated"))
        assert verdict(base, Advice.REASONABLE, source="insurer") is Verdict.SUPPORTED
        assert verdict(base, Advice.RECOMMENDED, source="insurer") is Verdict.OVERSTATED

    def test_a_known_misquotation_is_contradicted(self):
        trap = fact("trap-a", conditions=["sciatica"], often_said="that it is recommended")
        judgement = judge(advised(Advice.RECOMMENDED, source="society"), database(trap))
        assert (judgement.verdict, judgement.records) == (Verdict.CONTRADICTED, ("trap-a",))

    def test_what_it_says_of_other_patients_is_unproven_for_these(self):
        base = database(recommendation("rec-a", conditions=["axial-pain"]))
        judgement = judge(advised(Advice.RECOMMENDED, source="society"), base)
        assert (judgement.verdict, judgement.records) == (Verdict.UNPROVEN, ("rec-a",))
        assert "other patients" in judgement.reason

    def test_a_source_that_says_nothing_of_the_treatment_leaves_it_unproven(self):
        judgement = judge(advised(Advice.RECOMMENDED, source="college"), database(evidence("ev-a")))
        assert (judgement.verdict, judgement.records) == (Verdict.UNPROVEN, ())


def test_of_several_treatments_one_that_is_recommended_carries_the_sentence():
    base = database(recommendation("rec-a", "against"), recommendation("rec-b", interventions=["tonic"]))
    treatments = ("epidural", "tonic")
    assert verdict(base, Advice.RECOMMENDED, interventions=treatments) is Verdict.SUPPORTED
