"""The words of an article's sentences, read once for all rules, and the places at which each word stands.

A rule asks for a handful of phrases, and most sentences hold the first two words of none: they are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from medlint.linting.words import NUMBER, Found, Token, WordIndex, keys_of, number_of, tokens_of


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """The words of each sentence, and where each key stands: in which sentence, as which word of it."""

    _sentences: Sequence[Sequence[Token]]
    _keys: Sequence[Sequence[str]]
    _places: Mapping[str, Sequence[tuple[int, int]]]

    @classmethod
    def of(cls, sentences: Iterable[str]) -> WordPlaces:
        """The words of these sentences."""
        words = [tokens_of(sentence) for sentence in sentences]
        keys = [keys_of(tokens) for tokens in words]
        places: dict[str, list[tuple[int, int]]] = {}
        for number, held in enumerate(keys):
            for position, key in enumerate(held):
                places.setdefault(key, []).append((number, position))
        numbers = [at for key, those in places.items() if number_of(key) is not None for at in those]
        places.setdefault(NUMBER, []).extend(numbers)
        return cls(words, keys, places)

    def where(self, index: WordIndex) -> list[int]:
        """The numbers of the sentences in which a phrase may begin, in order."""
        starts = index.starts
        if starts is None:
            return list(range(len(self._sentences)))
        return sorted(
            {
                number
                for key in starts & self._places.keys()
                for number, position in self._places[key]
                if index.leads_on(key, self._keys[number], position + 1)
            }
        )

    def find(self, index: WordIndex, number: int) -> list[Found]:
        """The phrases in sentence `number`, as `WordIndex.find` gives them."""
        return list(index.find_in(self._sentences[number], self._keys[number]))

    def has(self, index: WordIndex) -> bool:
        """Whether a phrase stands in any of the sentences."""
        return any(self.find(index, number) for number in self.where(index))
