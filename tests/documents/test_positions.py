"""Every phrase is found where it stands, whatever markup is around, before or inside it."""

import json
from pathlib import Path

import pytest
import yaml
from readings import METADATA_KINDS, assert_well_formed, markdown, places

from medlint.documents.position import Format
from medlint.documents.reading import parse, read_document

CASES = yaml.safe_load((Path(__file__).parent / "position_cases.yaml").read_text(encoding="utf-8"))
SHARED = Path(__file__).parents[3] / "shared" / "position-cases"


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_phrase_is_found_at_its_line_and_column(case):
    document = parse(case["source"], Format(case["format"]))
    assert places(document, "almost painless") == case["places"]
    assert_well_formed(document)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared cases are not here")
def test_the_shared_cases_are_all_right():
    truth = json.loads((SHARED / "truth.json").read_text(encoding="utf-8"))
    found = {name: places(read_document(SHARED / name), "very unique") for name in truth}
    assert found == truth
    assert len(truth) == 24


def test_a_title_in_front_matter_maps_to_its_words():
    document = markdown("---\nlayout: page\ntitle: 'The nurse''s scan'\n---\nText.\n")
    title = document.blocks[0]
    assert title.kind in METADATA_KINDS
    assert title.text == "The nurse's scan"
    start, end = title.source_span(0, len(title.text))
    assert document.source[start:end] == "The nurse''s scan"
    assert document.position(start).line == 3


def test_an_entity_maps_as_a_whole():
    document = markdown("Fish &amp; chips")
    assert document.blocks[0].source_span(5, 6) == (5, 10)


def test_a_folded_line_break_includes_the_quote_marker():
    document = markdown("> one\n> two")
    assert document.source[slice(*document.blocks[0].source_span(3, 4))] == "\n> "


def test_columns_count_code_points_after_an_emoji_and_a_tab():
    assert places(markdown("\U0001f469\u200d\u2695\ufe0f\tis kind"), "kind") == [[1, 9]]
