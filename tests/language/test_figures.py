import pytest

from medlint.language.figures import figures_in


@pytest.mark.parametrize(
    ("text", "words", "percent"),
    [
        ("a 95% success rate", "95%", 95),
        ("in 70 to 80 per cent of people", "70 to 80 per cent", 80),
        ("nine out of ten patients", "nine out of ten", 90),
        ("1 in 4 people", "1 in 4", 25),
        ("relief in 62.5 percent", "62.5 percent", 62.5),
        ("nine oút óf tén patients", "nine oút óf tén", 90),
    ],
)
def test_shares_are_read_as_percentages(text: str, words: str, percent: float) -> None:
    (placed,) = figures_in(text)
    assert (text[placed.start : placed.end], placed.figure.value, placed.figure.unit) == (words, percent, "%")


@pytest.mark.parametrize(
    "text", ["in 2024 in 3 cities", "10 in 5 tries", "version 2.5 of the form", "8 in the morning"]
)
def test_other_numbers_are_no_shares(text: str) -> None:
    assert list(figures_in(text)) == []
