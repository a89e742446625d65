"""Tokens and sentences of a text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from medlint.documents.decoding import LARGEST
from medlint.language import runs
from medlint.language.pipeline import pipeline
from medlint.language.runs import broken_up
from medlint.language.tokens import tokenise, tokenise_all

WORDS = st.sampled_from(
    ["pain", "can't", "(ESIs):", "e.g.", "L4-L5", "10mg", "U.S.", "…", "—", "don’t", "vs.", "9/10", "a.m.", "😀"]
)
PROSE = "Warmth  may help; see https://example.org/pain."
TEXTS = st.one_of(st.lists(WORDS, max_size=8).map(" ".join), st.text(max_size=40))


@pytest.fixture(scope="module", autouse=True)
def _pipeline():
    """Load spaCy before the first example: hypothesis times them."""
    pipeline()


@given(TEXTS)
@example("one  two\n three")
@example("Pain.  Relief!")
def test_tokens_are_those_of_spacy_without_white_space(text):
    found = tokenise(text)
    wanted = [token for token in pipeline().make_doc(text) if not token.text.isspace()]
    assert list(found.starts) == [token.idx for token in wanted]
    assert list(found.ends) == [token.idx + len(token) for token in wanted]
    assert list(found.keys) == [token.norm_ for token in wanted]


@given(TEXTS)
def test_sentences_cover_all_tokens_in_order(text):
    found = tokenise(text)
    assert [index for first, last in found.sentences for index in range(first, last)] == list(range(len(found.keys)))


def test_a_sentence_takes_the_marks_behind_its_full_stop_with_it():
    found = tokenise("It helps (a little).” Does it last?! Perhaps")
    words = [[found.word(index) for index in range(*sentence)] for sentence in found.sentences]
    assert words == [["It", "helps", "(", "a", "little", ")", ".", "”"], ["Does", "it", "last", "?", "!"], ["Perhaps"]]


@pytest.mark.parametrize(
    "text", ["It is open. “I came,” says Ann.", 'Open. "I came."', "Open. (See below.)", "It. ‘So.’"]
)
def test_a_mark_that_opens_begins_the_next_sentence(text):
    tokens = tokenise(text)
    first, second = (text[tokens.starts[a] : tokens.ends[b - 1]] for a, b in tokens.sentences)
    assert first.endswith(".")
    assert second[0] in '“"(‘'


def test_what_is_remembered_has_a_limit(monkeypatch):
    monkeypatch.setattr(runs, "_REMEMBERED", 5)
    before = tokenise("one two three four five six seven")
    assert tokenise("one two three four five six seven") == before
    assert tokenise("eight nine one").keys == ("eight", "nine", "one")
    assert runs._memory().keys() == {"eight", "nine", "one"}


def test_a_very_long_run_of_characters_is_not_remembered():
    run = "x" * (runs._LONGEST + 1)
    assert tokenise(f"a {run} b").word(1) == run
    assert run not in runs._memory()


def test_what_has_no_spaces_is_tokenised_in_parts():
    found = tokenise("Pain " + "(" * 1_000 + " eases.")
    assert len(found.keys) == 1_003
    assert found.word(1_001) == "eases"
    parts = broken_up("Pain " + "x" * 600 + " eases.").split()
    assert [len(part) for part in parts] == [4, 250, 250, 100, 6]
    assert broken_up(PROSE) == PROSE


@given(
    st.builds(str.__mul__, st.text(alphabet="pain.(-’%s", min_size=1, max_size=12), st.integers(1, 60)),
    st.text(alphabet=" pain.", max_size=20),
)
def test_an_endless_word_has_the_tokens_of_its_stretches(word, behind):
    stretches = [tokenise(word[start : start + 250]) for start in range(0, len(word), 250)]
    found, rest = tokenise(f"{word} {behind}"), tokenise(behind)
    assert found.keys == tuple(key for each in (*stretches, rest) for key in each.keys)
    assert tuple(found.starts[: len(found.keys) - len(rest.keys)]) == tuple(
        250 * number + start for number, each in enumerate(stretches) for start in each.starts
    )


def test_a_sentence_that_never_ends_ends():
    found = tokenise("warmth helps " * 400 + "pain. It eases.")
    assert [last - first for first, last in found.sentences] == [300, 300, 202, 3]


def test_no_text_is_too_long_for_the_tokenizer():
    assert pipeline().max_length > 2 * LARGEST


@given(st.lists(st.text(alphabet="pain. (a)-b’s 10%\n\t?", max_size=30), max_size=4))
def test_many_texts_at_once_have_the_tokens_that_each_has_by_itself(texts):
    assert tokenise_all(texts) == [tokenise(text) for text in texts]
