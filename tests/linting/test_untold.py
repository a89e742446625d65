"""What the disclosure rules on untold facts ask for, on small articles and the shipped database."""

from __future__ import annotations

import pytest

from medlint.linting.findings import Confidence
from medlint.linting.linter import Linter
from medlint.linting.settings import Settings


@pytest.fixture(scope="module")
def linter():
    return Linter(Settings(min_confidence=Confidence.LOW))


@pytest.fixture
def found(linter):
    def find(code, text):
        return [finding for finding in linter.check_text(text).findings if finding.code == code]

    return find


def test_a_notice_that_need_not_be_told_is_asked_for_with_low_confidence(found):
    sure = found("RSK205", "Stem cell injections can ease back pain.")
    unsure = found("RSK205", "An epidural steroid injection can relieve sciatica. Paralysis is a risk.")
    assert [finding.confidence for finding in sure + unsure] == [Confidence.MEDIUM, Confidence.LOW]


def test_each_regulators_notice_is_asked_for_once(found):
    page = "Stem cell injections can ease back pain.\n\nStem cell therapy can ease knee pain."
    assert len(found("RSK205", page)) == 1


def test_a_warning_about_harms_is_left_to_the_rules_on_harms(found):
    findings = found("RSK205", "An epidural steroid injection can relieve sciatica.")
    assert "reg-fda-epidural-warning" not in {note.record for finding in findings for note in finding.evidence}


def test_any_contraindication_that_is_named_counts(found):
    page = "An epidural steroid injection can relieve sciatica. {}"
    assert found("RSK206", page.format("It takes ten minutes."))
    assert not found("RSK206", page.format("Do you take a blood thinner?"))


def test_the_signs_of_emergency_come_in_the_order_of_the_database(found):
    (finding,) = found("RSK207", "An epidural steroid injection can relieve sciatica.")
    assert finding.evidence[0].record == "flag-bladder"


def test_how_a_condition_fares_is_asked_of_a_treatment_for_that_condition_only(found):
    assert found("CON304", "An epidural steroid injection can relieve sciatica.")
    assert not found("CON304", "Kyphoplasty can ease a broken vertebra. Sciatica is another matter.")
    assert not found("CON304", "An epidural steroid injection can relieve chronic radicular pain.")


def test_the_untold_course_of_a_condition_comes_with_honest_wording(found):
    (finding,) = found("CON304", "An epidural steroid injection can relieve sciatica.")
    assert finding.suggestion.startswith("Most sciatica improves with time")


def test_no_treatment_is_not_asked_for_where_the_untold_course_is(found):
    assert not found("CON305", "An epidural steroid injection can relieve sciatica.")
    assert found("CON305", "Kyphoplasty can ease the pain of a broken vertebra.")


def test_conditions_are_told_apart_at_the_words_of_the_one_with_advice_against(found):
    (finding,) = found("GDL412", "Epidural steroid injections can ease a slipped disc, sciatica or spinal stenosis.")
    assert (finding.text, finding.condition) == ("spinal stenosis", "spinal-stenosis")


def test_a_condition_of_which_no_guideline_speaks_is_told_apart_where_trials_show_nothing(found):
    page = "Epidural steroid injections can ease pain from a slipped disc or post-laminectomy syndrome."
    assert [finding.text for finding in found("GDL412", page)] == ["post-laminectomy syndrome"]


def test_conditions_that_only_the_title_names_are_not_told_alike(found):
    assert not found("GDL412", "# Slipped disc and spinal stenosis\n\nEpidural steroid injections can ease pain.")


def test_one_who_names_the_other_side_has_told_the_disagreement(found):
    one = "The BMJ guideline recommends against radiofrequency ablation for chronic facet joint pain."
    assert found("GDL403", one)
    assert not found("GDL403", f"{one} NICE says that it may be considered.")


def test_a_disputed_source_and_a_silent_disagreement_are_not_told_of_the_same_words(linter):
    report = linter.check_text("The BMJ guideline recommends against radiofrequency ablation for chronic facet pain.")
    assert len([finding for finding in report.findings if finding.code in ("GDL403", "GDL411")]) == 1


def test_an_update_that_left_the_advice_alone_misdates_it_with_low_confidence(found):
    (finding,) = found(
        "GDL402", "The 2020 NICE guideline says that spinal injections are not offered for low back pain."
    )
    assert (finding.text, finding.confidence) == ("2020 NICE guideline", Confidence.LOW)
    assert not found("GDL402", "The 2016 NICE guideline says not to offer spinal injections for low back pain.")


def test_a_superseded_source_may_be_named_beside_the_one_in_force(found):
    old = "The AHCPR guideline advises against trigger point injections for low back pain."
    assert [finding.text for finding in found("GDL406", old)] == ["AHCPR guideline"]
    assert not found("GDL406", f"{old} The American College of Physicians followed it.")


def test_the_harms_of_a_rival_are_flagged_where_they_stand(found):
    page = "Epidural steroid injections can relieve sciatica. Spinal fusion carries risks such as infection."
    (finding,) = found("RSK209", page)
    assert (finding.text, finding.intervention) == ("infection", "epidural-steroid-injection")


def test_strong_words_on_the_evidence_cite_the_surest_grade_on_record(found):
    (finding,) = found("GDL410", "High-quality evidence supports epidural steroid injections for sciatica.")
    assert finding.evidence


def test_small_risk_is_no_fault_where_serious_harm_is_named(found):
    page = "An epidural steroid injection can relieve sciatica with minimal risk."
    assert found("RSK208", page)
    assert not found("RSK208", f"{page} Risks include infection and, very rarely, paralysis.")


RIVAL = "# Facet joint injections\n\nFacet joint injections avoid the risks of {} like spinal fusion surgery.\n"


def test_the_harms_of_what_is_only_compared_with_are_not_asked_for(found):
    page = f"{RIVAL.format('procedures')}\nFacet joint injections ease back pain. Complications are rare.\n"
    assert {finding.intervention for finding in found("RSK204", page)} <= {"facet-joint-injection"}
    assert not [f for f in found("RSK201", page) if f.intervention == "spinal-fusion"]


def test_a_treatment_that_is_named_behind_what_it_is_compared_with_is_promoted(found):
    [finding] = found("RSK201", "Unlike tablets that only mask pain, an epidural steroid injection is better.")
    assert finding.intervention == "epidural-steroid-injection"
