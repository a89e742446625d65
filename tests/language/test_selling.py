"""What promises only in a seller's mouth, and what keeps words from promising anywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from medlint.language.article import Article
from medlint.language.cues import load_cues
from medlint.language.patterns import load_patterns

Read = Callable[[str], Article]
HERE = Path(__file__).parent


def cases(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((HERE / f"claims/{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def cues(article: Article) -> set[str]:
    return {cue for claim in article.claims for cue in claim.cues}


SOLD, UNLESS, MASKED = cases("selling"), cases("unless"), cases("masks")


@pytest.mark.parametrize("case", SOLD, ids=[case["text"] for case in SOLD])
def test_what_promises_only_in_a_sellers_mouth(below_nerve_burning: Read, sold: Read, case: dict[str, Any]) -> None:
    kinds = {claim.kind.value for claim in sold(case["text"]).claims if case["pattern"] in claim.cues}
    assert kinds == {case["kind"]}
    assert case["pattern"] not in cues(below_nerve_burning(case["text"]))


def test_every_pattern_of_a_seller_is_a_case_here() -> None:
    patterns = (pattern for group in load_patterns().values() for pattern in group)
    assert {pattern.name for pattern in patterns if pattern.voice == "seller"} == {case["pattern"] for case in SOLD}


@pytest.mark.parametrize("case", UNLESS, ids=[case["text"] for case in UNLESS])
def test_what_keeps_a_pattern_from_matching(sold: Read, case: dict[str, Any]) -> None:
    assert case["pattern"] not in cues(sold(case["text"]))
    assert case["pattern"] in cues(sold(case["but"]))


@pytest.mark.parametrize("case", MASKED, ids=[f"{case['cue']}: {case['text']}" for case in MASKED])
def test_what_keeps_a_cue_from_its_meaning(sold: Read, case: dict[str, Any]) -> None:
    assert case["cue"] not in cues(sold(case["text"]))
    assert case["cue"] in cues(sold(case["but"]))


def test_what_a_mask_is_for_is_what_it_lists_or_is_named_for() -> None:
    masks = [cue for cue in load_cues().values() if cue.category == "mask"]
    categories = {cue.category for cue in load_cues().values()}
    for mask in masks:
        assert set(mask.traits.get("masks", [mask.id.partition(".")[2]])) <= categories, mask.id


def test_what_a_pattern_excludes_can_stand_in_a_sentence() -> None:
    known = {name for cue in load_cues().values() for name in (cue.id, cue.category)} | {"harm", "outcome", "symptom"}
    for group in load_patterns().values():
        for pattern in group:
            assert set(pattern.unless) <= known, pattern.name
