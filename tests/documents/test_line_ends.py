"""A line ends where an editor ends it: at a line feed, a carriage return, or both together, and nowhere else."""

import pytest
from readings import assert_well_formed, html, markdown, outline, places, plain

from medlint.documents.position import Format
from medlint.documents.reading import parse

PAGES = {
    "list": "# Backs\n\n- First.\n- It was almost painless.\n",
    "table": "| a | b |\n|---|---|\n| It was almost painless | c |\n",
    "quote": "> Some say\n> it was almost painless.\n",
    "fence": "```\nalmost painless\n```\n\nIt was almost painless.\n",
    "html in markdown": "<div>\nIt was\nalmost painless\n</div>\n\nIt was almost painless.\n",
    "front matter": "---\ntitle: Backs\nauthor: Jane Doe\n---\n\nIt was almost painless.\n",
    "wrapped": "It was almost\npainless. And\nalmost painless.\n",
    "setext": "Backs\n=====\n\nIt was almost painless.\n",
    "no end": "Backs\n\nIt was almost painless.",
}


@pytest.mark.parametrize("end", ["\r", "\r\n"])
@pytest.mark.parametrize("format", Format)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_alike_whatever_ends_its_lines(name, format, end):
    usual, other = (parse(PAGES[name].replace("\n", each), format) for each in ("\n", end))
    assert outline(other) == outline(usual)
    assert places(other, "almost painless") == places(usual, "almost painless")
    assert other.source.count(end) == PAGES[name].count("\n")
    assert other.metadata.authors == usual.metadata.authors
    assert_well_formed(other)


def test_a_block_of_lines_in_front_matter_may_end_with_carriage_returns():
    document = markdown("---\rdescription: |\r  It was almost\r  painless.\r---\rText.\r")
    assert document.blocks[0].text == "It was almost painless."
    assert document.position(document.blocks[0].segments[0].start).line == 3


@pytest.mark.parametrize(
    ("source", "line", "column"),
    [
        ("a\rb\r\nc\nx", 4, 1),
        ("a\r\r\nx", 3, 1),
        ("a\n\rx", 3, 1),
        ("\r\r\rx", 4, 1),
        ("a\r\n\r\nbx", 3, 2),
        ("a\x0c\x0b\x1c\x85\u2028\u2029x", 1, 8),
    ],
)
def test_an_offset_has_the_line_and_column_of_an_editor(source, line, column):
    position = plain(source).position(source.index("x"))
    assert (position.line, position.column) == (line, column)


def test_the_end_of_a_text_stands_behind_its_last_line_end():
    assert [html(f"a{end}").position(len(end) + 1).line for end in ("\r", "\r\n", "\n", "\r\r")] == [2, 2, 2, 3]


def test_a_carriage_return_stays_in_the_source():
    assert markdown("one\rtwo\r").source == "one\rtwo\r"
