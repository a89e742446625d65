"""The phrase index: every phrase of a kind, aliases or cues, found in one pass over the tokens' keys.

An Aho-Corasick automaton over the keys in a row: linear in the text, however many phrases there are, and built in a
tenth of a second for fifty thousand, where spaCy's PhraseMatcher needs half a second for half as many. Hyphens are left
out on both sides, so that "low-back pain" and "low back pain" are one phrase, and so is a bracketed abbreviation inside
one: "sacroiliac (SI) joint".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import add
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from medlint.language.normal import normalise_word
from medlint.language.plainruns import exceptions
from medlint.language.spelling import Spelling
from medlint.language.tokens import Tokens, tokenise

_NON = "non"
_HYPHEN = "-"  # takes no part in matching


class Hit(NamedTuple):
    """A phrase found: what it stands for, and the half-open token range it covers."""

    label: str
    first: int
    last: int


class Spoken(NamedTuple):
    """The keys of a text in a row, with spaces around them; `numbers` of the keys by where the space before them is.

    `places` are the tokens that the keys belong to.
    """

    row: str
    numbers: Mapping[int, int]
    places: Sequence[int]

    @classmethod
    def of(cls, keys: Sequence[str], places: Sequence[int]) -> Spoken:
        """The row of the keys at these places."""
        words = keys if len(places) == len(keys) else [keys[place] for place in places]
        numbers = range(len(words) + 1)
        spaces = map(add, accumulate(map(len, words), initial=0), numbers)
        return cls(f" {' '.join(words)} ", dict(zip(spaces, numbers, strict=True)), places)


class Seen(NamedTuple):
    """The phrases seen in one way of speaking a text: the number of each in its index, where in the row it is."""

    spoken: Spoken
    phrases: Sequence[tuple[int, int, int]]

    def placed(self) -> list[tuple[int, int, int]]:
        """The first token of each phrase, the token behind it, its number."""
        _, numbers, places = self.spoken
        return [(places[numbers[s]], places[numbers[e - 1] - 1] + 1, phrase) for phrase, s, e in self.phrases]


@dataclass(frozen=True)
class PhraseIndex:
    """Phrases to find, each with its labels: the keys of a phrase are joined, and enclosed, by single spaces."""

    labels: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, str]]) -> PhraseIndex:
        """An index over `(phrase, label)` pairs. Its `labels` are a JSON value, to be kept and read again."""
        known = exceptions()
        labels: dict[str, dict[str, None]] = {}
        for phrase, label in phrases:
            keys = _keys(phrase, known)
            for variant in (keys, _prefixed(keys)) if _NON in keys[:-1] else (keys,):
                labels.setdefault(f" {' '.join(variant)} ", {})[label] = None
        return cls({row: [*each] for row, each in labels.items()})

    def find(self, tokens: Tokens) -> list[Hit]:
        """Every occurrence of every phrase, overlapping ones too, in order of place, longer before shorter."""
        return self.find_in(spoken_in(tokens))

    def find_in(self, ways: Sequence[Spoken]) -> list[Hit]:
        """What is found in a text by the ways in which it can be spoken, each phrase once."""
        return self.hits(self.see(ways))

    def see(self, ways: Sequence[Spoken]) -> list[Seen]:
        """What is seen in a text by the ways in which it can be spoken, before hits are made of it."""
        find = self._automaton.find_matches_as_indexes
        return [Seen(spoken, find(spoken.row, overlapping=True)) for spoken in ways]

    def hits(self, seen: Sequence[Seen]) -> list[Hit]:
        """What was seen, as `find` gives it."""
        placed = seen[0].placed() if len(seen) == 1 else {each for one in seen for each in one.placed()}
        ordered = sorted([(first, -last, phrase) for first, last, phrase in placed])
        return [Hit(label, first, -last) for first, last, phrase in ordered for label in self.labels_of(phrase)]

    def labels_of(self, phrase: int) -> Sequence[str]:
        """The labels of a phrase, by its number."""
        return self._labels[phrase]

    def words(self) -> Iterator[str]:
        """The keys that any phrase is made of, some of them more than once."""
        for row in self.labels:
            yield from row.split()

    def find_respelt(self, tokens: Tokens, spelling: Spelling) -> list[Hit]:
        """What is found besides when misspelt words are put right."""
        right = spelling.corrections(tokens.keys)
        if not right:
            return []
        keys = tuple(right.get(i, key) for i, key in enumerate(tokens.keys))
        hits = self.find_in([Spoken.of(keys, _places(keys))])
        return [hit for hit in hits if any(i in right for i in range(hit.first, hit.last))]

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self.labels)

    @cached_property
    def _labels(self) -> Sequence[Sequence[str]]:
        """The labels of each phrase, by its number in the automaton."""
        return [*self.labels.values()]


def spoken_in(tokens: Tokens) -> list[Spoken]:
    """The ways in which a text can be spoken: as it stands, and without brackets that hold one word."""
    places = _places(tokens.keys)
    ways = [Spoken.of(tokens.keys, places)]
    if "(" in tokens.keys:
        bare = _without_brackets(tokens.keys, places)
        if len(bare) < len(places):
            ways.append(Spoken.of(tokens.keys, bare))
    return ways


def _places(keys: Sequence[str]) -> Sequence[int]:
    """The places of all keys but hyphens."""
    if _HYPHEN not in keys:
        return range(len(keys))
    return [place for place, key in enumerate(keys) if key != _HYPHEN]


def _prefixed(keys: Sequence[str]) -> list[str]:
    """The keys with "non" joined to what follows it: "nonsurgical"."""
    at = keys.index(_NON)
    return [*keys[:at], _NON + keys[at + 1], *keys[at + 2 :]]


def _keys(phrase: str, known: Set[str]) -> list[str]:
    """The keys of a phrase, by the tokenizer where a word is not plain (it splits "cannot" and "10mg" in two)."""
    words = phrase.replace("-", " ").split()
    if all(word.isalpha() or word.isdigit() for word in words) and known.isdisjoint(words):
        return [normalise_word(word) for word in words]
    return [key for key in tokenise(phrase).keys if key != _HYPHEN]


def _without_brackets(keys: Sequence[str], places: Sequence[int]) -> list[int]:
    """The places without brackets that hold one word."""
    kept: list[int] = []
    index = 0
    while index < len(places):
        if keys[places[index]] == "(" and index + 2 < len(places) and keys[places[index + 2]] == ")":
            index += 3
            continue
        kept.append(places[index])
        index += 1
    return kept
