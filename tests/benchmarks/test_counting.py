from __future__ import annotations

import pytest
from measures.counting import Counts, ratio


def test_pairs_of_truth_and_answer_are_counted() -> None:
    pairs = [(True, True)] * 3 + [(True, False)] + [(False, True)] * 2 + [(False, False)] * 4
    assert Counts.of(pairs) == Counts(tp=3, fp=2, fn=1, tn=4)


def test_rates_are_those_of_the_textbook() -> None:
    counts = Counts(tp=3, fp=2, fn=1, tn=4)
    assert counts.precision == pytest.approx(3 / 5)
    assert counts.recall == pytest.approx(3 / 4)
    assert counts.specificity == pytest.approx(4 / 6)
    assert counts.f1 == pytest.approx(2 * (3 / 5) * (3 / 4) / (3 / 5 + 3 / 4))
    assert counts.balanced_accuracy == pytest.approx((3 / 4 + 4 / 6) / 2)


def test_a_rate_of_nothing_is_no_number() -> None:
    assert ratio(0, 0) is None
    assert Counts(tn=5).recall is None
    assert Counts(tn=5).balanced_accuracy is None
