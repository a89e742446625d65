"""Literal phrases in running text, found in one pass however many there are.

Words match by their keys (`medlint.linting.wordkeys`). `#` in a phrase stands for a number ("3", "three", "23,500",
"0.2"), `*` for one to four words of any kind, `[` and `]` for round brackets, since round ones group the alternatives
of a template.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from medlint.compiling import built_once
from medlint.language.templates import expand
from medlint.linting.wordkeys import NUMBER, number_of, spans_of, words_of
from medlint.shapes import has_shape

ANY = "*"
_WIDEST = 4  # words that `*` stands for at most
_END = ""
_OPENING = 3  # keys: with two, "in the" and the like begin a phrase in every tenth sentence


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a text: code points `[start, end)` and the numbers that stood for `#`, in order."""

    start: int
    end: int
    numbers: tuple[float, ...] = ()


Branch = dict[str, int]  # from the key of a word to the number of the branch behind it


@dataclass(frozen=True, slots=True, eq=False)
class WordIndex:
    """Phrases to find, as a graph of word keys: numbered branches, the first one the root. Each equals itself alone."""

    _branches: Sequence[Branch]

    @classmethod
    def of(cls, templates: Iterable[str]) -> WordIndex:
        """An index over phrase templates (see `medlint.language.templates`), from the user's cache where it was built.

        Raises `ValueError` for a template with unbalanced brackets or without a word.
        """
        listed = tuple(templates)
        return cls(built_once("words", listed, lambda: _grow(listed), _is_sound))

    def openings(self) -> Iterator[tuple[str, ...]]:
        """How the phrases begin: the first three keys, or fewer where any may follow or none has to.

        `NUMBER` stands for any number, `ANY` for any word.
        """
        begun: list[tuple[tuple[str, ...], int]] = [((), 0)]
        while begun:
            keys, at = begun.pop()
            branch = self._branches[at]
            if keys and (len(keys) == _OPENING or ANY in keys or not branch.keys().isdisjoint((_END, ANY))):
                yield keys
            else:
                begun += (((*keys, key), behind) for key, behind in branch.items())

    def find(self, text: str) -> list[Found]:
        """The phrases of a text from left to right, the longest at each place, none inside another."""
        return self.find_among(words_of(text), text)

    def find_among(self, words: Sequence[str], text: str) -> list[Found]:
        """The same of a text that has these words."""
        hits = list(self._hits(words))
        if not hits:  # as in most sentences
            return []
        spans = spans_of(text)
        return [Found(spans[first][0], spans[last - 1][1], numbers) for first, last, numbers in hits]

    def _hits(self, keys: Sequence[str]) -> Iterator[tuple[int, int, tuple[float, ...]]]:
        """The phrases of a text by the numbers of its words `[first, last)`, each with the numbers in it."""
        free, root = 0, self._branches[0]
        word, number = ANY in root, NUMBER in root
        for first, key in enumerate(keys):
            begins = word or (key in root and self._leads_on(key, keys, first + 1))
            if not begins and not (number and number_of(key) is not None):
                continue
            if first >= free and (hit := self._longest(keys, first)):
                free, numbers = hit
                yield first, free, numbers

    def _leads_on(self, start: str, keys: Sequence[str], index: int) -> bool:
        """Whether a phrase that begins with the key `start` may end there or go on with the word at `index`.

        Most that begin do not.
        """
        branch = self._branches[self._branches[0][start]]
        if _END in branch or ANY in branch or NUMBER in branch:
            return True
        return index < len(keys) and keys[index] in branch

    def _longest(self, keys: Sequence[str], first: int) -> tuple[int, tuple[float, ...]] | None:
        """Where the longest phrase that begins at token `first` ends, and its numbers."""
        best: tuple[int, tuple[float, ...]] | None = None
        ways: list[tuple[int, int, tuple[float, ...]]] = [(first, 0, ())]
        gone: set[tuple[int, int]] = set()  # a second way to a branch leads to nothing new
        while ways:
            index, at, numbers = ways.pop()
            if (index, at) in gone:
                continue
            gone.add((index, at))
            branch = self._branches[at]
            if _END in branch and (best is None or index > best[0]):
                best = index, numbers
            if index == len(keys):
                continue
            key = keys[index]  # it leads on as any word, as a number, as itself
            if ANY in branch and key[0].isalnum():
                ways.append((index + 1, branch[ANY], numbers))
            if NUMBER in branch and (number := number_of(key)) is not None:
                ways.append((index + 1, branch[NUMBER], (*numbers, number)))
            if key in branch:
                ways.append((index + 1, branch[key], numbers))
        return best


@cache
def index_of(phrases: tuple[str, ...]) -> WordIndex:
    """The index over phrase templates, built once. Raises `ValueError` as `WordIndex.of` does."""
    return WordIndex.of(phrases)


def _is_sound(branches: object) -> bool:
    """Whether these are branches, each of which leads to one behind it that there is."""
    if not has_shape(branches, [{str: int}]) or not isinstance(branches, list) or not branches:
        return False
    return all(0 <= behind < len(branches) for branch in branches for behind in branch.values())


def _grow(templates: Iterable[str]) -> list[Branch]:
    """The branches of all phrases that the templates stand for."""
    branches: list[Branch] = [{}]
    for template in templates:
        for phrase in expand(template):
            ends = [0]
            for key in _phrase_keys(phrase):
                ends = _gap(branches, ends[0]) if key == ANY else [_grown(branches, ends, key)]
            branches[ends[0]][_END] = 0
    return branches


def _grown(branches: list[Branch], ends: Sequence[int], key: str) -> int:
    """The branch behind `key`, the same one for all of `ends`: the lengths of a gap share what follows it."""
    behind = branches[ends[0]].get(key)
    if behind is None:
        behind = len(branches)
        branches.append({})
    for end in ends:
        branches[end].setdefault(key, behind)
    return behind


def _gap(branches: list[Branch], end: int) -> list[int]:
    """The branches behind one, two ... `_WIDEST` words of any kind."""
    ends = []
    for _ in range(_WIDEST):
        end = _grown(branches, [end], ANY)
        ends.append(end)
    return ends


def _phrase_keys(phrase: str) -> tuple[str, ...]:
    keys = tuple(words_of(phrase))
    if not any(key.isalnum() or key == NUMBER for key in keys):
        raise ValueError(f"a phrase without a word: {phrase!r}")
    return keys
