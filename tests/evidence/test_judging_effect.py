"""Judging promises of an effect: strength, horizon, disputes, and which evidence bears on which claim."""

from __future__ import annotations

import pytest
from tinybase import claim, controversy, database, evidence, harm, recommendation, source, wording

from medlint.evidence.judging import judge
from medlint.evidence.verdicts import MOST_RECORDS, Verdict
from medlint.language.article import ClaimKind, Effect, Horizon

AXIAL = {"conditions": ["axial-pain"]}


@pytest.mark.parametrize(
    ("effect", "certainty", "allowed"),
    [
        ("large", "high", Effect.ABSOLUTE),
        ("large", "moderate", Effect.LIKELY),
        ("moderate", "high", Effect.PLAIN),
        ("small", "high", Effect.PLAIN),
        ("small", "moderate", Effect.LIKELY),
        ("small", "low", Effect.MAY),
        ("small", "unstated", Effect.MAY),
        ("large", "very-low", Effect.UNCERTAIN),
        ("none", "high", Effect.DENIED),
        ("none", "moderate", Effect.DENIED),
        ("none", "low", Effect.UNCERTAIN),
        ("none", "very-low", Effect.UNCERTAIN),
        ("trivial", "high", Effect.UNCERTAIN),
        ("unknown", "high", Effect.UNCERTAIN),
        ("harm", "low", Effect.DENIED),
    ],
)
def test_effect_and_certainty_set_what_is_allowed(effect, certainty, allowed):
    base = database(evidence("ev-a", effect, certainty))
    promises = [rung for rung in Effect if rung > Effect.UNCERTAIN]
    judgements = {rung: judge(claim(effect=rung), base) for rung in promises}
    assert {judgement.allowed_effect for judgement in judgements.values()} == {allowed}
    supported = [rung for rung, judgement in judgements.items() if judgement.verdict is Verdict.SUPPORTED]
    assert supported == [rung for rung in promises if rung <= allowed]


def test_the_most_permissive_record_decides():
    base = database(
        evidence("ev-exact", "none", "high"),
        evidence("ev-broader", "small", "moderate", interventions=["spinal-injection"]),
    )
    assert judge(claim(effect=Effect.LIKELY), base).verdict is Verdict.SUPPORTED
    overstated = judge(claim(effect=Effect.PLAIN), base)
    assert (overstated.verdict, overstated.allowed_effect) == (Verdict.OVERSTATED, Effect.LIKELY)
    assert overstated.records == ("ev-broader", "ev-exact")


def test_an_absolute_claim_is_overstated_whatever_a_small_effect():
    judgement = judge(claim(effect=Effect.ABSOLUTE), database(evidence("ev-a", "small", "high")))
    assert judgement.verdict is Verdict.OVERSTATED
    assert "nothing is that certain" in judgement.reason


def test_evidence_of_harm_contradicts():
    base = database(evidence("ev-none", "none", "high"), evidence("ev-harm", "harm", "low"))
    judgement = judge(claim(effect=Effect.MAY), base)
    assert judgement.verdict is Verdict.CONTRADICTED
    assert judgement.records == ("ev-harm", "ev-none")


def test_harm_beside_a_benefit_does_not_contradict():
    base = database(evidence("ev-good", "small", "low"), evidence("ev-harm", "harm", "low"))
    assert judge(claim(effect=Effect.PLAIN), base).verdict is Verdict.OVERSTATED


def test_the_verdict_depends_on_the_condition():
    base = database(
        evidence("ev-leg", "small", "moderate"),
        evidence("ev-back", "none", "moderate", **AXIAL),
    )
    assert judge(claim(effect=Effect.LIKELY), base).verdict is Verdict.SUPPORTED
    back = judge(claim(conditions=("axial-pain",), effect=Effect.LIKELY), base)
    assert (back.verdict, back.allowed_effect) == (Verdict.OVERSTATED, Effect.DENIED)
    assert judge(claim(conditions=("knee-pain",), effect=Effect.LIKELY), base).verdict is Verdict.UNPROVEN
    assert judge(claim(conditions=(), effect=Effect.LIKELY), base).verdict is Verdict.SUPPORTED


