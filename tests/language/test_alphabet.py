"""Words as letters: a sentence is a string, and a place in it is the number of a word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from medlint.language.alphabet import END, MARKS, OTHER, Alphabet

KEYS = st.lists(st.sampled_from(["pain", "relief", "-", "(", ")", "?", " ", "\n", "", "x"]), max_size=9)


def test_a_key_has_the_same_letter_wherever_it_stands():
    back, pain = Alphabet.of(["back", "pain"]).spell(["back", "pain"])
    assert Alphabet.of(["back", "pain"]).spell(["pain", "back", "pain"]) == pain + back + pain
    assert back != pain


def test_marks_stand_for_themselves_and_unknown_keys_for_each_other():
    assert Alphabet.of(["pain"]).spell([*MARKS, "foo", "bar"]) == "".join(MARKS) + OTHER * 2


def test_an_alphabet_of_its_own_keys_is_the_same_again():
    alphabet = Alphabet.of(["pain", "(", "back", "pain"])
    assert Alphabet.of(alphabet.letters) == alphabet


def test_there_are_letters_for_more_keys_than_a_plane_of_unicode_holds():
    letters = Alphabet.of(map(str, range(70_000))).letters
    assert len(set(letters.values())) == 70_000 + len(MARKS)
    "".join(letters.values()).encode()  # a surrogate would be an error


@given(KEYS, KEYS)
def test_each_key_is_one_letter_and_none_ends_a_sentence(known, keys):
    spelt = Alphabet.of(known).spell(keys)
    assert len(spelt) == len(keys)
    assert END not in spelt
    assert [letter == OTHER for letter in spelt] == [key not in {*known, *MARKS} for key in keys]
