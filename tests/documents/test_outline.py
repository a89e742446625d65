"""Sections, lead-ins and the cells of tables."""

from readings import block, heading_above, html, introduced_by, markdown


def test_every_block_belongs_to_the_innermost_heading_above():
    document = markdown("Intro.\n\n# Backs\n\nA.\n\n## Heat\n\nB.\n\n### Packs\n\nC.\n\n## Cold\n\nD.\n")
    above = {b.text: heading_above(document, b.text) for b in document.blocks}
    assert above == {
        "Intro.": None,
        "Backs": None,
        "A.": "Backs",
        "Heat": "Backs",
        "B.": "Heat",
        "Packs": "Heat",
        "C.": "Packs",
        "Cold": "Backs",
        "D.": "Cold",
    }


def test_metadata_blocks_have_no_section_and_are_none():
    document = markdown("---\ntitle: Backs\ndescription: All of them.\n---\nText.\n")
    assert [b.section for b in document.blocks] == [None, None, None]
    assert [b.kind.value for b in document.blocks] == ["title", "description", "paragraph"]


def test_a_quoted_heading_heads_nothing():
    document = markdown("# Backs\n\n> ## Heat\n\nText.\n")
    assert heading_above(document, "Text") == "Backs"
    assert block(document, "Heat").kind.value == "quote"


def test_a_cell_is_introduced_by_the_label_of_its_row():
    document = markdown("| Care | Eases pain |\n|---|---|\n| Heat | a little |\n| Ice | hardly |\n")
    assert introduced_by(document, "hardly") == "Ice"
    assert introduced_by(document, "Ice") == "Care"
    assert introduced_by(document, "Care") is None


def test_a_cell_is_introduced_by_its_column_where_rows_have_no_labels():
    document = markdown(
        "| For | Against |\n|---|---|\n| It is cheap and it can be had at once. | It is not for everyone. |\n"
    )
    assert introduced_by(document, "It is not") == "Against"
    assert introduced_by(document, "It is cheap") == "For"


def test_header_cells_of_rows_are_labels_however_long():
    document = html("<table><tr><th>What<th>Gain<tr><th>Warm packs that are put on the lower back<td>small</table>")
    assert introduced_by(document, "small") == "Warm packs that are put on the lower back"


def test_a_table_without_header_or_labels_introduces_nothing():
    document = html("<table><tr><td>The first cell is a whole sentence.<td>So is the second.</table>")
    assert introduced_by(document, "So is") is None


def test_tables_do_not_share_headers():
    document = html(
        "<table><tr><th>A1<th>B1<tr><td>c<td>d</table>"
        "<table><tr><th>A2<th>B2<tr><td>It is a long one, this.<td>e</table>"
    )
    assert introduced_by(document, "e") == "B2"


def test_an_item_keeps_its_lead_in_when_blocks_before_it_are_skipped():
    document = html("<nav><p>Menu</p></nav><header><p>Banner</p></header><p>It eases:</p><ul><li>pain</ul>")
    assert introduced_by(document, "pain") == "It eases:"
    assert [b.text for b in document.blocks] == ["It eases:", "pain"]
