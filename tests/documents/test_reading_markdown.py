"""Markdown: blocks, lists, tables, notes, and the HTML inside it."""

import pytest
from readings import block, heading_above, introduced_by, markdown, outline, texts


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("# One\n\nTwo\n", [("heading", "One"), ("paragraph", "Two")]),
        ("One\n===\n", [("heading", "One")]),
        ("## Knee pain {#knee .wide}\n", [("heading", "Knee pain")]),
        ("- one\n- two\n", [("list-item", "one"), ("list-item", "two")]),
        ("1. one\n2. two\n", [("list-item", "one"), ("list-item", "two")]),
        ("- [x] one\n- [ ] two\n", [("list-item", "one"), ("list-item", "two")]),
        ("- • one\n\n- • two\n", [("list-item", "one"), ("list-item", "two")]),
        ("> said\n", [("quote", "said")]),
        ("> [!WARNING]\n> Mind this.\n", [("paragraph", "Mind this.")]),
        ("| a | b |\n|---|---|\n| c | d |\n", [("table-cell", cell) for cell in "abcd"]),
        ("one  \ntwo\\\nthree\n", [("paragraph", "one two three")]),
        ("Press `Ctrl` to stop\n", [("paragraph", "Press to stop")]),
        ("left`code`right\n", [("paragraph", "left right")]),
        ("(`code`).Done\n", [("paragraph", "().Done")]),
        ("in*ter*ven**tion**al\n", [("paragraph", "interventional")]),
        ("A ~~sure~~ possible gain\n", [("paragraph", "A possible gain")]),
        ("See <https://example.org/a> or www.example.org/b, please\n", [("paragraph", "See or , please")]),
        ("Known[^1].\n\n[^1]: A side remark.\n", [("paragraph", "Known."), ("paragraph", "A side remark.")]),
        ("Pain<sup>1,2</sup> falls\n", [("paragraph", "Pain falls")]),
        ("A dose of 10<sup>6</sup> cells\n", [("paragraph", "A dose of 10 6 cells")]),
        ("one<br>two\n", [("paragraph", "one two")]),
        ("one\n\n---\n\n***\n\ntwo\n", [("paragraph", "one"), ("paragraph", "two")]),
        ("a\tb  c\n", [("paragraph", "a b c")]),
    ],
)
def test_the_blocks_of(source, blocks):
    assert outline(markdown(source)) == blocks


def test_what_is_no_prose_is_counted_by_reason():
    inline = "![x ray](a.png) `a` <!-- b --> https://example.org"
    document = markdown(f"{inline}\n\n    code\n\n```\nmore\ncode\n```\n\n<style>p {{}}</style>\n")
    assert document.blocks == ()
    assert document.skipped == {"alt": 1, "code": 3, "comment": 1, "style": 1, "url": 1}


def test_html_blocks_are_read_as_html():
    document = markdown("<div>\n\n*One* more\n\n<p>two &lt; <b>three</b></p>\n<script>let four;</script>\n</div>\n")
    assert texts(document) == ["One more", "two < three"]


def test_html_that_is_never_closed_ends_with_its_paragraph():
    assert texts(markdown("The <script> tag is odd.\n\nNext.\n")) == ["The", "Next."]


def test_markdown_between_html_tags_stays_in_the_element():
    document = markdown("<details>\n<summary>Is it safe?</summary>\n\nMostly.\n\n</details>\n")
    assert heading_above(document, "Mostly") == "Is it safe?"


def test_a_nested_item_is_introduced_by_its_parent():
    document = markdown("What helps:\n\n- movement\n  - walking\n    - uphill\n  - swimming\n- heat\n")
    assert [introduced_by(document, start) for start in ("movement", "walking", "uphill", "swimming", "heat")] == [
        "What helps:",
        "movement",
        "walking",
        "movement",
        "What helps:",
    ]
    assert [block.level for block in document.blocks] == [0, 1, 2, 3, 2, 1]


def test_a_second_paragraph_of_an_item_is_introduced_by_the_first():
    document = markdown("- Heat\n\n  It may soothe.\n")
    assert introduced_by(document, "It may") == "Heat"
    assert block(document, "It may").kind.value == "list-item"


def test_a_list_right_under_a_heading_has_no_lead_in():
    document = markdown("Before.\n\n## What helps\n\n- heat\n")
    assert introduced_by(document, "heat") is None
    assert heading_above(document, "heat") == "What helps"


def test_a_footnote_that_cites_is_a_reference():
    document = markdown("Known[^1].\n\n[^1]: Doe J et al. Backs. Spine 2020;4:1. <https://doi.org/10.1/x>\n")
    assert texts(document) == ["Known."]
    [reference] = document.metadata.references
    assert reference.url == "https://doi.org/10.1/x"
    assert document.source[reference.start : reference.end].startswith("Doe J et al.")


def test_a_list_typed_in_one_line_is_parted():
    source = "It is used for:    - sore knees.    - stiff hips.    Ask first.     Then rest."
    document = markdown(source)
    assert outline(document) == [
        ("paragraph", "It is used for:"),
        ("list-item", "sore knees."),
        ("list-item", "stiff hips."),
        ("paragraph", "Ask first."),
        ("paragraph", "Then rest."),
    ]
    assert introduced_by(document, "stiff") == "It is used for:"
    assert document.source[slice(*block(document, "stiff").source_span(0, 11))] == "stiff hips."


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("Uses: - knees - hips - backs", ["Uses:", "knees", "hips", "backs"]),
        ("It eases pain. - It is quick. - It is cheap.", ["It eases pain.", "It is quick.", "It is cheap."]),
        ("Rest - at least at night - is wise.", ["Rest - at least at night - is wise."]),
        ("Rest: a must - as ever.", ["Rest: a must - as ever."]),
        ("Quick • cheap • kind", ["Quick", "cheap", "kind"]),
        ("Typed.  With two spaces.", ["Typed. With two spaces."]),
    ],
)
def test_runs_of_dashes_and_bullets(source, blocks):
    assert texts(markdown(source)) == blocks


def test_a_short_bold_paragraph_above_text_is_a_heading():
    document = markdown("## Care\n\n**What to expect**\n\nA short stay.\n\n**Always** rest.\n")
    assert heading_above(document, "A short") == "What to expect"
    assert heading_above(document, "What to") == "Care"
    assert block(document, "Always").kind.value == "paragraph"
