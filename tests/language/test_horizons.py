import pytest

from medlint.language.article import Horizon
from medlint.language.horizons import horizon_of, longer, times_in


@pytest.mark.parametrize(
    ("text", "horizon"),
    [
        ("for a few days", Horizon.HOURS),
        ("within 48 hours", Horizon.HOURS),
        ("about two weeks", Horizon.WEEKS),
        ("6 weeks", Horizon.WEEKS),
        ("6 wéeks", Horizon.WEEKS),
        ("several weeks or months", Horizon.MONTHS),
        ("up to 3 months", Horizon.MONTHS),
        ("six to nine months", Horizon.MEDIUM),
        ("as long as a year", Horizon.MEDIUM),
        ("6 to 18 months", Horizon.LONG),
        ("for years", Horizon.LONG),
        ("a lasting effect", Horizon.UNSTATED),
    ],
)
def test_the_longest_span_of_time_counts(text: str, horizon: Horizon) -> None:
    assert horizon_of(text) is horizon


def test_any_horizon_is_longer_than_none() -> None:
    assert longer(Horizon.UNSTATED, Horizon.HOURS) is Horizon.HOURS
    assert longer(Horizon.PERMANENT, Horizon.LONG) is Horizon.PERMANENT


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("It lasts six weeks.", ["six weeks"]),
        ("After 2 days it lasts for 3-months, or a year.", ["2 days", "3-months", "a year"]),
        ("for weeks, months or years", []),
        ("a weekend of sixteen-wheelers", []),
    ],
)
def test_only_times_that_are_counted_are_placed(text: str, times: list[str]) -> None:
    assert [text[time.start : time.end] for time in times_in(text)] == times


def test_a_placed_time_knows_its_own_horizon() -> None:
    assert [time.horizon for time in times_in("two days, two weeks, then two years")] == [
        Horizon.HOURS,
        Horizon.WEEKS,
        Horizon.LONG,
    ]
