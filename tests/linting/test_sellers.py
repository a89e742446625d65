"""What is asked of an article that speaks with a seller's voice, on small articles and the shipped database."""

from __future__ import annotations

import pytest
from handmade import Page, findings, rule, words
from pydantic import ValidationError

from medlint.language.article import Assertion, Topic
from medlint.language.concepts import ConceptKind
from medlint.linting.linter import Linter
from medlint.linting.settings import Settings
from medlint.linting.treatments import UNNAMED, Treatment, treatments

SELLER = "Call us or book a consultation."
WANDS = "Wonder wands end back pain."
NONE_TOLD = rule("disclosure", {"risk": ["none"]}, message="{intervention}: {harms}", message_without_evidence="-")


@pytest.fixture(scope="module")
def linter():
    return Linter(Settings(select=("CON301", "CON302", "RSK201", "RSK206", "CON305", "OVS101")))


@pytest.fixture
def codes(linter):
    return lambda text: {finding.code for finding in linter.check_text(text, "page.md").findings}


def unnamed(**facts):
    """A page on which something that no concept names is promised to help against sciatica."""
    page = Page(facts=facts, sells=True).prose("Our wands relieve sciatica.")
    return page.claim("relieve", interventions=()).mention("sciatica", "sciatica", ConceptKind.CONDITION)


# Treatments that nobody knows by name


def test_what_a_seller_promises_of_something_without_a_name_is_promised_of_an_unnamed_treatment():
    page = unnamed()
    assert treatments(page.judged()) == (Treatment(UNNAMED, True, page.find("relieve")[0]),)


def test_a_report_on_a_study_promises_it_as_well():
    page = unnamed()
    page.sells, page.reports_study = False, True
    assert [treatment.intervention for treatment in treatments(page.judged())] == [UNNAMED]


def test_nobody_else_does():
    page = unnamed()
    page.sells = False
    assert treatments(page.judged()) == ()


def test_a_treatment_with_a_name_stands_for_all_that_is_promised():
    page = unnamed().prose("An epidural helps.").claim("helps").mention("epidural", "epidural")
    assert [treatment.intervention for treatment in treatments(page.judged())] == ["epidural"]


@pytest.mark.parametrize("switch", ["negated", "asked", "conditional"])
def test_what_is_not_promised_in_earnest_is_promised_of_nothing(switch):
    page = Page(sells=True).prose("Our wands relieve sciatica.").mention("sciatica", "sciatica", ConceptKind.CONDITION)
    page.claim("relieve", interventions=(), said=Assertion(**{switch: True}))
    assert treatments(page.judged()) == ()


def test_what_has_nothing_to_do_with_health_is_no_treatment():
    page = Page(sells=True).prose("Our wands relieve boredom.").claim("relieve", interventions=(), conditions=())
    assert treatments(page.judged()) == ()


def test_harms_are_asked_of_an_unnamed_treatment_in_words_that_name_none():
    (finding,) = findings(unnamed().judged(), NONE_TOLD)
    assert (finding.text, finding.message, finding.intervention) == ("relieve", "-", None)


def test_phrases_are_asked_of_it_too():
    lacking = rule("disclosure", {"lacks": "phrases", "page_without": ["# %"]}, message="x")
    assert words(unnamed().judged(), lacking) == ["relieve"]


@pytest.mark.parametrize("lack", ["which-pain", "contraindications", "regulator-warning", "no-treatment"])
def test_what_only_the_database_knows_of_a_treatment_is_not_asked_of_it(lack):
    assert words(unnamed().judged(), rule("disclosure", {"lacks": lack}, message="x")) == []


# The keys `sells`, `not_about` and a list of alternatives in disclosure rules


def test_a_disclosure_can_be_asked_of_sellers_only_or_of_all_others():
    case = unnamed().judged()
    assert words(case, rule("disclosure", {"risk": ["none"], "sells": True}, message="x")) == ["relieve"]
    assert words(case, rule("disclosure", {"risk": ["none"], "sells": False}, message="x")) == []


def test_not_about_takes_out_treatments_and_narrower_ones():
    case = Page().prose("An epidural relieves sciatica.").claim("relieves").judged()
    asked = {"risk": ["none"]}
    assert words(case, rule("disclosure", {**asked, "not_about": ["tablet"]}, message="x")) == ["relieves"]
    assert words(case, rule("disclosure", {**asked, "not_about": ["injection"]}, message="x")) == []


