"""Words are read as people see them, whatever stands between their letters or in place of them."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from readings import assert_well_formed, html, markdown, plain, texts

from medlint.documents.phrases import phrases
from medlint.documents.position import Format
from medlint.documents.reading import parse

TABLE = yaml.safe_load((Path(__file__).parent / "disguised_words.yaml").read_text(encoding="utf-8"))
CASES, HONEST = TABLE["disguised"], TABLE["honest"]
EVERY = [(Format(name), case) for case in CASES for name in case.get("in", Format)]
WRAPPED = {Format.HTML: "<div>This {} it.</div>", Format.MARKDOWN: "This {} it.\n", Format.TEXT: "This {} it.\n"}


@pytest.mark.parametrize(("format", "case"), EVERY, ids=[f"{case['name']}-{form}" for form, case in EVERY])
def test_a_disguised_word_is_read_and_maps_back(format, case):
    read, written = case.get("read", "heals"), case["written"]
    document = parse(WRAPPED[format].replace("{}", written), format)
    assert texts(document) == [f"This {read} it."]
    start, end = document.blocks[0].source_span(5, 5 + len(read))
    shown = document.source[start:end]
    assert shown and shown in written
    assert document.source[:start].endswith("This ")
    assert_well_formed(document)


@pytest.mark.parametrize("word", ["\uff41", "\ufb01", "\u0435\u0301", "e\u0338"])
def test_the_letters_around_a_folded_one_map_to_themselves(word):
    document = plain(f"ab{word}yz")
    text = document.blocks[0].text
    assert document.blocks[0].source_span(1, 2) == (1, 2)
    assert document.blocks[0].source_span(len(text) - 1, len(text)) == (len(word) + 3, len(word) + 4)


def test_every_look_alike_is_read_as_the_letter_it_is_listed_under():
    for script, letters in phrases("lookalikes").items():
        for letter, alike in letters.items():
            for each in alike:
                assert texts(plain(f"ab{each}yz")) == [f"ab{letter}yz"], (script, each)


@pytest.mark.parametrize("text", HONEST)
def test_what_is_no_disguise_is_left_alone(text):
    assert texts(plain(text)) == [text]


def test_an_accent_typed_apart_is_the_accented_letter():
    document = plain("Me\u0301nie\u0300re")
    assert texts(document) == ["Ménière"]
    assert document.blocks[0].source_span(1, 2) == (1, 3)


@pytest.mark.parametrize("blank", ["\u3164", "\u2800", "\uffa0", "&nbsp;", "&#x3164;", " \u200b "])
def test_signs_that_show_as_a_gap_part_words(blank):
    assert texts(html(f"<p>it{blank}heals</p>")) == ["it heals"]


def test_what_people_see_between_letters_parts_them():
    assert texts(html("he <code>x</code> als, he<br>als, he<img alt='a picture'>als")) == ["he als, he als, he als"]
    assert texts(html("<p>he<p></p>als</p>")) == ["he", "als"]
    assert texts(html("<p>he</p>als")) == ["he", "als"]


def test_a_figure_in_other_digits_is_a_figure():
    assert texts(plain("\uff19\uff15\uff05 and \U0001d7d7\U0001d7d3%")) == ["95% and 95%"]


def test_a_disguised_title_in_front_matter_is_read():
    assert texts(markdown('---\ntitle: "It he\\u200bals, h\\u0435als"\n---\nText.\n'))[0] == "It heals, heals"


def test_thousands_of_marks_on_one_letter_are_dropped_at_once():
    assert texts(plain("heal" + "\u0301\u0323" * 200_000 + "s")) == ["heaḷs"]


@given(
    st.text(st.sampled_from("ae \u043e\u03bf\u0301\u0338\ufb01\u2163\u200b\uff41²é%-.<b>&#;")), st.sampled_from(Format)
)
def test_every_segment_of_folded_text_lies_in_order(source, format):
    document = parse(source, format)
    assert_well_formed(document)
    for block in document.blocks:
        assert block.text == "".join(segment.text for segment in block.segments)
        assert " ".join(block.text.split()) == block.text
