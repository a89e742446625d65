"""Messages of findings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.linting.messages import LIMIT, fill, listing, parse, shorten

TEMPLATE = "“{text}” says more than is known of {intervention}: {says} ({source})"


def test_fields_are_filled_and_what_is_missing_has_words_of_its_own():
    filled = fill("{text}: {says}, {source}", {"text": "cures", "says": ""}, {"says": "no record"})
    assert filled == "cures: no record, "


def test_the_evidence_is_shortened_before_the_words_of_the_text():
    filled = fill(TEMPLATE, {"text": "word " * 12, "says": "fact " * 60, "source": "X 2020"}, {})
    assert len(filled) <= LIMIT
    assert ("word " * 12).strip() in filled
    assert "fact…" in filled
    assert filled.endswith("(X 2020)")


def test_very_long_words_of_the_text_are_shortened_as_well():
    filled = fill(TEMPLATE, {"text": "word " * 100, "says": "fact " * 60, "source": "X 2020"}, {})
    assert len(filled) <= LIMIT
    assert "word…" in filled
    assert filled.endswith("(X 2020)")


@given(st.dictionaries(st.sampled_from(["text", "says", "source", "intervention"]), st.text(max_size=400)))
def test_no_message_is_longer_than_the_limit(values):
    assert len(fill(TEMPLATE, values, {})) <= LIMIT


@given(st.text(max_size=80), st.integers(min_value=2, max_value=60))
def test_a_shortened_text_keeps_to_its_limit_and_begins_alike(text, limit):
    short = shorten(text, limit)
    assert len(short) <= limit
    assert text.startswith(short.removesuffix("…"))


@pytest.mark.parametrize(
    ("names", "prose"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_names_become_prose(names, prose):
    assert listing(names) == prose


def test_a_brace_in_the_message_itself_is_written_twice():
    assert fill("{{{text}}} {{text}}", {"text": "cures"}, {}) == "{cures} {text}"


@pytest.mark.parametrize("value", ["{says}", "{says:>99999999999}", "{{", "%s $says ${says} \\g<0>"])
def test_what_is_filled_in_is_never_read_as_a_template(value):
    assert fill("{text}: {says}", {"text": value, "says": "no"}, {}) == f"{value}: no"


@pytest.mark.parametrize("template", ["{text:>99999999999}", "{text:%Y}", "{0}", "{text!r}", "{text[0]}", "{text", "}"])
def test_a_template_that_was_never_checked_is_shown_as_it_stands(template):
    assert parse(template).problem
    assert fill(template, {"text": "cures"}, {}) == template


@given(st.text(alphabet="{}text:!r0", max_size=60))
def test_a_template_without_a_problem_is_filled_as_python_fills_it(template):
    values = {"text": "cures"}
    if not parse(template).problem and set(parse(template).fields) <= set(values):
        assert fill(template, values, {}) == shorten(template.format_map(values), LIMIT)


def test_a_template_of_many_pieces_is_taken_apart_in_time_that_grows_with_it():
    assert parse("{{" * 500_000).fixed == 500_000
    assert parse("{" * 500_001).problem
