"""Rules of kind `claim`."""

from __future__ import annotations

import pytest
from handmade import Page, database, evidence, findings, rule, words
from pydantic import ValidationError

from medlint.documents.model import BlockKind
from medlint.evidence.models import Evidence
from medlint.language.article import Advice, Assertion, ClaimKind, Effect, Figure, Horizon
from medlint.linting.findings import Confidence


def page(**claim):
    return Page().prose("It relieves sciatica.").claim("relieves", **claim).judged()


def test_a_claim_of_a_listed_kind_is_found_at_its_words():
    case = page(kind=ClaimKind.CURE)
    assert words(case, rule("claim", {"kinds": ["cure"]})) == ["relieves"]
    assert words(case, rule("claim", {"kinds": ["safety"]})) == []


@pytest.mark.parametrize(("effect", "found"), [(Effect.MAY, []), (Effect.CAN, ["relieves"]), (Effect.PLAIN, [])])
def test_strength_lies_between_two_rungs_named_in_words(effect, found):
    assert words(page(effect=effect), rule("claim", {"min_effect": "can", "max_effect": "likely"})) == found


def test_advice_has_a_ladder_of_its_own():
    case = page(kind=ClaimKind.RECOMMENDATION, advice=Advice.SHOULD_NOT)
    assert words(case, rule("claim", {"max_advice": "not-routinely"})) == ["relieves"]
    assert words(case, rule("claim", {"min_advice": "may-be-considered"})) == []


def test_a_rung_that_does_not_exist_is_refused_with_what_was_meant():
    with pytest.raises(ValidationError, match="did you mean 'likely'"):
        rule("claim", {"min_effect": "likly"})


@pytest.mark.parametrize("switch", ["negated", "asked", "conditional", "compared"])
def test_what_is_not_asserted_in_earnest_is_left_alone_unless_asked_for(switch):
    case = page(said=Assertion(**{switch: True}))
    assert words(case, rule("claim", {})) == []
    assert words(case, rule("claim", {switch: None})) == ["relieves"]
    assert words(case, rule("claim", {switch: True})) == ["relieves"]


def test_a_switch_that_is_on_wants_only_such_claims():
    assert words(page(), rule("claim", {"boosted": True})) == []
    assert words(page(said=Assertion(boosted=True)), rule("claim", {"boosted": True})) == ["relieves"]
    assert words(page(said=Assertion(attributed_to="Dr X")), rule("claim", {"attributed": False})) == []


def test_horizons_can_be_listed_or_measured_against_the_evidence():
    lasting = {"kind": ClaimKind.DURABILITY, "effect": Effect.MAY, "horizon": Horizon.MEDIUM}
    assert words(page(**lasting), rule("claim", {"horizons": ["medium"]})) == ["relieves"]
    assert words(page(**lasting), rule("claim", {"beyond_horizon": True})) == ["relieves"]
    short = {**lasting, "horizon": Horizon.WEEKS}
    assert words(page(**short), rule("claim", {"beyond_horizon": True})) == []


def test_where_no_benefit_is_on_record_every_stated_horizon_is_beyond():
    case = Page().prose("It relieves pain.").claim("relieves", conditions=["axial-pain"], horizon=Horizon.WEEKS)
    nothing = database((Evidence, evidence("ev-none", effect="none", conditions=["axial-pain"])))
    assert words(case.judged(nothing), rule("claim", {"beyond_horizon": True})) == ["relieves"]
    assert words(page(horizon=Horizon.UNSTATED), rule("claim", {"beyond_horizon": True})) == []


def test_the_verdict_is_that_of_the_evidence():
    strong, weak = page(effect=Effect.PLAIN), page(effect=Effect.MAY)
    assert words(strong, rule("claim", {"verdicts": ["overstated"]})) == ["relieves"]
    assert words(weak, rule("claim", {"verdicts": ["overstated"]})) == []


def test_a_comparator_may_be_a_concept_with_its_narrower_ones_or_a_word():
    case = page(kind=ClaimKind.COMPARISON, comparator="spine-surgery")
    assert words(case, rule("claim", {"comparators": ["surgery"]})) == ["relieves"]
    assert words(case, rule("claim", {"not_comparators": ["surgery"]})) == []
    assert words(page(comparator="other"), rule("claim", {"comparators": ["other"]})) == ["relieves"]
    assert words(page(), rule("claim", {"comparators": ["other"]})) == []


