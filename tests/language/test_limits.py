"""Limits of a benefit that are told by the time it lasts, or takes to come."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from medlint.language.article import Article

Read = Callable[[str], Article]
HERE = Path(__file__).parent
CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load((HERE / "disclosures/limits.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "case",
    [case for group in CASES.values() for case in group],
    ids=[f"{name}: {case['text']}" for name, group in CASES.items() for case in group],
)
def test_the_limits_that_a_text_tells_by_time(below_nerve_burning: Read, case: dict[str, Any]) -> None:
    assert (below_nerve_burning(case["text"]).facts.limits == "present") is case.get("limit", False)


def test_time_is_a_limit_of_a_treatment_only(read: Read) -> None:
    assert read("The course lasts six weeks.").facts.limits == "absent"
    assert read("Nerve burning lasts six weeks.").facts.limits == "present"
