"""How the phrases of many indexes begin, so that one look at a page tells which of them to look for in which sentence.

A rule asks for a handful of phrases, and most sentences hold the first words of none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ahocorasick_rs import AhoCorasick

from medlint.linting.wordkeys import LINE, masked, row_of
from medlint.linting.words import ANY, WordIndex

_BATCH = 1_000  # sentences that are looked at together; whatever a batch holds is in memory at once


@dataclass(frozen=True)
class Openings:
    """The indexes, those that a phrase may begin with any word, and those by how a phrase begins: a row of keys."""

    indexes: frozenset[WordIndex]
    _anywhere: Sequence[WordIndex]
    _by_row: dict[str, list[WordIndex]]

    @classmethod
    def of(cls, indexes: Iterable[WordIndex]) -> Openings:
        """How the phrases of these indexes begin."""
        held = tuple(dict.fromkeys(indexes))
        by_row: dict[str, dict[WordIndex, None]] = {}
        for index in held:
            for opening in index.openings():
                by_row.setdefault(f" {' '.join(map(masked, opening))} ", {})[index] = None
        anywhere = by_row.pop(f" {ANY} ", {})
        return cls(frozenset(held), tuple(anywhere), {row: [*those] for row, those in by_row.items()})

    def begun_in(self, sentences: Sequence[str]) -> dict[WordIndex, Sequence[int]]:
        """The numbers of the sentences in which a phrase may begin, by index, in order."""
        begun: dict[WordIndex, dict[int, None]] = {
            index: dict.fromkeys(range(len(sentences))) for index in self._anywhere
        }
        for first in range(0, len(sentences), _BATCH):
            for opening, number in self._seen(sentences[first : first + _BATCH], first):
                for index in self._beginning[opening]:
                    begun.setdefault(index, {})[number] = None
        return {index: [*numbers] for index, numbers in begun.items()}

    def _seen(self, sentences: Sequence[str], number: int) -> Iterator[tuple[int, int]]:
        """The number of each opening in the sentences and that of its sentence, where the first has this number."""
        row, at = row_of(sentences), 0
        for opening, _, end in self._automaton.find_matches_as_indexes(row, overlapping=True):  # in order of their ends
            number, at = number + row.count(LINE, at, end), end
            yield opening, number

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._by_row)

    @cached_property
    def _beginning(self) -> Sequence[Sequence[WordIndex]]:
        """The indexes of each opening, by its number in the automaton."""
        return [*self._by_row.values()]