def test_of_alternatives_the_first_that_finds_something_is_heard():
    page = Page().prose("A tablet helps.").claim("helps", interventions=["tablet"])
    page.prose("An epidural relieves sciatica.").claim("relieves")
    both = [{"risk": ["serious"]}, {"risk": ["none"], "about": ["epidural"]}, {"risk": ["none"], "about": ["tablet"]}]
    assert words(page.judged(), rule("disclosure", both, message="x")) == ["relieves"]
    assert words(page.judged(), rule("disclosure", both[:1], message="x")) == []


def test_at_least_one_alternative_is_wanted():
    with pytest.raises(ValidationError, match="at least 1"):
        rule("disclosure", [])


def test_a_message_without_evidence_serves_a_finding_that_rests_on_no_record():
    both = {"message": "{says}", "message_without_evidence": "Nothing is said of {intervention}"}
    care = {"conservative_care": ["absent"], "promoted": True}
    known = Page().prose("An epidural relieves sciatica.").claim("relieves")
    other = Page().prose("A tablet relieves sciatica.").claim("relieves", interventions=["tablet"])
    assert [found.message for found in findings(known.judged(), rule("disclosure", care, **both))] == [
        "What req-care says"
    ]
    assert [found.message for found in findings(other.judged(), rule("disclosure", care, **both))] == [
        "Nothing is said of tablet"
    ]


# The scope of words and claims


@pytest.mark.parametrize("kind", ["claim", "phrase"])
def test_words_can_have_to_stand_on_a_sellers_page(kind):
    condition = {"phrases": ["relieve"]} if kind == "phrase" else {}
    only, never = (rule(kind, {"topic": "any", **condition, "sells": sells}) for sells in (True, False))
    page = unnamed()
    assert (words(page.judged(), only), words(page.judged(), never)) == (["relieve"], [])
    page.sells = False
    assert (words(page.judged(), only), words(page.judged(), never)) == ([], ["relieve"])


def test_health_wants_anything_medical_on_the_page_whatever_the_sentence_speaks_of():
    health = rule("phrase", {"phrases": ["wonder cure"], "topic": "health"})
    page = Page().prose("A wonder cure.").prose("It rains.")
    assert words(page.judged(), health) == []
    page.prose("Soreness is felt.").mention("Soreness", "soreness", ConceptKind.HARM)
    assert words(page.judged(), health) == ["wonder cure"]


def test_a_source_is_nothing_medical():
    health = rule("phrase", {"phrases": ["wonder cure"], "topic": "health"})
    page = Page().prose("A wonder cure, says the Acme Society.").mention("Acme Society", "society", ConceptKind.SOURCE)
    assert words(page.judged(), health) == []


def test_not_about_takes_a_treatment_out_of_the_scope_of_words():
    spared = rule("phrase", {"phrases": ["wonder cure"], "not_about": ["injection"]})
    assert words(Page().prose("A wonder cure.", topic=Topic(("epidural",))).judged(), spared) == []
    assert words(Page().prose("A wonder cure.", topic=Topic(("tablet",))).judged(), spared) == ["wonder cure"]


# Care that comes first, asked of sellers


def test_a_seller_is_asked_for_care_before_a_treatment_that_no_guideline_speaks_of(codes):
    assert "CON301" in codes(f"{WANDS} {SELLER}")
    assert "CON301" not in codes(WANDS)


def test_a_seller_who_only_names_care_is_asked_to_put_it_first(codes):
    mentioned = f"{WANDS} Exercise is good for you. {SELLER}"
    assert codes(mentioned) & {"CON301", "CON302"} == {"CON302"}
    assert not codes(f"{WANDS} Try exercise first. {SELLER}") & {"CON301", "CON302"}


def test_a_seller_who_promises_nothing_is_asked_for_nothing(codes):
    assert not codes(f"We are open from nine to five. {SELLER}")


@pytest.mark.parametrize("offer", ["The flu vaccine prevents illness", "Cancer screening prevents illness"])
@pytest.mark.parametrize("care", ["", "Exercise is good for you."])
def test_no_care_comes_before_what_keeps_people_well_or_finds_out(codes, offer, care):
    assert not codes(f"{offer} in many people and reduces the risk of death. {care} {SELLER}") & {"CON301", "CON302"}


def test_the_message_to_a_seller_without_a_name_or_a_record_says_so(linter):
    report = linter.check_text(f"{WANDS} {SELLER}", "page.md")
    (finding,) = [found for found in report.findings if found.code == "CON301"]
    assert finding.message == "Nothing is named that may be tried before this treatment, or instead of it"
    assert finding.evidence == ()
