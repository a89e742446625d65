"""HTML: blocks from elements, and browsers' patience with bad markup."""

import pytest
from readings import block, heading_above, html, introduced_by, outline


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<h3>One</h3><p>Two</p>", [("heading", "One"), ("paragraph", "Two")]),
        ("<p>one<p>two", [("paragraph", "one"), ("paragraph", "two")]),
        ("<ul><li>one<li>two</ul>", [("list-item", "one"), ("list-item", "two")]),
        ("<div>one<div>two</div>three</div>", [("paragraph", word) for word in ("one", "two", "three")]),
        ("<p>in<b>ter</b>ven<i>tion</i></p>", [("paragraph", "intervention")]),
        ("<p>  many \n\t spaces  </p>", [("paragraph", "many spaces")]),
        ("<p>one   two</p>", [("paragraph", "one two")]),
        ("<p>1 < 2 & 3 > 2</p>", [("paragraph", "1 < 2 & 3 > 2")]),
        ("<p>&lt;b&gt; &copy &bogus; &#8217;</p>", [("paragraph", "<b> © &bogus; ’")]),
        ("<p>one<br>two<br><br>three</p>", [("paragraph", "one two"), ("paragraph", "three")]),
        ("<blockquote><p>said</p></blockquote>", [("quote", "said")]),
        ("<figure><img alt='x'><figcaption>shown</figcaption></figure>", [("caption", "shown")]),
        (
            "<table><caption>sum</caption><tr><td>1<td>2</table>",
            [("caption", "sum"), ("table-cell", "1"), ("table-cell", "2")],
        ),
        ("<table role=presentation><tr><td>laid out</table>", [("paragraph", "laid out")]),
        ("<div role=heading aria-level=2>One</div>", [("heading", "One")]),
        ("<h2><button>Is it safe?</button></h2>", [("heading", "Is it safe?")]),
        ("<p>a</b></i></div>b</p>", [("paragraph", "ab")]),
        ("<p>• one</p><p>• two</p>", [("list-item", "one"), ("list-item", "two")]),
        ("<p>x <a <b>y</p>", [("paragraph", "x y")]),
        ("<p>x</p><!-- never closed <p>y</p>", [("paragraph", "x")]),
        ("<p>x <a href='never closed>y</p> z", [("paragraph", "x y"), ("paragraph", "z")]),
        ("<p>x</p><script>y", [("paragraph", "x")]),
        ("<p>★ ★ ★</p>", []),
        ("<![CDATA[x]]><p>y</p><?php z ?>", [("paragraph", "y")]),
    ],
)
def test_the_blocks_of(source, blocks):
    assert outline(html(source)) == blocks


def test_the_title_and_description_come_first():
    description = '<meta content="Sore &quot;backs&quot;" name=Description>'
    document = html(f"<head><title>Back\n &amp; neck</title>{description}</head><p>Text</p>")
    assert outline(document) == [("title", "Back & neck"), ("description", 'Sore "backs"'), ("paragraph", "Text")]
    assert document.source[slice(*document.blocks[1].source_span(5, 12))] == "&quot;backs&quot;"
    assert document.metadata.title == "Back & neck"


def test_definitions_are_introduced_by_their_terms():
    document = html("<p>Kinds:<dl><dt>Heat<dd>packs<dd>baths<dt>Cold<dd>ice</dl>")
    assert [introduced_by(document, start) for start in ("Heat", "packs", "baths", "Cold", "ice")] == [
        "Kinds:",
        "Heat",
        "Heat",
        "Kinds:",
        "Cold",
    ]


def test_bulleted_paragraphs_are_introduced_like_a_list():
    document = html("<p>It eases:</p><p>• pain</p><p>• worry</p>")
    assert introduced_by(document, "worry") == "It eases:"


def test_lists_nest_in_items_with_or_without_paragraphs():
    document = html("<ul><li><p>Move</p><ul><li>walk</ul><li>Rest</ul>")
    assert introduced_by(document, "walk") == "Move"
    assert block(document, "walk").level == 2
    assert introduced_by(document, "Rest") is None


def test_a_list_inside_a_quote_is_quoted_and_introduced():
    document = html("<blockquote>She said:<ul><li>move</ul></blockquote>")
    assert outline(document) == [("quote", "She said:"), ("quote", "move")]
    assert introduced_by(document, "move") == "She said:"


def test_the_question_of_a_disclosure_widget_heads_its_answer():
    document = html("<h2>Questions</h2><details><summary>Does it hurt?</summary>A little.</details>")
    assert heading_above(document, "A little") == "Does it hurt?"
    assert heading_above(document, "Does it") == "Questions"


def test_front_matter_before_html_is_metadata():
    document = html("---\ntitle: Knees\nauthor: Jo Doe\n---\n<p>Text</p>")
    assert outline(document) == [("title", "Knees"), ("paragraph", "Text")]
    assert document.metadata.authors == ("Jo Doe",)
