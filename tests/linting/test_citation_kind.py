"""Rules of kind `citation`."""

from __future__ import annotations

import pytest
from handmade import RECORDS, Page, advice, database, findings, rule, words

from medlint.evidence.models import Recommendation
from medlint.language.article import Advice, Assertion, ClaimKind
from medlint.language.concepts import ConceptKind

MESSAGE = {"message": "{cited}: {says}", "message_without_evidence": "{cited}: {actual}"}
BY_SOCIETY = Assertion(source="society")


def anything(*departs):
    return rule("citation", {"departs": departs or ["direction", "strength", "population", "date"]}, **MESSAGE)


def advising(given, conditions=("sciatica",), said=BY_SOCIETY):
    page = Page().prose("Acme Society recommends it.")
    return page.claim("recommends", ClaimKind.RECOMMENDATION, conditions=conditions, said=said, advice=given)


def test_the_opposite_of_what_the_source_says():
    case = advising(Advice.RECOMMENDED, ["axial-pain"]).judged()
    assert [finding.message for finding in findings(case, anything())] == ["Acme Society 2020: What rec-axial says"]
    assert words(case, anything("strength")) == []


def test_more_than_the_source_says():
    case = advising(Advice.RECOMMENDED).judged()
    assert words(case, anything("strength")) == ["recommends"]
    assert words(advising(Advice.REASONABLE).judged(), anything()) == []


def test_what_the_source_says_of_other_patients():
    only_axial = database((Recommendation, advice("rec-axial", "against", conditions=["axial-pain"])))
    case = advising(Advice.SHOULD_NOT).judged(only_axial)
    assert words(case, anything("population")) == ["recommends"]
    assert words(case, anything("direction")) == []


def test_to_advise_against_less_firmly_than_the_source_is_no_departure():
    assert words(advising(Advice.NOT_ROUTINELY, ["axial-pain"]).judged(), anything()) == []


def test_advice_without_a_known_source_is_not_a_citation():
    assert words(advising(Advice.RECOMMENDED, ["axial-pain"], Assertion()).judged(), anything()) == []
    unknown = Assertion(source="nobody")
    assert words(advising(Advice.RECOMMENDED, ["axial-pain"], unknown).judged(), anything()) == []


@pytest.mark.parametrize("switch", ["asked", "conditional"])
def test_a_question_or_a_supposition_cites_nothing(switch):
    said = Assertion(source="society", **{switch: True})
    assert words(advising(Advice.RECOMMENDED, ["axial-pain"], said).judged(), anything()) == []


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("The 2011 Acme Society advice is old.", "Acme Society", True),
        ("Acme Society (2011) says so.", "Acme Society", True),
        ("Acme Society guidance from 2011 says so.", "Acme Society", True),
        ("The 2011 Acme Society says so.", "2011 Acme Society", True),
        ("The 2020 Acme Society advice is old.", "Acme Society", False),
        ("Acme Society (updated in part, 2023) says so.", "Acme Society", False),
        ("Acme Society guidance of 2023 says so.", "Acme Society", False),
        ("Acme Society says that 2011 people took part.", "Acme Society", False),
        ("Acme Society says so.", "Acme Society", False),
    ],
)
def test_a_year_in_which_the_source_neither_appeared_nor_changed(text, name, found):
    case = Page().prose(text).mention(name, "society", ConceptKind.SOURCE).judged(database(*RECORDS))
    told = [finding.message for finding in findings(case, anything("date"))]
    assert told == (["Acme Society 2020: it is from 2020"] if found else [])