def test_the_verdict_depends_on_the_duration():
    base = database(
        evidence("ev-acute", "small", "moderate", duration="acute"),
        evidence("ev-chronic", "trivial", "low", duration="chronic"),
    )
    verdicts = {
        name: judge(claim(conditions=(name,), effect=Effect.LIKELY), base).verdict
        for name in ("acute-sciatica", "chronic-sciatica", "sciatica")
    }
    assert verdicts == {
        "acute-sciatica": Verdict.SUPPORTED,
        "chronic-sciatica": Verdict.OVERSTATED,
        "sciatica": Verdict.SUPPORTED,
    }


@pytest.mark.parametrize(
    ("shown", "claimed", "verdict"),
    [
        ("weeks", Horizon.UNSTATED, Verdict.SUPPORTED),
        ("weeks", Horizon.WEEKS, Verdict.SUPPORTED),
        ("weeks", Horizon.LONG, Verdict.OVERSTATED),
        ("weeks", Horizon.PERMANENT, Verdict.OVERSTATED),
        ("long", Horizon.LONG, Verdict.SUPPORTED),
        ("long", Horizon.PERMANENT, Verdict.OVERSTATED),
        ("unstated", Horizon.LONG, Verdict.OVERSTATED),
        ("weeks", Horizon.MEDIUM, Verdict.SUPPORTED),  # nobody measured then: not held against the claim
    ],
)
def test_a_promise_that_lasts_longer_than_any_benefit_shown_is_overstated(shown, claimed, verdict):
    base = database(evidence("ev-a", "small", "high", horizon=shown))
    judgement = judge(claim(ClaimKind.DURABILITY, effect=Effect.CAN, horizon=claimed), base)
    assert (judgement.verdict, judgement.allowed_horizon) == (verdict, Horizon(shown))


def test_a_shorter_promise_is_overstated_where_the_benefit_is_known_to_be_gone_by_then():
    base = database(
        evidence("ev-early", "small", "moderate", horizon="weeks"),
        evidence("ev-later", "none", "low", horizon="months"),
    )
    judgement = judge(claim(ClaimKind.DURABILITY, effect=Effect.MAY, horizon=Horizon.MEDIUM), base)
    assert judgement.verdict is Verdict.OVERSTATED
    assert judgement.records == ("ev-early", "ev-later")
    assert "up to 6 weeks" in judgement.reason


def test_very_uncertain_evidence_shows_no_lasting_benefit():
    base = database(
        evidence("ev-early", "small", "moderate", horizon="weeks"),
        evidence("ev-late", "large", "very-low", horizon="long"),
    )
    judgement = judge(claim(effect=Effect.MAY, horizon=Horizon.LONG), base)
    assert (judgement.verdict, judgement.allowed_horizon) == (Verdict.OVERSTATED, Horizon.WEEKS)


def disputed(*more, **options):
    return database(
        evidence("ev-good", "small", "moderate"),
        evidence("ev-bad", "none", "moderate", source="college"),
        *more,
        **options,
    )


def test_within_the_best_and_beyond_the_least_a_claim_is_contested_where_guidelines_disagree():
    base = disputed(recommendation("rec-for"), recommendation("rec-against", "against", source="college"))
    judgement = judge(claim(effect=Effect.MAY), base)
    assert judgement.verdict is Verdict.CONTESTED
    assert set(judgement.records) == {"ev-good", "ev-bad", "rec-for", "rec-against"}
    assert judgement.allowed_effect is Effect.LIKELY
    assert judge(claim(effect=Effect.PLAIN), base).verdict is Verdict.OVERSTATED


