from hypothesis import given
from hypothesis import strategies as st

from medlint.reporting.layout import cells, rows, wrap
from medlint.reporting.options import Options
from medlint.reporting.terminal import text_columns


def laid_out(text, width):
    return ["".join(cell.shown for cell in row) for row in rows(cells(text, "utf-8"), width)]


def test_a_line_breaks_at_a_blank():
    assert laid_out("one two three", 8) == ["one two", "three"]


def test_a_word_longer_than_the_row_is_broken():
    assert laid_out("x" * 12, 5) == ["xxxxx", "xxxxx", "xx"]


def test_a_wide_character_takes_two_columns_of_a_row():
    assert laid_out("痛痛痛痛", 5) == ["痛痛", "痛痛"]


def test_a_blank_line_has_no_rows():
    assert laid_out(" \t ", 10) == []


@given(st.text(st.sampled_from("ab \t痛\u0301\x1b😀"), max_size=80), st.integers(10, 40))
def test_no_row_is_too_wide_and_nothing_but_blanks_is_lost(text, width):
    shown = laid_out(text, width)
    assert all(text_columns(row) <= width for row in shown)
    assert "".join("".join(shown).split()) == "".join(text.replace("\x1b", "\\x1b").split())


def test_a_paragraph_hangs_under_its_label():
    text = wrap("the quick brown fox jumps", Options(width=30), first="label:   ", rest=" " * 9)
    assert text == "label:   the quick brown fox\n         jumps"
