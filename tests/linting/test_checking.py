"""From a judged article to findings."""

from __future__ import annotations

from handmade import Page, database, findings, phrasing, rule, words

from medlint.documents.model import BlockKind
from medlint.language.article import Assertion, ClaimKind, Effect
from medlint.linting.checking import Checker
from medlint.linting.findings import Confidence
from medlint.linting.fingerprints import fingerprint

ANY = rule("claim", {})
CURE = rule("claim", {"kinds": ["cure"]}, code="TST001", name="cures")


def test_findings_stand_in_reading_order_then_by_code():
    page = Page().prose("It cures and relieves.").claim("relieves").claim("cures", ClaimKind.CURE)
    found = findings(page.judged(), ANY, CURE)
    assert [(finding.text, finding.code) for finding in found] == [
        ("cures", "TST001"),
        ("cures", "TST101"),
        ("relieves", "TST101"),
    ]


def test_a_rule_gives_way_to_a_more_telling_one_on_the_same_words():
    page = Page().prose("It cures and relieves.").claim("relieves").claim("cures", ClaimKind.CURE)
    yielding = rule("claim", {}, yields_to=["TST001"])
    assert [finding.code for finding in findings(page.judged(), yielding, CURE)] == ["TST001", "TST101"]


def test_a_rule_that_does_not_run_takes_no_words_from_others():
    page = Page().prose("It cures sciatica.").claim("cures", ClaimKind.CURE)
    assert words(page.judged(), rule("claim", {}, yields_to=["TST001"])) == ["cures"]


def test_what_a_title_in_the_metadata_shares_with_the_page_is_reported_on_the_page():
    page = Page().prose("It relieves pain", BlockKind.TITLE).claim("relieves")
    page.prose("It relieves pain", BlockKind.HEADING).claim("relieves")
    assert [finding.start.line for finding in findings(page.judged(), ANY)] == [2]


def test_a_title_of_its_own_is_reported():
    page = Page().prose("It relieves pain", BlockKind.TITLE).claim("relieves").prose("More follows.")
    assert words(page.judged(), ANY) == ["relieves"]


def test_findings_below_the_wanted_confidence_are_left_out():
    case = Page().prose("It relieves pain.").claim("relieves").judged()
    unsure = rule("claim", {}, confidence="low")
    assert words(case, unsure) == []
    assert Checker((unsure,), phrasing(), case.database, Confidence.LOW).findings(case)[0].confidence is Confidence.LOW


def test_an_unsure_finding_does_not_hide_a_sure_one():
    case = Page().prose("It relieves pain.").claim("relieves").judged()
    unsure = rule("claim", {}, code="TST001", name="unsure", confidence="low")
    assert [finding.code for finding in findings(case, unsure, rule("claim", {}, yields_to=["TST001"]))] == ["TST101"]


def test_a_finding_has_its_place_in_the_source_and_that_of_its_sentence():
    (finding,) = findings(Page().prose("It rains.").prose("Yes. It relieves pain.").claim("relieves").judged(), ANY)
    assert (finding.start.line, finding.start.column) == (2, 9)
    assert (finding.start.offset, finding.end.offset) == (18, 26)
    assert finding.sentence == (15, 32)


def test_equal_findings_have_fingerprints_of_their_own():
    page = Page()
    for _ in range(2):
        page.prose("It relieves pain.").claim("relieves")
    first, second = findings(page.judged(), ANY)
    assert first.fingerprint == fingerprint("TST101", "It relieves pain.", [note.record for note in first.evidence])
    assert second.fingerprint != first.fingerprint


def test_the_report_counts_sentences_claims_and_what_the_database_covers():
    page = Page().prose("It relieves pain. So does rest.").claim("relieves")
    page.prose("A tablet helps.").claim("helps", interventions=["tablet"]).prose("No.")
    report = Checker((ANY,), phrasing(), database()).check(page.article())
    assert (report.sentences, report.claims, report.covered, report.not_covered) == (4, 2, 1, 1)
    assert report.article == page.article().facts
    assert report.source == page.source
    assert (report.path, report.error) == ("page.md", None)


def test_a_claim_that_promises_nothing_is_not_found():
    page = (
        Page().prose("It does not relieve pain.").claim("relieve", said=Assertion(negated=True), effect=Effect.DENIED)
    )
    assert words(page.judged(), ANY) == []
