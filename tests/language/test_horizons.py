import pytest

from medlint.language.article import Horizon
from medlint.language.horizons import horizon_of, longer


@pytest.mark.parametrize(
    ("text", "horizon"),
    [
        ("for a few days", Horizon.HOURS),
        ("within 48 hours", Horizon.HOURS),
        ("about two weeks", Horizon.WEEKS),
        ("6 weeks", Horizon.WEEKS),
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
