"""Answers that promise: the question says what the answer claims."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from medlint.language.article import Article, Claim, Effect, Horizon

Read = Callable[[str], Article]
HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "claims/answers.yaml").read_text(encoding="utf-8"))


def answers(article: Article) -> list[Claim]:
    return [claim for claim in article.claims if "sold-answer" in claim.cues]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['ask']} {case['answer']}" for case in CASES])
def test_what_an_answer_claims(sold: Read, case: dict[str, Any]) -> None:
    found = [claim.kind.value for claim in answers(sold(f"{case['ask']} {case['answer']}"))]
    assert found == [case["claim"]] if "claim" in case else not found


@pytest.mark.parametrize("answer", ["Yes.", "Absolutely.", "Yes, of course. Ask us for the risks."])
def test_an_answer_may_stand_below_a_heading_that_asks(sold: Read, answer: str) -> None:
    assert [claim.kind.value for claim in answers(sold(f"## Is it safe?\n\n{answer}"))] == ["safety"]


def test_a_bare_yes_counts_only_where_nothing_is_said_behind_it(sold: Read) -> None:
    assert answers(sold("## Is it safe?\n\nYes."))
    assert not answers(sold("## Is it safe?\n\nYes. Ask us for the risks."))


@pytest.mark.parametrize("between", ["## Safety", "Somebody asks."])
def test_the_heading_must_ask_and_stand_straight_above_the_answer(sold: Read, between: str) -> None:
    assert not answers(sold(f"## Is it safe?\n\n{between}\n\nAbsolutely."))


def test_a_question_in_another_paragraph_is_not_answered(sold: Read) -> None:
    assert not answers(sold("Is it safe?\n\nAbsolutely."))


def test_a_page_that_sells_nothing_promises_nothing_by_its_answers(below_nerve_burning: Read) -> None:
    assert not answers(below_nerve_burning("Is it safe? Absolutely."))


def test_an_answer_claims_its_kind_without_reserve(sold: Read) -> None:
    works, safe, lasts = (
        answers(sold(text))[0]
        for text in ("Does it help? Definitely.", "Is it safe? Definitely.", "Does it last? Definitely.")
    )
    assert (works.effect, works.assertion.boosted) == (Effect.ABSOLUTE, True)
    assert (safe.effect, safe.assertion.boosted) == (Effect.PLAIN, False)
    assert (lasts.effect, lasts.horizon) == (Effect.PLAIN, Horizon.PERMANENT)


def test_an_answer_is_a_claim_of_what_the_page_is_about_at_its_first_words(sold: Read) -> None:
    (claim,) = answers(sold("Is it safe? Yes, of course."))
    assert (claim.text, claim.topic.interventions) == ("Yes", ("ablation",))
