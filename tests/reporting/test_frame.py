import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.reporting.frame import frame
from medlint.reporting.options import Options


@pytest.fixture
def framed(make_finding):
    def make(source, words, sentence=None, width=80):
        return list(frame(make_finding(source, words, sentence), source, Options(width=width)))

    return make


def test_carets_stand_under_the_words(framed):
    assert framed("It brings lasting relief.", "lasting relief") == [
        " 1 | It brings lasting relief.",
        "   |           ^^^^^^^^^^^^^^",
    ]


def test_the_frame_shows_the_sentence_not_the_line(framed):
    source = "First one. It brings lasting relief. Last one."
    assert framed(source, "lasting", "It brings lasting relief.")[0] == " 1 | It brings lasting relief."


def test_a_wrapped_sentence_keeps_its_line_numbers(framed):
    source = "Title\n\nIt brings\r\n  lasting\nrelief."
    assert framed(source, "lasting\nrelief", source[7:]) == [
        " 3 | It brings",
        " 4 | lasting",
        "   | ^^^^^^^",
        " 5 | relief.",
        "   | ^^^^^^",
    ]


def test_a_frame_counts_lines_as_editors_do(framed):
    source = "Title\r\rIt brings\r\nnow\rlasting\nrelief.\u2028\x0cSo."
    assert framed(source, "lasting\nrelief", source[7:]) == [
        " 3 | It brings",
        " 4 | now",
        " 5 | lasting",
        "   | ^^^^^^^",
        " 6 | relief.\\u2028\\x0cSo.",
        "   | ^^^^^^",
    ]


@pytest.mark.parametrize(
    ("before", "columns"),
    [("痛み ", 5), ("😀 ", 3), ("cafe\u0301 ", 5), ("\x1b ", 5), ("\u202e ", 7), ("café ", 5)],
)
def test_carets_count_columns(framed, before, columns):
    assert framed(before + "lasting", "lasting")[1] == "   | " + " " * columns + "^" * 7


def test_a_tab_is_shown_as_blanks_of_the_width_the_carets_count(framed):
    text, carets = framed("a\tlasting", "lasting")
    assert text.index("lasting") == carets.index("^")


def test_a_long_line_is_wrapped_with_its_carets(framed):
    shown = framed("word " * 8 + "lasting relief " + "word " * 8, "lasting relief", width=40)
    assert all(len(row) <= 40 for row in shown)
    assert "".join(shown).count("^") == len("lasting") + len("relief") + 1


def test_a_very_long_sentence_is_cut_on_both_sides(framed):
    source = "before " * 200 + "lasting " + "after " * 200
    shown = framed(source, "lasting")
    assert shown[0].startswith(" 1 | ...before")
    assert shown[-1].endswith("after...")
    assert len(shown) < 10


def test_very_long_words_are_cut(framed):
    assert len(framed("word " * 2000, "word " * 1999)) < 20


@given(st.text(st.sampled_from("ab \n\t痛\u0301"), max_size=60), st.text("xy", min_size=1, max_size=9))
def test_there_is_one_caret_for_each_column_of_the_words(before, words):
    from medlint.documents.model import Document, Format
    from medlint.linting.findings import Confidence, Finding, Severity

    source = f"{before}{words} end"
    place = Document("page.md", Format.MARKDOWN, source, ()).position
    span = place(len(before)), place(len(before) + len(words))
    finding = Finding("X", "x", "x", Severity.INFO, Confidence.LOW, "", words, *span, (0, len(source)))
    assert "".join(frame(finding, source, Options())).count("^") == len(words)