@pytest.mark.parametrize("about", ["rec-for", "ev-bad", "college"])
def test_a_recorded_controversy_about_a_record_or_its_source_makes_a_claim_contested(about):
    base = disputed(recommendation("rec-for"), controversy("ctr-a", about))
    judgement = judge(claim(effect=Effect.MAY), base)
    assert judgement.verdict is Verdict.CONTESTED
    assert judgement.records[:2] == ("ev-good", "ctr-a")


@pytest.mark.parametrize(
    "against",
    [
        recommendation("rec-against", "against", source="insurer", authority="payer"),
        recommendation("rec-against", "against", source="college", authority="regulator"),
        recommendation("rec-against", "against", source="college", authority="procedure-funding"),
        recommendation("rec-against", "against", source="old"),
        recommendation("rec-against", "against", source="college", conditions=["axial-pain"]),
        recommendation("rec-against", "neither", source="college"),
    ],
    ids=["payer", "regulator", "funding", "superseded", "other-patients", "neither"],
)
def test_no_dispute_is_seen_where_only_one_side_is_a_clinical_guideline_on_the_same_patients(against):
    base = disputed(recommendation("rec-for"), against, sources=[source("old", status="superseded")])
    assert judge(claim(effect=Effect.MAY), base).verdict is Verdict.SUPPORTED


def test_guidelines_on_acute_and_on_chronic_pain_do_not_disagree():
    base = disputed(
        recommendation("rec-for", duration="acute"),
        recommendation("rec-against", "against", source="college", duration="chronic"),
    )
    assert judge(claim(effect=Effect.MAY), base).verdict is Verdict.SUPPORTED


def test_a_dispute_does_not_matter_to_a_claim_that_both_sides_allow():
    base = database(
        evidence("ev-good", "small", "moderate"),
        evidence("ev-fair", "small", "low", source="college"),
        controversy("ctr-a", "college"),
    )
    assert judge(claim(effect=Effect.MAY), base).verdict is Verdict.SUPPORTED
    assert judge(claim(effect=Effect.CAN), base).verdict is Verdict.CONTESTED


def test_a_controversy_about_something_else_does_not_matter():
    base = disputed(controversy("ctr-a", "insurer"))
    assert judge(claim(effect=Effect.MAY), base).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "harmless",
    [
        {"effect": Effect.DENIED},
        {"effect": Effect.UNCERTAIN},
        {"negated": True, "effect": Effect.PLAIN},
        {"asked": True, "effect": Effect.ABSOLUTE},
    ],
)
@pytest.mark.parametrize("kind", [ClaimKind.EFFICACY, ClaimKind.CURE, ClaimKind.SAFETY, ClaimKind.DURABILITY])
def test_denials_uncertainty_and_questions_promise_nothing(kind, harmless):
    base = database(evidence("ev-a", "harm", "high"), harm("harm-a", "catastrophic"))
    assert judge(claim(kind, **harmless), base).verdict is Verdict.SUPPORTED


def test_without_a_treatment_or_with_one_unknown_to_the_database_nothing_is_judged():
    base = database(evidence("ev-a"))
    assert judge(claim(interventions=()), base).verdict is Verdict.NOT_COVERED
    assert judge(claim(interventions=("tonic",)), base).verdict is Verdict.NOT_COVERED
    assert judge(claim(interventions=("tonic",), negated=True), base).verdict is Verdict.NOT_COVERED


def test_a_covered_treatment_without_evidence_on_the_outcome_is_unproven():
    base = database(evidence("ev-a"))
    assert judge(claim(outcome="function"), base).verdict is Verdict.UNPROVEN


def test_of_several_treatments_the_most_permissive_decides():
    base = database(
        evidence("ev-good", "moderate", "high", interventions=["spine-surgery"]),
        evidence("ev-bad", "none", "high"),
    )
    judgement = judge(claim(interventions=("epidural", "spine-surgery"), effect=Effect.PLAIN), base)
    assert (judgement.verdict, judgement.intervention) == (Verdict.SUPPORTED, "spine-surgery")


