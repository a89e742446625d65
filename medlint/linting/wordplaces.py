"""The sentences of an article, read once for all rules, and where the phrases of these may stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from medlint.linting.openings import Openings
from medlint.linting.wordkeys import words_of
from medlint.linting.words import Found, WordIndex


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """The sentences, the indexes of which phrases were looked for in them, and where one may begin."""

    _sentences: Sequence[str]
    _looked_for: frozenset[WordIndex]
    _begun: Mapping[WordIndex, Sequence[int]]
    _words: dict[int, Sequence[str]] = field(default_factory=dict)  # of sentences that were looked at

    @classmethod
    def of(cls, sentences: Iterable[str], openings: Openings) -> WordPlaces:
        """These sentences, in which the phrases with these openings are looked for at once."""
        held = tuple(sentences)
        return cls(held, openings.indexes, openings.begun_in(held))

    def where(self, index: WordIndex) -> Sequence[int]:
        """The numbers of the sentences in which a phrase may begin, in order."""
        begun = self._begun if index in self._looked_for else Openings.of([index]).begun_in(self._sentences)
        return begun.get(index, ())

    def find(self, index: WordIndex, number: int) -> list[Found]:
        """The phrases in sentence `number`, as `WordIndex.find` gives them."""
        sentence = self._sentences[number]
        if number not in self._words:  # several indexes are looked for in most of those that are looked at
            self._words[number] = words_of(sentence)
        return index.find_among(self._words[number], sentence)

    def has(self, index: WordIndex) -> bool:
        """Whether a phrase stands in any of the sentences."""
        return any(self.find(index, number) for number in self.where(index))
