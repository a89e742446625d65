"""The words of an article's sentences, read once for all rules, and the places at which each word stands.

A rule asks for a handful of phrases, and most sentences hold the first two words of none: they are not looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from medlint.linting.words import NUMBER, Found, WordIndex, number_of, words_of

_BETWEEN = "\n"  # the key between two sentences: no word has it, so that no phrase leads across


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """The sentences, the keys of their words in a row, where in it each key stands, where each sentence begins."""

    _sentences: Sequence[str]
    _keys: Sequence[str]
    _places: Mapping[str, Sequence[int]]
    _begin: Sequence[int]

    @classmethod
    def of(cls, sentences: Iterable[str]) -> WordPlaces:
        """The words of these sentences."""
        held = tuple(sentences)
        keys: list[str] = []
        begin: list[int] = []
        for sentence in held:
            begin.append(len(keys))
            keys += words_of(sentence)
            keys.append(_BETWEEN)
        places: dict[str, list[int]] = defaultdict(list)
        for place, key in enumerate(keys):
            places[key].append(place)
        places[NUMBER] += [at for key, those in places.items() if number_of(key) is not None for at in those]
        return cls(held, keys, dict(places), begin)

    def where(self, index: WordIndex) -> list[int]:
        """The numbers of the sentences in which a phrase may begin, in order."""
        starts = index.starts
        if starts is None:
            return list(range(len(self._sentences)))
        begun = {
            place
            for key in starts & self._places.keys()
            for place in self._places[key]
            if index.leads_on(key, self._keys, place + 1)
        }
        return sorted({bisect_right(self._begin, place) - 1 for place in begun})

    def find(self, index: WordIndex, number: int) -> list[Found]:
        """The phrases in sentence `number`, as `WordIndex.find` gives them."""
        return index.find(self._sentences[number])

    def has(self, index: WordIndex) -> bool:
        """Whether a phrase stands in any of the sentences."""
        return any(self.find(index, number) for number in self.where(index))