def test_where_all_treatments_fall_short_the_best_known_one_decides():
    base = database(
        evidence("ev-small", "small", "low", interventions=["spine-surgery"]),
        harm("harm-a", interventions=["facet-injection"]),
        evidence("ev-harm", "harm", "low"),
    )
    treatments = ("facet-injection", "epidural", "spine-surgery", "tonic")
    judgement = judge(claim(interventions=treatments, effect=Effect.PLAIN), base)
    assert (judgement.verdict, judgement.intervention) == (Verdict.OVERSTATED, "spine-surgery")


def test_a_treatment_unknown_to_the_database_excuses_no_other():
    base = database(evidence("ev-a", "none", "high"))
    assert judge(claim(interventions=("tonic", "epidural")), base).verdict is Verdict.OVERSTATED


def test_it_works_is_taken_to_mean_pain_then_function():
    pain = evidence("ev-pain", "none", "high")
    function = evidence("ev-function", "large", "high", outcome="function")
    assert judge(claim(), database(pain, function)).records == ("ev-pain",)
    assert judge(claim(outcome="any-outcome"), database(function)).records == ("ev-function",)


def test_at_most_a_few_records_are_named():
    base = database(*(evidence(f"ev-{number}", "none", "high") for number in range(9)))
    assert len(judge(claim(), base).records) == MOST_RECORDS


def test_a_cure_needs_evidence_of_repair():
    base = database(evidence("ev-pain", "large", "high"))
    assert judge(claim(ClaimKind.CURE, effect=Effect.PLAIN, outcome="pain"), base).verdict is Verdict.UNPROVEN
    repair = evidence("ev-repair", "none", "low", outcome="tissue-repair")
    judgement = judge(claim(ClaimKind.CURE, effect=Effect.PLAIN), database(repair))
    assert (judgement.verdict, judgement.records) == (Verdict.OVERSTATED, ("ev-repair",))


def test_a_diagnostic_claim_is_held_against_diagnostic_accuracy():
    base = database(
        evidence("ev-pain", "large", "high"), evidence("ev-test", "small", "low", outcome="diagnosis-accuracy")
    )
    judgement = judge(claim(ClaimKind.DIAGNOSIS, effect=Effect.PLAIN), base)
    assert (judgement.verdict, judgement.records) == (Verdict.OVERSTATED, ("ev-test",))


def test_how_a_treatment_works_is_not_judged_unless_it_is_said_to_repair():
    base = database(evidence("ev-pain", "none", "high"))
    assert judge(claim(ClaimKind.MECHANISM), base).verdict is Verdict.NOT_COVERED
    assert judge(claim(ClaimKind.MECHANISM, outcome="tissue-repair"), base).verdict is Verdict.UNPROVEN


