"""Whether a percentage and a share ("1 in 400", "45 of 60 patients") that stand for one another agree.

Each is taken as the interval that it may have been rounded from; they contradict one another where these lie apart.
"""

from __future__ import annotations

from math import floor, log10

FEW = 10  # a share of so few is a rounded way of speaking: "9 out of 10"
_YEARS = range(1900, 2101)  # "12 in 2019" is no share


def contradict(percent: float, part: float, whole: float) -> bool:
    """Whether `percent` and `part` in `whole` cannot both be right. Numbers that make no share contradict nothing."""
    if not 0 < part <= whole or percent > 100 or (part != 1 and whole in _YEARS):
        return False
    rough = part == 1 or whole <= FEW
    low, high = _share(part, whole) if rough else (100 * part / whole,) * 2
    slack = _percent_slack(percent, rough)
    return percent + slack < low or percent - slack > high


def _share(part: float, whole: float) -> tuple[float, float]:
    """The percentages from which "1 in 400" or "9 out of 10" may have been rounded."""
    if part == 1:
        slack = _half_of_last_place(whole)
        return 100 / (whole + slack), 100 / max(whole - slack, 1)
    return 100 * (part - 0.5) / whole, 100 * min(part + 0.5, whole) / whole


def _half_of_last_place(number: float) -> float:
    """Half of the place of the last digit that is not 0: 50 for 23,500."""
    place = 10 ** floor(log10(number))
    while number % place:
        place //= 10
    return place / 2 if place >= 1 else 0.5


def _percent_slack(percent: float, rough: bool) -> float:
    if rough and percent and percent % 5 == 0:
        return 5 if percent % 10 == 0 else 2.5
    decimals = len(f"{percent:.9f}".rstrip("0").partition(".")[2])
    return float(0.5 * 10**-decimals) + 1e-9