def test_cues_match_by_their_beginning():
    case = page(cues=("natural", "natural.natural"))
    assert words(case, rule("claim", {"cues": ["natural."]})) == ["relieves"]
    assert words(case, rule("claim", {"cues": ["cure."]})) == []
    assert words(case, rule("claim", {"not_cues": ["natural."]})) == []


def test_a_figure_can_be_required():
    assert words(page(figure=Figure("95%")), rule("claim", {"figure": True})) == ["relieves"]
    assert words(page(), rule("claim", {"figure": True})) == []


@pytest.mark.parametrize(
    ("interventions", "topic", "found"),
    [
        (["epidural"], "invasive", ["relieves"]),
        (["tablet"], "invasive", []),
        (["tablet"], "intervention", ["relieves"]),
        ([], "intervention", []),
        ([], "any", ["relieves"]),
    ],
)
def test_the_sentence_must_speak_of_a_treatment(interventions, topic, found):
    assert words(page(interventions=interventions), rule("claim", {"topic": topic})) == found


def test_a_sentence_that_names_a_condition_alone_can_be_enough():
    assert words(page(interventions=[]), rule("claim", {"topic": "condition"})) == ["relieves"]
    assert words(page(interventions=[], conditions=[]), rule("claim", {"topic": "condition"})) == []


def test_a_rule_can_be_about_some_treatments_and_not_about_others():
    assert words(page(), rule("claim", {"about": ["injection"]})) == ["relieves"]
    assert words(page(), rule("claim", {"about": ["surgery"]})) == []
    assert words(page(), rule("claim", {"not_about": ["injection"]})) == []


def test_disclaimers_make_no_claims_and_blocks_can_be_chosen():
    small_print = Page().prose("It relieves sciatica.", BlockKind.DISCLAIMER).claim("relieves").judged()
    assert words(small_print, rule("claim", {})) == []
    assert words(small_print, rule("claim", {"in": ["disclaimer"]})) == ["relieves"]


def test_one_of_several_alternatives_is_enough_and_the_first_met_sets_the_confidence():
    either = [{"kinds": ["cure"]}, {"kinds": ["efficacy"], "confidence": "medium"}, {"kinds": ["efficacy"]}]
    assert [finding.confidence for finding in findings(page(), rule("claim", either))] == [Confidence.MEDIUM]


def test_what_is_less_sure_than_asked_for_is_not_shown():
    assert words(page(), rule("claim", {"confidence": "low"})) == []


def test_a_finding_carries_what_the_judgement_rests_on():
    (finding,) = findings(page(), rule("claim", {}, message="{intervention}: {allowed}, {horizon} ({source})"))
    assert finding.message == "epidural: “it may help”, up to 6 weeks (Acme Society 2020)"
    assert (finding.intervention, finding.condition, finding.verdict) == ("epidural", "sciatica", "overstated")
    assert [note.record for note in finding.evidence] == ["ev-weeks", "ev-later"]
    assert finding.evidence[0].title == "An organisation: A title"
    assert (finding.suggestion, finding.worded) == ("It may ease leg pain for some weeks.", True)


def test_where_no_record_speaks_the_rule_has_other_words_and_its_own_suggestion():
    case = page(interventions=["tablet"])
    plain = rule("claim", {}, message="{says}", message_without_evidence="no record", suggestion="Hedge.")
    (finding,) = findings(case, plain)
    assert (finding.message, finding.suggestion, finding.worded) == ("no record", "Hedge.", False)


@pytest.mark.parametrize(("quoted", "found"), [(None, ["relieves"]), (True, ["relieves"]), (False, [])])
@pytest.mark.parametrize(
    ("text", "kind"),
    [("They say “it relieves sciatica” and smile.", BlockKind.PARAGRAPH), ("It relieves sciatica.", BlockKind.QUOTE)],
)
def test_a_claim_in_a_quotation_can_be_left_alone(text, kind, quoted, found):
    case = Page().prose(text, kind).claim("relieves").judged()
    assert words(case, rule("claim", {"quoted": quoted})) == found


def test_a_claim_that_is_not_quoted_is_none_of_a_rule_on_quotations():
    assert words(page(), rule("claim", {"quoted": True})) == []
    assert words(page(), rule("claim", {"quoted": False})) == ["relieves"]
