"""Plain text: what blank lines, bullets, line lengths and short lines tell."""

import pytest
from readings import block, heading_above, introduced_by, outline, plain, texts

WRAPPED = (
    "Many people who have had a sore back for a few days find that it\n"
    "settles by itself, and that staying active helps. The clinic of\n"
    "Example Town sees those for whom it does not. Rest in bed is no\n"
    "longer advised.\n"
)
LONG = (
    "A paragraph that came out of a web page stands in one single line, however long that line may turn out to be "
    "when all is said."
)


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("One line.\n\nAnother line.", [("paragraph", "One line."), ("paragraph", "Another line.")]),
        ("Knee care\n\nKnees need care.", [("heading", "Knee care"), ("paragraph", "Knees need care.")]),
        ("Knee care\nKnees need care.", [("heading", "Knee care"), ("paragraph", "Knees need care.")]),
        ("Uses:\n- knees\n- hips", [("paragraph", "Uses:"), ("list-item", "knees"), ("list-item", "hips")]),
        ("x.\n\n  • knees\n\n  • hips", [("paragraph", "x."), ("list-item", "knees"), ("list-item", "hips")]),
        (
            "x.\n1. knees\n2) hips\n(3) toes",
            [("paragraph", "x."), *(("list-item", w) for w in ("knees", "hips", "toes"))],
        ),
        ("- a knee that\n  is wrapped\n- hips", [("list-item", "a knee that is wrapped"), ("list-item", "hips")]),
        ("Done.\n-----\nNext.", [("paragraph", "Done."), ("paragraph", "Next.")]),
        ("One.\rTwo.\r\n\r\nThree.", [("paragraph", word) for word in ("One.", "Two.", "Three.")]),
        ("It helps.     It is cheap.", [("paragraph", "It helps."), ("paragraph", "It is cheap.")]),
        ("Only one short line", [("paragraph", "Only one short line")]),
    ],
)
def test_the_blocks_of(source, blocks):
    assert outline(plain(source)) == blocks


def test_a_wrapped_paragraph_is_one_block():
    document = plain("Sore backs\n" + WRAPPED + "\nThe end.")
    assert texts(document) == ["Sore backs", " ".join(WRAPPED.split()), "The end."]


def test_long_lines_are_paragraphs_of_their_own():
    assert texts(plain(f"{LONG}\n{LONG}\nShort heading\n{LONG}")) == [LONG, LONG, "Short heading", LONG]


def test_the_first_line_is_the_main_heading_and_others_stand_below_it():
    document = plain(f"How is a sore back best looked after by those who have one?\n\n{LONG}\n\nHeat\n\n{LONG}x")
    assert [(b.level, b.text) for b in document.blocks if b.kind.value == "heading"] == [
        (1, "How is a sore back best looked after by those who have one?"),
        (2, "Heat"),
    ]
    assert heading_above(document, "Heat") == "How is a sore back best looked after by those who have one?"


@pytest.mark.parametrize(
    "line",
    [
        "This one ends in a full stop.",
        "This one ends in a full stop and a mark. 1, 2",
        "May 2, 2024",
        "Last updated: May 2, 2024",
        "A line of more than twelve words is far too long to be any heading at all",
    ],
)
def test_a_line_that_is_no_heading(line):
    document = plain(f"{LONG}\n\n{line}\n\n{LONG}")
    assert block(document, line).kind.value == "paragraph"


def test_headings_may_follow_each_other_but_short_lines_need_something_below():
    document = plain(
        f"{LONG}\n\nWhen it helps\n\nFor a stiff neck\n\n{LONG}\n\nSend\nCancel\nReset\n\nLast updated: May 2, 2024"
    )
    kinds = {b.text: b.kind.value for b in document.blocks}
    assert [kinds[text] for text in ("When it helps", "For a stiff neck")] == ["heading", "heading"]
    assert [kinds[text] for text in ("Send", "Cancel", "Reset")] == ["paragraph"] * 3


def test_a_short_line_with_a_colon_introduces_a_list_and_heads_a_paragraph():
    document = plain(f"{LONG}\n\nIt eases:\n  • pain\n\nAfterwards:\n\n{LONG}x")
    assert introduced_by(document, "pain") == "It eases:"
    assert heading_above(document, LONG + "x") == "Afterwards:"


def test_numbered_steps_are_headings_even_with_a_colon():
    document = plain("x.\n\nStep 1: If it is sore:\n\n  • rest\n\nStep 2: If it lasts:\n\n  • ask\n")
    assert heading_above(document, "ask") == "Step 2: If it lasts:"


def test_lines_with_labels_are_paragraphs():
    document = plain(
        "Kinds of care:\n\nHeat: warm packs on the back\n\nCold: ice in a cloth\n\nTouch: a gentle hand.\n"
    )
    assert [b.kind.value for b in document.blocks] == ["heading", "paragraph", "paragraph", "paragraph"]


def test_indented_items_are_nested_and_a_paragraph_ends_the_list():
    document = plain("It eases:\n- pain\n    - at night\n- worry\nAll in all it is kind.\n")
    assert introduced_by(document, "at night") == "pain"
    assert [b.level for b in document.blocks] == [0, 1, 2, 1, 0]
    assert block(document, "All in all").kind.value == "paragraph"


def test_an_indented_paragraph_after_a_blank_line_goes_on_its_item():
    document = plain("- Heat\n\n  It may soothe a stiff neck.\n\nThe end.\n")
    assert introduced_by(document, "It may") == "Heat"
    assert block(document, "The end").kind.value == "paragraph"
