"""Counts of right and wrong answers, and the rates made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


def ratio(part: float, whole: float) -> float | None:
    """`part / whole`, or nothing where there is no whole."""
    return part / whole if whole else None


@dataclass(frozen=True, slots=True)
class Counts:
    """True and false positives and negatives of one yes-or-no answer."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    tn: int = 0

    @classmethod
    def of(cls, pairs: Iterable[tuple[bool, bool]]) -> Counts:
        """Count pairs of (what is so, what was found)."""
        pairs = list(pairs)
        return cls(
            tp=sum(so and found for so, found in pairs),
            fp=sum(found and not so for so, found in pairs),
            fn=sum(so and not found for so, found in pairs),
            tn=sum(not so and not found for so, found in pairs),
        )

    @property
    def total(self) -> int:
        """How many were asked about."""
        return self.tp + self.fp + self.fn + self.tn

    @property
    def precision(self) -> float | None:
        """The share of what was found that is so."""
        return ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float | None:
        """The share of what is so that was found: sensitivity."""
        return ratio(self.tp, self.tp + self.fn)

    @property
    def specificity(self) -> float | None:
        """The share of what is not so that was left alone."""
        return ratio(self.tn, self.tn + self.fp)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn)

    @property
    def balanced_accuracy(self) -> float | None:
        """The mean of recall and specificity."""
        if self.recall is None or self.specificity is None:
            return None
        return (self.recall + self.specificity) / 2
