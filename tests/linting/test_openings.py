"""How phrases begin: one look at a page tells in which sentences one may stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from medlint.linting.openings import Openings
from medlint.linting.wordplaces import WordPlaces
from medlint.linting.words import WordIndex

CURES = WordIndex.of(["miracle cure", "cure", "never looked back once"])
SHOTS = WordIndex.of(["# shots", "a # percent", "3 weeks on", "some * cure"])
ANYTHING = WordIndex.of(["* for ever"])
INDEXES = (CURES, SHOTS, ANYTHING)
WORDS = st.sampled_from(
    ["a", "one", "3", "miracle", "cure", "shots", "percent", "weeks", "on", "only", "for", "ever", "—", "."]
)


def begun(*sentences, indexes=(CURES, SHOTS)):
    found = Openings.of(indexes).begun_in(sentences)
    return [found.get(index, []) for index in indexes]


def test_a_sentence_with_the_first_words_of_a_phrase_is_one_to_look_at():
    assert begun("Never looked up.", "Never looked back.", "A miracle.", "A miracle cure.", "It cures.") == [
        [1, 3, 4],
        [],
    ]


def test_a_number_in_digits_or_words_begins_what_begins_with_a_number():
    assert begun("Two shots.", "3 shots.", "Few shots.", "A 30 percent rise.", "Three weeks on.")[1] == [0, 1, 3, 4]


def test_no_opening_reaches_into_the_next_sentence():
    assert begun("A miracle", "cure-all")[0] == [1]
    assert begun("No more than 3", "shots")[1] == []


def test_a_phrase_that_begins_with_any_word_may_stand_in_every_sentence():
    assert begun("One.", "Two.", indexes=(ANYTHING,)) == [[0, 1]]


def test_a_gap_may_stand_behind_the_first_word():
    assert begun("Some long and certain cure.")[1] == [0]


def test_each_sentence_has_words_of_its_own():
    places = WordPlaces.of(["It cures in 3 shots.", "Two shots cure."], Openings.of([CURES, SHOTS]))
    found = [[len(places.find(index, number)) for index in (CURES, SHOTS)] for number in (0, 1)]
    assert found == [[1, 1], [1, 1]]
    assert [places.find(SHOTS, number)[0].numbers for number in (0, 1)] == [(3.0,), (2.0,)]


def test_phrases_that_were_not_looked_for_at_once_are_looked_for_when_asked():
    places = WordPlaces.of(["It cures.", "It helps."], Openings.of([SHOTS]))
    assert list(places.where(CURES)) == [0]
    assert places.has(CURES)
    assert not places.has(SHOTS)


@given(st.lists(st.text(alphabet="miracle shotwksnv 3,.-“one", max_size=40), max_size=5))
def test_every_sentence_with_a_phrase_is_among_those_to_look_at(sentences):
    found = Openings.of(INDEXES).begun_in(sentences)
    for index in INDEXES:
        holding = [number for number, sentence in enumerate(sentences) if index.find(sentence)]
        assert set(holding) <= set(found.get(index, ()))


@given(st.lists(WORDS, max_size=12))
def test_words_in_any_order_are_looked_at_where_they_make_a_phrase(words):
    sentence = " ".join(words)
    found = Openings.of(INDEXES).begun_in([sentence])
    assert all(found.get(index) == [0] for index in INDEXES if index.find(sentence))
