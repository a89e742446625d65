"""What holds for every page: nothing is lost, nothing is made up, and every segment stands where it says."""

import re
from html import unescape
from pathlib import Path

from generated import html_pages, markdown_pages
from hypothesis import given
from hypothesis import strategies as st
from readings import METADATA_KINDS, assert_well_formed, html, markdown, plain

from medlint.documents.position import Format
from medlint.documents.reading import parse

INVISIBLE = str.maketrans("", "", ">\xad\u200b\u2060\ufeff")
NOISE = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("<>&;#/!-[]()`*_~|:'\"= \n\r\t.\\+{}%123aehp\ufeff\xa0\xad\0\u2022")
    )
)
PIECES = (Path(__file__).parent / "odd_pieces.txt").read_text(encoding="utf-8").splitlines()
FRAGMENTS = st.lists(st.sampled_from([*PIECES, "\n", "\n\n", "\r\n", "   "]), max_size=30).map(" ".join)


def assert_segments_decode(document):
    for block in document.blocks:
        for segment in block.segments:
            written = document.source[segment.start : segment.end]
            if segment.text == " ":
                # whitespace, or what was left out between two words
                assert not written.translate(INVISIBLE).strip() or re.search(r"[`<!&\[\](/\\*_~]|www", written)
            else:
                assert segment.text in {written, unescape(written)}


@given(markdown_pages())
def test_markdown_gives_every_word_and_no_other(page):
    document = markdown(page.source)
    assert_well_formed(document)
    assert_segments_decode(document)
    assert " ".join(block.text for block in document.blocks).split() == list(page.words)


@given(html_pages())
def test_html_gives_every_word_and_no_other(page):
    document = html(page.source)
    assert_well_formed(document)
    assert_segments_decode(document)
    body = [block.text for block in document.blocks if block.kind not in METADATA_KINDS]
    assert " ".join(body).split() == list(page.words)


@given(markdown_pages())
def test_plain_text_gives_every_word(page):
    source = re.sub(r"[^\w\r\n.]", " ", page.source)
    document = plain(source)
    assert_well_formed(document)
    assert_segments_decode(document)
    assert " ".join(block.text for block in document.blocks).split() == source.split()


@given(st.sampled_from(Format), st.one_of(NOISE, FRAGMENTS, st.text()))
def test_no_text_is_too_odd_to_read(format, source):
    document = parse(source, format)
    assert_well_formed(document)
    assert all(" ".join(block.text.split()) == block.text for block in document.blocks)
    assert len(document.source) == len(source.removeprefix("\ufeff"))
    document.position(len(document.source))


def test_lone_surrogates_become_replacement_characters():
    for format in Format:
        document = parse("It is a\ud800b here.", format)
        assert document.blocks[0].text == "It is a\ufffdb here."
