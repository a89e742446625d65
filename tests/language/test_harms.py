"""Harms told: what a treatment may do, not what it spares people, treats or waits for, nor what a disease does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from medlint.language.article import Article, Disclosure, DisclosureKind

Read = Callable[[str], Article]
HERE = Path(__file__).parent
CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load((HERE / "disclosures/harms.yaml").read_text(encoding="utf-8"))


def harms(article: Article) -> list[Disclosure]:
    return [told for told in article.disclosures if told.kind is DisclosureKind.HARM]


def named(article: Article) -> list[str]:
    return [told.concept for told in harms(article) if told.concept]


@pytest.mark.parametrize(
    "case",
    [case for group in CASES.values() for case in group],
    ids=[f"{name}: {case['text'][:60]}" for name, group in CASES.items() for case in group],
)
def test_the_harms_that_a_text_tells(below_nerve_burning: Read, case: dict[str, Any]) -> None:
    assert named(below_nerve_burning(case["text"])) == case.get("harms", [])


def test_a_heading_or_lead_in_makes_what_follows_a_harm(below_nerve_burning: Read) -> None:
    assert named(below_nerve_burning("## Risks\n\n- infection\n- soreness")) == ["infection", "soreness"]
    assert named(below_nerve_burning("We talk about:\n\n- infection")) == []
    assert named(below_nerve_burning("Unwanted effects may be:\n\n- infection")) == ["infection"]


def test_a_heading_on_what_the_treatment_spares_people_makes_none(below_nerve_burning: Read) -> None:
    assert named(below_nerve_burning("## Preventing complications\n\n- infection")) == []


def test_the_headline_of_the_page_makes_none(read: Read) -> None:
    assert named(read("# Nerve burning and its risks\n\nMost of us know somebody with an infection.")) == []
    assert named(read("# Nerve burning\n\n## Its risks\n\nAn infection.")) == ["infection"]


def test_a_long_heading_is_a_headline(below_nerve_burning: Read) -> None:
    assert named(below_nerve_burning("## What is safe for you\n\nAn infection.")) == ["infection"]
    assert named(below_nerve_burning("## What is safe for you, and what your neighbours say\n\nAn infection.")) == []


def test_a_denied_item_of_a_list_of_harms_is_none(below_nerve_burning: Read) -> None:
    assert named(below_nerve_burning("Side effects:\n\n- soreness\n- no infection")) == ["soreness"]


def test_harms_of_a_rival_are_told_of_the_rival(below_nerve_burning: Read) -> None:
    article = below_nerve_burning("It eases pain. Surgery can cause infection.")
    assert [(told.concept, told.interventions) for told in harms(article)] == [("infection", ("surgery",))]
    assert article.facts.risk == "none"


def test_harms_of_what_the_page_is_about_are_told_of_every_treatment_in_it(below_nerve_burning: Read) -> None:
    (told,) = harms(below_nerve_burning("Nerve burning can cause infection."))
    assert told.interventions == ()


def test_harms_that_are_counted_but_not_named_are_slight(below_nerve_burning: Read) -> None:
    (told,) = harms(below_nerve_burning("About 3% had side effects."))
    assert (told.concept, told.seriousness) == (None, "minor")


def test_a_list_of_harms_that_no_concept_names_counts_as_slight(below_nerve_burning: Read) -> None:
    article = below_nerve_burning("It relieves pain. Side effects include hiccups.")
    assert (named(article), article.facts.risk) == ([], "minor")


@pytest.mark.parametrize(
    "text",
    [
        "Complications of diabetes include poor sight.",
        "Complications of sciatica include a weak foot.",
        "Fewer side effects, such as hiccups, were seen.",
        "Do side effects include hiccups?",
        "There are no side effects such as hiccups.",
    ],
)
def test_an_unnamed_harm_of_a_disease_or_one_that_is_spared_asked_or_denied_is_none(
    below_nerve_burning: Read, text: str
) -> None:
    assert harms(below_nerve_burning(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Infection and nerve damage are rare.",
        "A few people get an infection.",
        "One person in a hundred gets an infection.",
        "Infection may occur.",
        "Infection is less common.",
    ],
)
def test_how_often_a_harm_comes_tells_it_on_the_page_of_a_treatment(read, text):
    page = f"# Radiofrequency ablation\n\nRadiofrequency ablation eases back pain.\n\n{text}\n"
    assert read(page).facts.risk == "serious"


@pytest.mark.parametrize(
    "text", ["Back pain may occur after a fall.", "Infection of the spine is a rare cause of back pain."]
)
def test_how_often_a_disease_comes_tells_no_harm(read, text):
    page = f"# Radiofrequency ablation\n\nRadiofrequency ablation eases back pain.\n\n{text}\n"
    assert read(page).facts.risk == "none"
