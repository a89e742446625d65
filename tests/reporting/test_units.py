from hypothesis import given
from hypothesis import strategies as st

from medlint.documents.model import Document
from medlint.documents.position import Format
from medlint.reporting.units import utf8, utf16

TEXTS = st.text(st.sampled_from("ab\n\r é痛😀\u0301\U0010ffff"), max_size=60)


def position(source, offset):
    return Document("a.md", Format.MARKDOWN, source, ()).position(offset)


def test_a_word_after_an_emoji_and_an_accent_has_three_columns():
    source = "😀 café always"
    place = position(source, source.index("always"))
    assert (place.column, utf16(source).column(place), utf8(source).column(place)) == (8, 9, 12)


def test_columns_begin_anew_on_every_line():
    source = "😀😀\n😀x"
    place = position(source, source.index("x"))
    assert (utf16(source).column(place), utf8(source).column(place)) == (3, 5)


def test_plain_text_has_the_same_columns_in_every_unit():
    place = position("one two", 4)
    assert utf16("one two").column(place) == utf8("one two").column(place) == place.column == 5


@given(TEXTS, st.data())
def test_offsets_agree_with_the_encoders(source, data):
    offset = data.draw(st.integers(0, len(source)))
    before = source[:offset]
    assert utf16(source).offset(offset) == len(before.encode("utf-16-le")) // 2
    assert utf8(source).offset(offset) == len(before.encode("utf-8"))
