"""The phrase index: every phrase of a kind, aliases or cues, found in one pass over the tokens' keys.

An Aho-Corasick automaton in which each key is a letter (`medlint.language.alphabet`): linear in the text, however many
phrases there are, and built in a twentieth of a second for fifty thousand, where spaCy's PhraseMatcher needs half a
second for half as many. Hyphens are left out on both sides, so that "low-back pain" and "low back pain" are one phrase,
and so is a bracketed abbreviation inside one: "sacroiliac (SI) joint".
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from medlint.language.alphabet import END, HYPHEN, Alphabet
from medlint.language.normal import normalise_word
from medlint.language.plainruns import exceptions
from medlint.language.spoken import Spoken, spoken_in
from medlint.language.tokens import Tokens, tokenise
from medlint.shapes import has_shape

_NON = "non"
_Labelled = dict[tuple[str, ...], dict[str, None]]  # the labels of phrases, by their keys


class Hit(NamedTuple):
    """A phrase found: what it stands for, and the half-open token range it covers."""

    label: str
    first: int
    last: int


class Seen(NamedTuple):
    """The phrases seen in sentence number `sentence` in one way of speaking it.

    `flat` holds three numbers for each phrase: its own in the index, and where in the row it begins and ends.
    """

    spoken: Spoken
    sentence: int
    flat: Sequence[int]

    @property
    def phrases(self) -> Sequence[int]:
        """The numbers of the phrases."""
        return self.flat[::3]

    def placed(self) -> list[tuple[int, int, int]]:
        """The first token of each phrase, the last one below zero, its number: so that longer ones sort first."""
        places, begin = self.spoken.places[self.sentence], self.spoken.begins[self.sentence]
        numbers = iter(self.flat)
        triples = zip(numbers, numbers, numbers, strict=True)
        return [(places[start - begin], -places[end - begin - 1], phrase) for phrase, start, end in triples]


@dataclass(frozen=True)
class PhraseIndex:
    """Phrases to find: the letters of each in a `row` of its own, in an `alphabet`, and the labels of each.

    Few sets of `labels` go with many phrases; `senses` says which of them goes with each.
    """

    alphabet: Alphabet
    rows: Sequence[str]
    senses: Sequence[int]
    labels: Sequence[Sequence[str]]

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, str]]) -> PhraseIndex:
        """An index over `(phrase, label)` pairs."""
        return cls.each_of([phrases])[0]

    @classmethod
    def each_of(cls, kinds: Iterable[Iterable[tuple[str, str]]]) -> list[PhraseIndex]:
        """An index over each of these kinds of `(phrase, label)` pairs, all in one alphabet."""
        labelled = [_labelled(phrases) for phrases in kinds]
        alphabet = Alphabet.of(key for phrases in labelled for keys in phrases for key in keys)
        return [cls._in(alphabet, phrases) for phrases in labelled]

    @classmethod
    def _in(cls, alphabet: Alphabet, phrases: _Labelled) -> PhraseIndex:
        numbers: dict[tuple[str, ...], int] = {}
        senses = [numbers.setdefault(tuple(labels), len(numbers)) for labels in phrases.values()]
        return cls(alphabet, [alphabet.spell(keys) for keys in phrases], senses, [*numbers])

    @classmethod
    def from_table(
        cls, alphabet: Alphabet, rows: str, senses: Sequence[int], labels: Sequence[Sequence[str]]
    ) -> PhraseIndex:
        """The index again that a `table` was taken of."""
        return cls(alphabet, rows.split(END) if rows else (), senses, labels)

    @staticmethod
    def is_table(kept: object) -> bool:
        """Whether a JSON value is such as `table` gives: a row and a set of labels, which there is, for each phrase."""
        if not isinstance(kept, list) or [*map(type, kept)] != [str, list, list]:
            return False
        rows, senses, labels = kept
        phrases = rows.split(END) if rows else []
        known = has_shape(senses, [int]) and has_shape(labels, [[str]]) and len(senses) == len(phrases)
        return known and all(phrases) and (not senses or 0 <= min(senses) <= max(senses) < len(labels))

    def table(self) -> list[Any]:
        """What it holds beside its alphabet, as JSON values that are read in no time."""
        return [END.join(self.rows), self.senses, self.labels]

    def find(self, tokens: Tokens) -> list[Hit]:
        """Every occurrence of every phrase in a sentence, overlapping ones too: in order of place, longer first."""
        return [hit for seen in self.see(spoken_in([tokens], self.alphabet)) for hit in self.hits(seen)]

    def labels_in(self, row: str) -> set[str]:
        """What the phrases stand for that are in a row of letters."""
        found = self._automaton.find_matches_as_indexes(row, overlapping=True)
        return {label for sense in {self.senses[phrase] for phrase, _, _ in found} for label in self.labels[sense]}

    def see(self, ways: Sequence[Spoken]) -> list[list[Seen]]:
        """What is seen in each sentence, by the ways in which all can be spoken, before hits are made of it."""
        seen: list[list[Seen]] = [[] for _ in ways[0].places]
        for spoken in ways:
            phrases = self._automaton.find_matches_as_indexes(spoken.row, overlapping=True)  # in order of their ends
            flat = array("I", chain.from_iterable(phrases))  # a tenth of the memory of the tuples
            ends = flat[2::3]
            first = 0
            for sentence, behind in enumerate(spoken.begins[1:]):
                last = bisect_left(ends, behind, first)
                if first < last:
                    seen[sentence].append(Seen(spoken, sentence, flat[3 * first : 3 * last]))
                    first = last
        return seen

    def hits(self, seen: Sequence[Seen]) -> list[Hit]:
        """What was seen in a sentence, each phrase once, as `find` gives it."""
        labels, senses = self.labels, self.senses
        placed = sorted({each for one in seen for each in one.placed()})
        return [Hit(label, first, 1 - last) for first, last, phrase in placed for label in labels[senses[phrase]]]

    def find_respelt(self, tokens: Tokens, right: Mapping[str, str]) -> list[Hit]:
        """What is found besides when words are put `right`: each that is misspelt, and what it was meant to be."""
        meant = tokens._replace(keys=tuple(right.get(key, key) for key in tokens.keys))
        put = {place for place, key in enumerate(tokens.keys) if key in right}
        return [hit for hit in self.find(meant) if not put.isdisjoint(range(hit.first, hit.last))]

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self.rows)


def _labelled(phrases: Iterable[tuple[str, str]]) -> _Labelled:
    """The labels of phrases by their keys, and by those of another way to write them; hyphens alone are no phrase."""
    known = exceptions()
    labels: _Labelled = {}
    for phrase, label in phrases:
        keys = _keys(phrase, known)
        for variant in (keys, _prefixed(keys)) if _NON in keys[:-1] else (keys,):
            labels.setdefault(variant, {})[label] = None
    labels.pop((), None)
    return labels


def _prefixed(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys with "non" joined to what follows it: "nonsurgical"."""
    at = keys.index(_NON)
    return (*keys[:at], _NON + keys[at + 1], *keys[at + 2 :])


def _keys(phrase: str, known: Set[str]) -> tuple[str, ...]:
    """The keys of a phrase, by the tokenizer where a word is not plain (it splits "cannot" and "10mg" in two)."""
    words = phrase.replace("-", " ").split()
    if all(word.isalpha() or word.isdigit() for word in words) and known.isdisjoint(words):
        return tuple([normalise_word(word) for word in words])
    return tuple([key for key in tokenise(phrase).keys if key != HYPHEN])
