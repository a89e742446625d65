"""The parting of HTML into tags and text, held against the standard library's parser where that one is right."""

from html.parser import HTMLParser

import pytest
from generated import html_pages
from hypothesis import given
from hypothesis import strategies as st

from medlint.documents.tags import TokenKind, attributes, tokens


class Oracle(HTMLParser):
    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, {name: value or "" for name, value in reversed(attrs)}))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        self.found.append(f"/{tag}")


def tags(page):
    found = []
    for token in tokens(page):
        if token.kind is TokenKind.START:
            values = attributes(token.attributes)
            found.append((token.name, {name: attribute.value for name, attribute in values.items()}))
        elif token.kind is TokenKind.END:
            found.append(f"/{token.name}")
    return found


@given(html_pages())
def test_tags_and_attributes_are_those_of_the_standard_library(page):
    assert tags(page.source) == Oracle(page.source).found


@pytest.mark.parametrize(
    "tag",
    [
        "<a href=x>",
        "<A HREF='x' Title = \"y > z\" checked>",
        "<p data-a=1 data-a=2>",
        "<img src=a.png alt='&lt;b&gt; &amp; c'/>",
        "<p\nclass='x'\n>",
        "<br/>",
        "<a href=a/b/c>",
    ],
)
def test_attributes_are_those_of_the_standard_library(tag):
    assert tags(tag) == Oracle(tag).found


@given(st.text(alphabet="<>/!-?ab '\"=&;\n", max_size=60))
def test_tokens_follow_one_another_without_a_gap(page):
    end = 0
    for token in tokens(page):
        assert (token.start, token.end > token.start) == (end, True)
        end = token.end
    assert end == len(page)


def test_an_attribute_knows_where_it_stands():
    source = " name = 'author' content=\"Jo &amp; Al\""
    content = attributes(source)["content"]
    assert source[content.start : content.start + len(content.raw)] == "Jo &amp; Al"
    assert content.value == "Jo & Al"


def test_a_reference_of_five_thousand_digits_is_text():
    assert attributes("a='&#" + "1" * 5000 + ";'")["a"].value.startswith("\ufffd")
