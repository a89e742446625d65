"""Rules of kind `disclosure`."""

from __future__ import annotations

import pytest
from handmade import RECORDS, Page, advice, database, evidence, findings, harm, requirement, rule, words

from medlint.documents.model import BlockKind
from medlint.evidence.models import Evidence, HarmRecord, Recommendation, Requirement
from medlint.language.article import Assertion, Topic
from medlint.language.concepts import ConceptKind

EPIDURAL = Topic(("epidural",))
NONE_TOLD = rule("disclosure", {"risk": ["none"]}, message="{intervention}: {harms}", message_without_evidence="-")
CARE = rule("disclosure", {"conservative_care": ["absent"], "after_care": True}, message="{says}")
HARMS = rule("disclosure", {"risk": ["serious"], "lacks": "must-disclose-harms"}, message="{intervention}: {harms}")
WHICH = rule("disclosure", {"lacks": "which-pain"}, message="{source}")


def promoting(text="An epidural relieves sciatica.", **facts):
    return Page(facts=facts).prose(text).claim("relieves").mention("epidural", "epidural")


def test_what_is_missing_is_reported_at_the_first_claim_that_promotes_the_treatment():
    page = Page().prose("Epidurals", BlockKind.HEADING).mention("Epidurals", "epidural")
    page.prose("They help. They work.").claim("help").claim("work")
    assert words(page.judged(), NONE_TOLD) == ["help"]


def test_a_claim_on_the_page_comes_before_one_in_its_metadata():
    page = Page().prose("Epidurals work", BlockKind.TITLE).claim("work")
    assert words(page.prose("They help.").claim("help").judged(), NONE_TOLD) == ["help"]


def test_the_facts_of_the_article_decide():
    assert words(promoting(risk="none").judged(), NONE_TOLD) == ["relieves"]
    assert words(promoting(risk="serious").judged(), NONE_TOLD) == []


def test_the_gravest_harms_are_named():
    (finding,) = findings(promoting().judged(), NONE_TOLD)
    assert finding.message == "epidural: paralysis, stroke or spinal infection"


def test_a_treatment_explained_under_a_heading_of_its_own_counts():
    page = Page(facts={"promotes": False}).prose("The epidural", BlockKind.HEADING).mention("epidural", "epidural")
    assert words(page.judged(), NONE_TOLD) == ["epidural"]


def test_a_treatment_that_two_sentences_are_about_counts():
    page = Page(facts={"promotes": False}).prose("An epidural is given. You lie down.", topic=EPIDURAL)
    assert words(page.mention("epidural", "epidural").judged(), NONE_TOLD) == ["epidural"]


def test_a_treatment_mentioned_in_passing_does_not_count():
    page = Page(facts={"promotes": False}).prose("He had an epidural. It rained.")
    assert words(page.mention("epidural", "epidural").judged(), NONE_TOLD) == []


def test_a_treatment_that_is_not_invasive_is_not_explained_only_promoted():
    tablet = Page(facts={"promotes": False}).prose("Take a tablet. Then wait.", topic=Topic(("tablet",)))
    assert words(tablet.mention("tablet", "tablet").judged(), NONE_TOLD) == []
    promoted = Page().prose("A tablet relieves pain.").claim("relieves", interventions=["tablet"])
    assert [finding.message for finding in findings(promoted.judged(), NONE_TOLD)] == ["-"]


@pytest.mark.parametrize("switch", ["negated", "asked"])
def test_a_claim_that_is_denied_or_asked_promotes_nothing(switch):
    page = Page().prose("An epidural relieves pain.").claim("relieves", said=Assertion(**{switch: True}))
    assert words(page.judged(), NONE_TOLD) == []


def test_care_is_asked_for_where_a_record_requires_it_and_clinicians_speak_first():
    (finding,) = findings(promoting().judged(), CARE)
    assert finding.message == "What req-care says"
    assert [note.record for note in finding.evidence] == ["req-care", "req-insurer"]


