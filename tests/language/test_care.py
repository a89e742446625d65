"""Conservative care told: named, or said to come before the treatment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from medlint.language.article import Article, Disclosure, DisclosureKind
from medlint.language.care import UNNAMED

Read = Callable[[str], Article]
HERE = Path(__file__).parent
CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load((HERE / "disclosures/care.yaml").read_text(encoding="utf-8"))


def care(article: Article) -> list[Disclosure]:
    return [told for told in article.disclosures if told.kind is DisclosureKind.CONSERVATIVE_CARE]


@pytest.mark.parametrize(
    "case",
    [case for group in CASES.values() for case in group],
    ids=[f"{name}: {case['text'][:60]}" for name, group in CASES.items() for case in group],
)
def test_the_care_that_a_text_tells(below_nerve_burning: Read, case: dict[str, Any]) -> None:
    found = {
        t.concept or "unnamed": "first" if t.first else "mentioned" for t in care(below_nerve_burning(case["text"]))
    }
    assert found == case.get("care", {})


def test_drugs_that_failed_are_no_care_on_a_page_about_them(read: Read) -> None:
    text = "It is for people in whom lidocaine patches have failed."
    assert read(f"# Nerve burning\n\n{text}").facts.conservative_care == "first"
    assert read(f"# Lidocaine patches\n\n{text}").facts.conservative_care == "absent"


@pytest.mark.parametrize(
    "text",
    [
        "Physiotherapy, tablets and epidural shots come first.",
        "Epidural shots, tablets and physiotherapy come first.",
    ],
)
def test_treatments_listed_beside_care_have_been_tried_as_well(below_nerve_burning: Read, text: str) -> None:
    (told,) = care(below_nerve_burning(text))
    assert (told.concept, told.first, told.interventions) == ("physio", True, ())


def test_the_treatment_that_care_failed_before_is_told_of(read: Read) -> None:
    (told,) = care(read("When physiotherapy has failed, epidural shots are an option."))
    assert (told.first, told.interventions) == (True, ("epidural",))


def test_treatments_far_from_the_care_are_not_listed_with_it(read: Read) -> None:
    (told,) = care(
        read("Physiotherapy comes first in every one of the towns by the sea that we wrote to about epidural shots.")
    )
    assert told.interventions == ("epidural",)


def test_care_before_a_treatment_that_is_hardly_named_does_not_come_first(read: Read) -> None:
    often = "Epidural shots, nerve burning and platelet-rich plasma are offered here."
    late = "When exercise has failed, weight loss surgery is an option."
    assert read(f"{often} {often}\n\n{late}").facts.conservative_care == "mentioned"
    assert read(f"{often}\n\n{late} {late}").facts.conservative_care == "first"


def test_getting_better_without_treatment_counts_where_care_is_named(below_nerve_burning: Read) -> None:
    better = "Most people get better on their own."
    (told,) = care(below_nerve_burning(better))
    assert (told.concept, told.first) == (UNNAMED, True)
    assert below_nerve_burning(better).facts.conservative_care == "absent"
    assert below_nerve_burning(f"{better} Exercise is good for you.").facts.conservative_care == "first"
    assert below_nerve_burning("Exercise is good for you.").facts.conservative_care == "mentioned"
