"""The words of an article's sentences, read once for all rules, and the sentences in which each word stands.

A rule asks for a handful of phrases, and most sentences hold the first word of none of them: they are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from medlint.linting.words import NUMBER, Found, Token, WordIndex, number_of, tokens_of


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """The words of each sentence, and the numbers of the sentences that hold a key, in order."""

    _sentences: Sequence[Sequence[Token]]
    _places: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, sentences: Iterable[str]) -> WordPlaces:
        """The words of these sentences."""
        words = [tokens_of(sentence) for sentence in sentences]
        places: dict[str, list[int]] = {}
        for number, tokens in enumerate(words):
            for key in {key for _, _, key in tokens}:
                places.setdefault(key, []).append(number)
        numbers = (numbered for key, numbered in places.items() if number_of(key) is not None)
        places[NUMBER] = sorted({number for numbered in (*numbers, places.get(NUMBER, ())) for number in numbered})
        return cls(words, places)

    def where(self, index: WordIndex) -> list[int]:
        """The numbers of the sentences in which a phrase may begin, in order."""
        starts = index.starts
        if starts is None:
            return list(range(len(self._sentences)))
        return sorted({number for key in starts & self._places.keys() for number in self._places[key]})

    def find(self, index: WordIndex, number: int) -> list[Found]:
        """The phrases in sentence `number`, as `WordIndex.find` gives them."""
        return list(index.find_in(self._sentences[number]))

    def has(self, index: WordIndex) -> bool:
        """Whether a phrase stands in any of the sentences."""
        return any(self.find(index, number) for number in self.where(index))