class TestComparison:
    def test_with_surgery_rests_on_how_often_surgery_is_avoided(self):
        base = database(
            evidence("ev-pain", "large", "high", comparator="surgery"),
            evidence("ev-avoid", "none", "moderate", outcome="surgery-avoidance"),
        )
        judgement = judge(claim(ClaimKind.COMPARISON, comparator="surgery", effect=Effect.MAY), base)
        assert (judgement.verdict, judgement.records) == (Verdict.OVERSTATED, ("ev-avoid",))

    @pytest.mark.parametrize("comparator", ["surgery", "spine-surgery", "open surgery"])
    def test_without_that_it_rests_on_trials_against_surgery(self, comparator):
        base = database(
            evidence("ev-sham", "large", "high", comparator="sham"),
            evidence("ev-rival", "trivial", "moderate", comparator="surgery"),
        )
        judgement = judge(claim(ClaimKind.COMPARISON, comparator=comparator, effect=Effect.MAY), base)
        assert judgement.records == ("ev-rival",)

    def test_with_anything_else_rests_on_trials_against_rivals(self):
        base = database(
            evidence("ev-sham", "large", "high", comparator="sham"),
            evidence("ev-rival", "none", "moderate", comparator="active"),
        )
        judgement = judge(claim(ClaimKind.COMPARISON, comparator="exercise", effect=Effect.PLAIN), base)
        assert judgement.records == ("ev-rival",)

    def test_the_rival_is_not_what_the_claim_is_about(self):
        base = database(
            evidence("ev-avoid", "none", "moderate", outcome="surgery-avoidance"),
            evidence("ev-surgery", "large", "high", outcome="surgery-avoidance", interventions=["surgery"]),
        )
        treatments = ("epidural", "surgery")
        judgement = judge(claim(ClaimKind.COMPARISON, treatments, comparator="surgery", effect=Effect.CAN), base)
        assert (judgement.verdict, judgement.intervention) == (Verdict.OVERSTATED, "epidural")

    def test_nothing_compared_is_unproven(self):
        base = database(evidence("ev-sham", "large", "high", comparator="sham"))
        assert judge(claim(ClaimKind.COMPARISON, comparator="surgery"), base).verdict is Verdict.UNPROVEN


class TestSafety:
    @pytest.mark.parametrize(
        ("seriousness", "effect", "verdict"),
        [
            ("catastrophic", Effect.ABSOLUTE, Verdict.OVERSTATED),
            ("serious", Effect.PLAIN, Verdict.OVERSTATED),
            ("serious", Effect.LIKELY, Verdict.SUPPORTED),
            ("minor", Effect.PLAIN, Verdict.SUPPORTED),
            ("minor", Effect.ABSOLUTE, Verdict.OVERSTATED),
        ],
    )
    def test_the_gravest_harm_sets_what_may_be_said(self, seriousness, effect, verdict):
        base = database(harm("harm-a", "minor"), harm("harm-b", seriousness))
        assert judge(claim(ClaimKind.SAFETY, effect=effect), base).verdict is verdict

    def test_the_gravest_harms_that_must_be_told_are_named_first(self):
        base = database(
            harm("harm-a", "minor", must_disclose=True),
            harm("harm-b", "catastrophic"),
            harm("harm-c", "catastrophic", must_disclose=True, interventions=["spinal-injection"]),
        )
        assert judge(claim(ClaimKind.SAFETY), base).records == ("harm-c", "harm-b", "harm-a")

    def test_without_a_harm_on_record_safety_is_unproven(self):
        assert judge(claim(ClaimKind.SAFETY), database(evidence("ev-a"))).verdict is Verdict.UNPROVEN


class TestIndication:
    def test_a_treatment_is_for_what_it_is_shown_to_help(self):
        base = database(evidence("ev-a", "small", "low"), recommendation("rec-a", "against"))
        assert judge(claim(ClaimKind.INDICATION), base).verdict is Verdict.SUPPORTED

    def test_else_for_what_a_guideline_lets_it_be_considered(self):
        base = database(evidence("ev-a", "none", "high"), recommendation("rec-a", strength="weak"))
        assert judge(claim(ClaimKind.INDICATION), base).records == ("rec-a",)

    def test_advice_against_and_no_benefit_contradict(self):
        base = database(evidence("ev-a", "none", "high"), recommendation("rec-a", "against"))
        assert judge(claim(ClaimKind.INDICATION), base).verdict is Verdict.CONTRADICTED

    def test_with_neither_it_is_unproven(self):
        judgement = judge(claim(ClaimKind.INDICATION), database(evidence("ev-a", "none", "high")))
        assert (judgement.verdict, judgement.records) == (Verdict.UNPROVEN, ("ev-a",))


