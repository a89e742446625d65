"""Reading takes time in proportion to the length of the text, however it is made, and no depth of nesting stops it."""

import time

import pytest

from medlint.documents.position import Format
from medlint.documents.reading import parse

SMALL, LARGE = 4_000, 32_000
PATTERNS = [
    (Format.HTML, "<a "),
    (Format.HTML, "<a b='"),
    (Format.HTML, "<!--"),
    (Format.HTML, "<![CDATA["),
    (Format.HTML, "</a "),
    (Format.HTML, "&#"),
    (Format.HTML, "<b><p><i></b>"),
    (Format.HTML, "<table><tr><td>"),
    (Format.HTML, "<a href=x>y</a> "),
    (Format.HTML, "x<sup>1</sup>"),
    (Format.MARKDOWN, "["),
    (Format.MARKDOWN, "**a *b "),
    (Format.MARKDOWN, "a    - b"),
    (Format.MARKDOWN, "é"),
    (Format.MARKDOWN, "<p>*a* "),
    (Format.MARKDOWN, "# References\n\na\n\n"),
    (Format.TEXT, "1 "),
    (Format.TEXT, "www."),
    (Format.TEXT, "By A B, "),
    (Format.TEXT, "a\n"),
    (Format.TEXT, "x: - a "),
    (Format.TEXT, "     "),
]


def seconds(source, format):
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        parse(source, format)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize(("format", "unit"), PATTERNS, ids=[f"{f.value}-{u!r}" for f, u in PATTERNS])
def test_eight_times_the_text_takes_nowhere_near_sixty_four_times_as_long(format, unit):
    small, large = (seconds(unit * (size // len(unit)), format) for size in (SMALL, LARGE))
    assert large < max(0.05, 24 * small)


@pytest.mark.parametrize(
    ("format", "source"),
    [
        (Format.MARKDOWN, "> " * 10_000 + "deep"),
        (Format.MARKDOWN, "".join("  " * depth + "- deep\n" for depth in range(300))),
        (Format.MARKDOWN, "*a **b " * 5_000 + "deep"),
        (Format.HTML, "<div>" * 10_000 + "deep"),
        (Format.HTML, "<ul><li>" * 10_000 + "deep"),
        (Format.HTML, "<b>" * 10_000 + "deep" + "</i>" * 10_000),
        (Format.HTML, "<table><tr><td>" * 5_000 + "deep"),
        (Format.TEXT, "".join(" " * depth + "- deep\n" for depth in range(1_000))),
    ],
)
def test_deep_nesting_is_read_to_the_bottom(format, source):
    assert parse(source, format).blocks[-1].text.endswith("deep")


def test_a_line_of_a_megabyte_is_read():
    source = "Warmth may help. " * 60_000
    for format in Format:
        assert len(parse(source, format).blocks[0].text) == len(source) - 1
