from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.language.templates import LIMIT, expand, inflect


def test_alternatives_are_expanded_in_order() -> None:
    assert expand("(long |)lasting (relief|effect)") == (
        "long lasting relief",
        "long lasting effect",
        "lasting relief",
        "lasting effect",
    )


def test_groups_nest() -> None:
    assert expand("a (b (c|d)|e)") == ("a b c", "a b d", "a e")


def test_a_verb_stands_for_its_forms() -> None:
    assert expand("reduce~ pain") == ("reduce pain", "reduced pain", "reducing pain")


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("ease", ("ease", "eased", "easing")),
        ("stop", ("stop", "stopped", "stopping")),
        ("deny", ("deny", "denied", "denying")),
        ("treat", ("treat", "treated", "treating")),
        ("enjoy", ("enjoy", "enjoyed", "enjoying")),
        ("recommend", ("recommend", "recommended", "recommending")),
        ("agree", ("agree", "agreed", "agreeing")),
    ],
)
def test_regular_verbs_are_inflected(verb: str, forms: tuple[str, str, str]) -> None:
    assert inflect(verb) == forms


@pytest.mark.parametrize("template", ["(a|b", "a)", "a (b (c)"])
def test_unbalanced_brackets_are_an_error(template: str) -> None:
    with pytest.raises(ValueError, match="unbalanced"):
        expand(template)


@pytest.mark.parametrize(
    "template",
    [r"\d+ journey", "^wonder", "wonder$", "(wonder|x$) cure", "wonder{2}", "wonder.*", "(a|b)? journey", "colou?r",
     "(?:a|b)", "wonder* cure", "wo+nder", "[a-z] cure"],
)  # fmt: skip
def test_what_looks_like_a_regular_expression_is_an_error(template: str) -> None:
    with pytest.raises(ValueError, match=r"looks like a regular expression, by its '.*; write words"):
        expand(template)


@pytest.mark.parametrize("template", ["is it safe ?", "risk of * by # %", "# % [ # in #", "vs.", "65+", "for $ #"])
def test_marks_that_stand_for_themselves_are_none(template: str) -> None:
    assert expand(template) == (template,)


@pytest.mark.parametrize("template", ["pain [management journey", "pain management] journey"])
def test_half_a_pair_of_square_brackets_is_an_error(template: str) -> None:
    with pytest.raises(ValueError, match="unbalanced '\\[' or '\\]'"):
        expand(template)


@pytest.mark.parametrize("template", ["pain ~ journey", "(halve|)~ pain"])
def test_the_mark_of_a_verb_stands_behind_a_word(template: str) -> None:
    with pytest.raises(ValueError, match="must stand right behind a verb"):
        expand(template)


def test_alternatives_stand_in_brackets() -> None:
    with pytest.raises(ValueError, match="stands outside round brackets"):
        expand("cure|remedy")


def test_a_template_that_stands_for_too_much_is_an_error() -> None:
    with pytest.raises(ValueError, match=f"more than {LIMIT}"):
        expand("(a|b|c|d|e|f|g|h) " * 6)


@given(st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=4, unique=True))
def test_a_group_stands_for_each_of_its_choices(choices: list[str]) -> None:
    assert expand("(" + "|".join(choices) + ")") == tuple(choices)


def test_a_word_without_end_takes_no_time() -> None:
    started = process_time()
    assert expand("a" * 50_000) == ("a" * 50_000,)
    assert process_time() - started < 0.5
