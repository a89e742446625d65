import pytest

from medlint.reporting.options import Options
from medlint.reporting.terminal import inert, paint, printable, text_columns


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain café", "plain café"),
        ("red \x1b[31m text", "red \\x1b[31m text"),
        ("bell \a, delete \x7f, C1 \x9b", "bell \\x07, delete \\x7f, C1 \\x9b"),
        ("two\nlines", "two\\x0alines"),
        ("reversed \u202e text", "reversed \\u202e text"),
        ("line\u2028separator", "line\\u2028separator"),
    ],
)
def test_what_would_steer_the_terminal_is_escaped(text, shown):
    assert printable(text) == shown


def test_what_the_encoding_lacks_is_escaped():
    assert printable("café 😀", "cp1252") == "café \\U0001f600"
    assert printable("café", "ascii") == "caf\\xe9"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("pain", 4),
        ("café", 4),
        ("cafe\u0301", 4),
        ("痛み", 4),
        ("😀", 2),
        ("a\u200db", 2),
        ("co\u00adop", 5),
        ("\uff46", 2),
    ],
)
def test_width_counts_columns_not_characters(text, columns):
    assert text_columns(text) == columns


def test_without_colour_no_style_is_written():
    assert paint("words", Options(color=False), fg="red", bold=True) == "words"
    assert paint("words", Options(color=True), fg="red") == "\x1b[31mwords\x1b[0m"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error ::x", r"\x3a:error ::x"),
        ("one\n  ::error", "one\n  \\x3a:error"),
        ("a ##[add-mask]b", r"a \x23#[add-mask]b"),
        ("a ##vso[x]b", r"a \x23#vso[x]b"),
        ("path.md:1:2 a::b ## c [d]", "path.md:1:2 a::b ## c [d]"),
    ],
)
def test_what_a_build_log_would_obey_is_escaped(text, shown):
    assert inert(text) == shown
