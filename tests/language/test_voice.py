"""Whose voice an article speaks with: a seller's, or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from medlint.language.article import Article

Read = Callable[[str], Article]


@pytest.mark.parametrize(
    "text",
    [
        "At our clinic somebody listens to you. Call us today.",
        "Why choose nerve burning? Financing available.",
        "Acme Corp is pleased to announce a new needle.",
        "Tired of pain? You deserve a rest from it.",
    ],
)
def test_two_words_of_selling_make_a_sellers_voice(below_nerve_burning: Read, text: str) -> None:
    assert below_nerve_burning(text).sells


@pytest.mark.parametrize(
    "text", ["Our patients are of every age.", "Our patients come early. Our patients leave late."]
)
def test_one_word_of_selling_makes_none_however_often_it_is_said(below_nerve_burning: Read, text: str) -> None:
    assert not below_nerve_burning(text).sells


def test_one_word_of_selling_is_enough_beside_a_promise(below_nerve_burning: Read) -> None:
    assert below_nerve_burning("Our patients are of every age. It cures sciatica.").sells
    assert not below_nerve_burning("Our patients are of every age. It relieves sciatica.").sells


def test_promise_upon_promise_makes_a_sellers_voice(below_nerve_burning: Read) -> None:
    two = "It cures sciatica. It is completely safe."
    assert not below_nerve_burning(two).sells
    assert below_nerve_burning(f"{two} It gives lasting relief.").sells


def test_promises_are_counted_by_sentence(below_nerve_burning: Read) -> None:
    assert not below_nerve_burning("It cures sciatica, gives lasting relief and is completely safe.").sells


@pytest.mark.parametrize(
    "promise",
    [
        "It gives permanent relief",
        "It gives long-term relief",
        "It guarantees relief",
        "It is safe",
        "It beats surgery",
    ],
)
def test_what_counts_as_a_promise(below_nerve_burning: Read, promise: str) -> None:
    assert below_nerve_burning(f"Our patients are of every age. {promise}.").sells


@pytest.mark.parametrize(
    "text",
    [
        "It does not cure sciatica.",
        "Does it cure sciatica?",
        "If it cures sciatica, you will be told.",
        "It may cure sciatica.",
        "It may give lasting relief.",
        "Relief lasts six months.",
        "It is usually safe.",
    ],
)
def test_what_is_said_with_reserve_is_no_promise(below_nerve_burning: Read, text: str) -> None:
    assert not below_nerve_burning(f"Our patients are of every age. {text}").sells


@pytest.mark.parametrize(
    "text",
    [
        # a leaflet
        "The doctor numbs your skin. It may ease pain for some months. Ring the ward if you have a fever.",
        # a news report
        "Half of 200 people had less pain after six months, researchers reported in a journal. One had an infection.",
        # plain information
        "It relieves back pain. It eases sciatica. It reduces pain. It improves function.",
    ],
    ids=["leaflet", "news report", "plain information"],
)
def test_who_offers_nothing_has_no_sellers_voice(below_nerve_burning: Read, text: str) -> None:
    assert not below_nerve_burning(text).sells


def test_a_sellers_praise_promotes_what_a_leaflet_only_describes(below_nerve_burning: Read, sold: Read) -> None:
    assert not below_nerve_burning("Over 90% of patients are happy.").facts.promotes
    assert sold("Over 90% of patients are happy.").facts.promotes


def test_a_seller_promotes_also_what_no_concept_names(read: Read) -> None:
    text = "Wonder wands ease back pain for ever."
    assert not read(text).facts.promotes
    assert read(f"{text}\n\nCall us or book a consultation.").facts.promotes