def test_care_is_asked_for_where_guidelines_advise_it_for_what_the_treatment_is_for():
    exercise = (Recommendation, advice("rec-exercise", "for", interventions=["exercise"], conditions=["back-pain"]))
    facet = (Evidence, evidence("ev-facet", interventions=["facet-injection"], conditions=["axial-pain"]))
    page = Page().prose("It relieves pain.").claim("relieves", interventions=["facet-injection"])
    assert [finding.message for finding in findings(page.judged(database(exercise, facet)), CARE)] == [
        "What rec-exercise says"
    ]
    assert words(page.judged(database(exercise)), CARE) == []


def test_care_is_not_asked_for_before_what_is_not_invasive_or_too_general():
    for treatment in ("tablet", "surgery"):
        page = Page().prose("It relieves pain.").claim("relieves", interventions=[treatment])
        required = (Requirement, requirement("req", "conservative-care", interventions=[treatment]))
        assert words(page.judged(database(required)), CARE) == []


def test_harms_that_must_be_told_are_missed_where_none_of_one_seriousness_is_told():
    page = promoting(risk="serious").prose("Risks are infection.").harm("infection", "spinal-infection")
    assert [finding.message for finding in findings(page.judged(), HARMS)] == ["epidural: paralysis or stroke"]


def test_one_harm_of_a_seriousness_is_enough():
    page = promoting(risk="serious").prose("Risks are infection and stroke.")
    page.harm("infection", "spinal-infection").harm("stroke", "stroke")
    assert words(page.judged(), HARMS) == []


def test_a_wider_harm_that_is_no_less_grave_tells_the_narrower_one():
    page = promoting(risk="serious").prose("Risks are infection and stroke.")
    assert words(page.harm("infection", "infection").harm("stroke", "stroke").judged(), HARMS) == []


def test_slight_harms_need_not_be_told():
    slight = database((HarmRecord, harm("harm-soreness", "soreness", "minor")))
    assert words(promoting(risk="serious").judged(slight), HARMS) == []


def test_the_harms_of_narrower_treatments_stand_in_where_the_article_names_none_of_them():
    page = Page(facts={"risk": "serious"})
    page.prose("An injection relieves pain.").claim("relieves", interventions=["injection"])
    assert [finding.message for finding in findings(page.judged(), HARMS)] == [
        "injection: paralysis, stroke or spinal infection"
    ]
    assert words(page.prose("Or an epidural.").mention("epidural", "epidural").judged(), HARMS) == []


def test_what_is_too_general_to_be_explained_is_only_mentioned():
    page = Page(facts={"promotes": False}).prose("Surgery", BlockKind.HEADING).mention("Surgery", "surgery")
    on_record = database((HarmRecord, harm("harm-surgery", "stroke", "catastrophic", interventions=["surgery"])))
    assert words(page.judged(on_record), NONE_TOLD) == []


def test_the_harms_of_another_treatment_do_not_count():
    page = promoting(risk="serious").prose("Surgery can cause stroke and infection.")
    page.harm("stroke", "stroke", ["surgery"]).harm("infection", "infection", ["surgery"])
    assert words(page.judged(), HARMS) == ["relieves"]


def test_the_same_harm_is_asked_for_once():
    both = [(HarmRecord, harm("harm-facet", "stroke", "catastrophic", interventions=["facet-injection"]))]
    page = promoting(risk="serious").prose("A facet injection works.").claim("works", interventions=["facet-injection"])
    page.prose("Infection can follow.").harm("Infection", "infection")
    assert words(page.judged(database(*RECORDS, *both)), HARMS) == ["relieves"]


def test_which_pain_is_asked_where_guidelines_differ_and_no_pattern_is_named():
    page = promoting("An epidural relieves back pain.").mention("back pain", "back-pain", ConceptKind.CONDITION)
    assert [finding.message for finding in findings(page.judged(), WHICH)] == ["Acme Society 2020"]


def test_which_pain_is_said_where_a_condition_with_a_pattern_is_named():
    page = promoting("An epidural relieves sciatica.").mention("sciatica", "sciatica", ConceptKind.CONDITION)
    assert words(page.judged(), WHICH) == []


def test_which_pain_does_not_matter_where_guidelines_agree():
    agreed = database(
        (Recommendation, advice("rec-no", "against")), (HarmRecord, harm("harm-x", "stroke", "catastrophic"))
    )
    assert words(promoting("An epidural relieves back pain.").judged(agreed), WHICH) == []
