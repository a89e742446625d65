"""Percentages and shares that stand for one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.linting.arithmetic import contradict


@pytest.mark.parametrize(
    ("percent", "part", "whole"),
    [
        (0.2, 1, 500),
        (0.235, 1, 425),
        (0.235, 1, 430),
        (33, 1, 3),
        (30, 1, 3),
        (90, 9, 10),
        (85, 9, 10),
        (75, 45, 60),
        (64.3, 45, 70),
        (0.01, 1, 10000),
    ],
)
def test_what_may_have_been_rounded_agrees(percent, part, whole):
    assert not contradict(percent, part, whole)


@pytest.mark.parametrize(
    ("percent", "part", "whole"),
    [(0.235, 1, 23500), (0.2, 1, 20000), (85, 45, 60), (0.5, 1, 2000), (33, 1, 4), (0.01, 1, 1000), (60, 9, 10)],
)
def test_what_no_rounding_explains_contradicts(percent, part, whole):
    assert contradict(percent, part, whole)


@pytest.mark.parametrize(("percent", "part", "whole"), [(50, 5, 1), (50, 0, 5), (120, 1, 2), (30, 12, 2019)])
def test_numbers_that_make_no_share_contradict_nothing(percent, part, whole):
    assert not contradict(percent, part, whole)


@given(st.integers(1, 5000), st.integers(1, 5000), st.integers(0, 3))
def test_a_share_never_contradicts_its_own_percentage(part, more, decimals):
    whole = part + more
    assert not contradict(round(100 * part / whole, decimals), part, whole)
