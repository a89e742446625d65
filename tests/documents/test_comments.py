"""Comments that readers of a page do not see, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.documents.position import Format
from medlint.documents.reading import parse

MARKDOWN, HTML, TEXT = Format.MARKDOWN, Format.HTML, Format.TEXT


def comments(source, form=MARKDOWN):
    document = parse(source, form)
    return [(comment.text, document.source[comment.start : comment.end]) for comment in document.comments]


@pytest.mark.parametrize("form", [MARKDOWN, HTML])
def test_a_comment_is_found_at_its_place(form):
    assert comments("<p>One.</p>\n\n<!-- note one -->\n\n<p>Two.</p>", form) == [("note one", "<!-- note one -->")]


def test_a_comment_inside_a_paragraph_is_found():
    assert comments("One <!-- a --> two.\nThree <!--b-->.") == [("a", "<!-- a -->"), ("b", "<!--b-->")]


def test_a_comment_over_several_lines_of_a_quote_is_one_comment():
    ((text, place),) = comments("> One.\n>\n> <!-- a\n> b -->\n> Two.")
    assert place.startswith("<!-- a") and place.endswith("b -->")
    assert text.startswith("a")


def test_a_comment_in_a_part_that_is_skipped_is_found():
    assert comments("<nav><!-- a --></nav><p>One.</p>", HTML) == [("a", "<!-- a -->")]


@pytest.mark.parametrize("source", ["`<!-- a -->` is code.", "```\n<!-- a -->\n```\n", "\\<!-- a -->"])
def test_what_only_looks_like_a_comment_is_none(source):
    assert comments(source) == []


@pytest.mark.parametrize("source", ["<!-- a", "<p>One.</p><!-- a", "<!DOCTYPE html><p>One.</p>", "<?php a ?>"])
def test_a_comment_that_never_ends_and_a_declaration_are_none(source):
    assert comments(source, HTML) == []


@pytest.mark.parametrize("form", [MARKDOWN, HTML, TEXT])
@pytest.mark.parametrize(
    ("matter", "texts"),
    [
        ("medlint: one -- two", ["one -- two"]),
        ("medlint:\n  - one\n  - 'two: three'", ["one", "two: three"]),
        ("medlint: {a: b}", ["{a: b}"]),
        ("other: one", []),
    ],
)
def test_front_matter_speaks_to_medlint_about_the_whole_page(form, matter, texts):
    document = parse(f"---\ntitle: A page\n{matter}\n---\n\nIt says this.\n", form)
    assert [comment.text for comment in document.comments] == texts
    assert all(comment.about_page for comment in document.comments)


def test_front_matter_of_plain_text_is_metadata_and_no_prose():
    document = parse("---\ntitle: A page\nauthor: Ana Example\n---\n\nIt says this.\n", TEXT)
    assert [block.text for block in document.blocks] == ["A page", "It says this."]
    assert document.metadata.authors == ("Ana Example",)
    assert document.position(document.blocks[1].source_span(0, 2)[0]).line == 6


@given(
    st.lists(
        st.sampled_from(["word ", "\n\n", "<!-- n -->", "> ", "- ", "`", "&amp;", "<b>", "\r\n", "é", "<!--", "-->"])
    )
)
def test_every_comment_stands_where_it_says(pieces):
    for form in (MARKDOWN, HTML):
        document = parse("".join(pieces), form)
        assert list(document.comments) == sorted(document.comments, key=lambda comment: comment.start)
        for comment in document.comments:
            place = document.source[comment.start : comment.end]
            assert place.startswith("<!--") and place.endswith("-->")
