from __future__ import annotations

from collections.abc import Callable

import pytest

from medlint.language.article import Article, DisclosureKind

Read = Callable[[str], Article]


def harms(article: Article) -> set[str | None]:
    return {d.concept for d in article.disclosures if d.kind is DisclosureKind.HARM}


@pytest.mark.parametrize(
    "text",
    [
        "Nerve burning can cause infection.",
        "Risks of nerve burning include infection.",
        "## Risks of nerve burning\n\n- Infection\n",
        "Nerve burning has side effects:\n\n- infection\n",
        "Nerve burning rarely causes infection.",
        "The risks of nerve burning are well known and include a higher chance of developing an infection.",
        "One participant withdrew from the study because of an infection.",
        "The risk of infection is small.",
        "Side effects, infection among them, can be treated.",
    ],
)
def test_a_harm_is_disclosed_where_risk_is_the_subject(read: Read, text: str) -> None:
    assert harms(read(text)) == {"infection"}


@pytest.mark.parametrize(
    "text",
    [
        "Nerve burning has no risk of infection.",
        "Nerve burning is for people with infection, which can cause pain.",
        "Unlike surgery, nerve burning avoids the risk of infection.",
        "Can nerve burning cause infection?",
        "If you develop an infection, it can cause fever.",
        "Nerve burning was studied at the infection clinic.",
        "Nerve burning reduced the risk of infection.",
        "Nerve burning helps prevent serious complications such as infection.",
        "Nerve burning was linked to fewer complications, including infection.",
        "The risk of infection fell by a third after nerve burning.",
        "Nerve burning is associated with a reduction in infections.",
        "Infection is caused by bacteria that nerve burning kills.",
        "Researchers searched the Adverse Event Reporting System for infection after nerve burning.",
    ],
)
def test_a_harm_that_is_denied_asked_or_somebody_elses_is_not_disclosed(read: Read, text: str) -> None:
    assert harms(read(text)) == set()


@pytest.mark.parametrize(
    ("text", "risk"),
    [
        ("Nerve burning eases pain.", "none"),
        ("Nerve burning eases pain. As with any procedure, there are risks.", "vague"),
        ("Nerve burning eases pain but may cause soreness.", "minor"),
        ("Nerve burning eases pain but may cause soreness or infection.", "serious"),
        ("Nerve burning eases pain. Back surgery can cause paralysis.", "none"),
    ],
)
def test_the_risk_level_of_an_article(read: Read, text: str, risk: str) -> None:
    assert read("# Nerve burning\n\n" + text).facts.risk == risk


@pytest.mark.parametrize(
    ("text", "care"),
    [
        ("It eases pain.", "absent"),
        ("It works best with physiotherapy.", "mentioned"),
        ("It is for people whom physiotherapy has not helped.", "first"),
        ("It is used when physical therapy fails.", "first"),
        ("Try exercise first.", "first"),
        ("Exercise first described here is for the neck.", "mentioned"),
        ("You may have it if your pain has not responded to other treatments.", "absent"),
        ("Stay in bed rest.", "absent"),
    ],
)
def test_the_place_of_conservative_care(read: Read, text: str, care: str) -> None:
    assert read("# Nerve burning\n\n" + text).facts.conservative_care == care


@pytest.mark.parametrize(
    "text",
    [
        "The relief is temporary.",
        "Results vary.",
        "It does not work for everyone.",
        "You may need repeat injections.",
        "It is not a cure.",
        "Relief lasts a few weeks.",
        "More research is needed.",
    ],
)
def test_limits_of_benefit_are_seen(read: Read, text: str) -> None:
    assert read("# Nerve burning\n\n" + text).facts.limits == "present"


def test_an_article_that_only_explains_does_not_promote(read: Read) -> None:
    assert not read("# Nerve burning\n\nA needle is put beside the nerve.").facts.promotes
    assert read("# Nerve burning\n\nIt relieves pain.").facts.promotes