class TestWording:
    @pytest.mark.parametrize(
        ("kind", "topic"),
        [
            (ClaimKind.EFFICACY, "effect"),
            (ClaimKind.DURABILITY, "duration"),
            (ClaimKind.CURE, "cure"),
            (ClaimKind.SAFETY, "safety"),
            (ClaimKind.COMPARISON, "surgery"),
            (ClaimKind.DIAGNOSIS, "diagnosis"),
        ],
    )
    def test_it_is_on_the_topic_of_the_claim(self, kind, topic):
        topics = ("effect", "duration", "cure", "safety", "risk", "surgery", "diagnosis")
        base = database(harm("harm-a"), evidence("ev-a", "none", "high"), *(wording(f"say-{t}", t) for t in topics))
        judgement = judge(claim(kind, effect=Effect.PLAIN, comparator="surgery"), base)
        assert judgement.wording == f"Honest words on {topic}."

    def test_else_on_the_effect_in_general(self):
        base = database(evidence("ev-a", "none", "high"), wording("say-effect"))
        assert judge(claim(ClaimKind.CURE), base).wording == "Honest words on effect."

    def test_nothing_is_suggested_for_what_is_supported(self):
        assert judge(claim(), database(evidence("ev-a", "small", "high"), wording("say-effect"))).wording is None

    def test_words_on_a_narrower_treatment_are_not_suggested(self):
        base = database(evidence("ev-a", "none", "high"), wording("say-a", interventions=["caudal-epidural"]))
        assert judge(claim(), base).wording is None

    WIDER = wording("say-b", may_say="On the spine.", conditions=["spine-pain"], interventions=["spinal-injection"])

    def test_a_claim_without_a_condition_gets_the_only_words_on_its_treatment(self):
        base = database(evidence("ev-a", "none", "high"), wording("say-a", may_say="On sciatica."), self.WIDER)
        assert judge(claim(conditions=()), base).wording == "On sciatica."

    def test_of_several_it_gets_the_most_general_words(self):
        base = database(
            evidence("ev-a", "none", "high"),
            wording("say-a", may_say="On sciatica."),
            wording("say-c", may_say="On the acute one.", conditions=["acute-sciatica"]),
            self.WIDER,
        )
        assert judge(claim(conditions=()), base).wording == "On the spine."
        assert judge(claim(), base).wording == "On sciatica."

    def test_words_on_the_risk_of_the_treatment_itself_come_before_those_on_the_safety_of_a_wider_kind(self):
        wider = wording("say-b", "safety", interventions=["spinal-injection"])
        base = database(harm("harm-a"), wording("say-a", "risk"), wider)
        assert judge(claim(ClaimKind.SAFETY, effect=Effect.PLAIN), base).wording == "Honest words on risk."

    def test_an_operation_that_is_compared_with_surgery_gets_words_on_its_effect(self):
        own, wider = (wording(f"say-{t}", t, interventions=["spine-surgery"]) for t in ("effect", "surgery"))
        base = database(evidence("ev-a", "none", "high", interventions=["spine-surgery"]), own, wider)
        judgement = judge(
            claim(ClaimKind.COMPARISON, ("spine-surgery",), effect=Effect.PLAIN, comparator="surgery"), base
        )
        assert judgement.wording == "Honest words on effect."

    def test_a_comparison_with_anything_but_surgery_gets_words_on_the_effect(self):
        base = database(evidence("ev-a", "none", "high"), wording("say-a"), wording("say-b", "surgery"))
        judgement = judge(claim(ClaimKind.COMPARISON, effect=Effect.PLAIN, comparator="exercise"), base)
        assert judgement.wording == "Honest words on effect."

    def test_words_on_a_broader_treatment_are(self):
        base = database(evidence("ev-a", "none", "high"), wording("say-a", interventions=["spinal-injection"]))
        assert judge(claim(), base).wording == "Honest words on effect."


def test_a_judgement_depends_on_the_content_alone():
    records = [evidence("ev-a", "none", "high"), evidence("ev-b", "none", "high"), harm("harm-a")]
    assert judge(claim(), database(*records)) == judge(claim(), database(*reversed(records)))
