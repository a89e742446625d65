"""Literal phrases in running text, found in one pass however many there are.

Words match by the keys of `medlint.language.normal` (case, plural, British and American spelling folded); hyphens and
quotation marks count for nothing, other punctuation parts phrases. `#` in a phrase stands for a number ("3", "three",
"23,500", "0.2"), `*` for one to four words of any kind, `[` and `]` for round brackets, since round ones group the
alternatives of a template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import TypeVar

from medlint.compiling import built_once
from medlint.language.normal import normalise_word
from medlint.language.templates import expand

_TOKENS = re.compile(r"\d+(?:[.,]\d+)+(?!\w)|\w+(?:['’]\w+)*|[^\w\s\u2010\u2011\u2013\"'‘’“”-]")
NUMBER = "#"
LINE = "\n"  # in no key: no phrase leads across
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_SMALL, 1)}
_FIGURES = re.compile(r"(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,9})?", re.ASCII)
_BRACKETS = {"(": "[", ")": "]"}
ANY = "*"
_REMEMBERED, _LONGEST = 65_536, 100  # runs of characters in a process, and characters of one
_WIDEST = 4  # words that `*` stands for at most
_END = ""


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
        return cls(built_once("words", listed, lambda: _grow(listed)))

    def openings(self) -> Iterator[tuple[str, ...]]:
        """How the phrases begin: the first two keys, or the first alone where any may follow or none has to.

        `NUMBER` stands for any number, `ANY` for any word.
        """
        for first, behind in self._branches[0].items():
            branch = self._branches[behind]
            if first == ANY or not branch.keys().isdisjoint((_END, ANY)):
                yield (first,)
            else:
                yield from ((first, second) for second in branch)

    def find(self, text: str) -> list[Found]:
        """The phrases of a text from left to right, the longest at each place, none inside another."""
        hits = list(self._hits(words_of(text)))
        if not hits:  # as in most sentences
            return []
        spans = [match.span() for match in _TOKENS.finditer(text)]
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
        """Whether a phrase that begins with one of `starts` may end there or go on with the word at `index`.

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
        while ways:
            index, at, numbers = ways.pop()
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


def words_of(text: str) -> list[str]:
    """The keys of the words of a text, and of the marks that part phrases."""
    known = _runs()
    return [*chain.from_iterable([known[run] for run in text.split()])]


def row_of(sentences: Iterable[str]) -> str:
    """The same of sentences in a row: `NUMBER` for each number, single spaces around each key, `LINE` behind each."""
    known = _rows()
    runs: list[str] = []
    for sentence in sentences:
        runs += sentence.split()
        runs.append(LINE)
    return f" {' '.join(filter(None, [known[run] for run in runs]))} "


T = TypeVar("T")


class _OfRuns(dict[str, T]):
    """Something of what stands between white space: no word reaches across it, and most was seen before."""

    def __init__(self, of: Callable[[str], T]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, run: str) -> T:
        found = self._of(run)
        if len(self) >= _REMEMBERED:
            self.clear()
        if len(run) <= _LONGEST:
            self[run] = found
        return found


@cache
def _runs() -> _OfRuns[tuple[str, ...]]:
    return _OfRuns(lambda run: tuple(map(_key, _TOKENS.findall(run))))


@cache
def _rows() -> _OfRuns[str]:
    return _OfRuns(lambda run: run if run == LINE else " ".join(map(masked, words_of(run))))


def masked(key: str) -> str:
    """The key of a word, `NUMBER` for that of any number."""
    return key if number_of(key) is None else NUMBER


@lru_cache(maxsize=65536)
def number_of(word: str) -> float | None:
    """The number that a word stands for ("3", "three", "23,500", "0.2"), or None; of at most twelve digits."""
    return float(word.replace(",", "")) if _FIGURES.fullmatch(word) else _NUMBERS.get(word)


def numbers_in(text: str) -> frozenset[float]:
    """All numbers that a text names in digits or words."""
    return frozenset(n for word in _TOKENS.findall(text) if (n := number_of(normalise_word(word))) is not None)


@cache
def index_of(phrases: tuple[str, ...]) -> WordIndex:
    """The index over phrase templates, built once. Raises `ValueError` as `WordIndex.of` does."""
    return WordIndex.of(phrases)


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
    keys = tuple(_key(word) for word in _TOKENS.findall(phrase))
    if not any(key.isalnum() or key == NUMBER for key in keys):
        raise ValueError(f"a phrase without a word: {phrase!r}")
    return keys


def _key(word: str) -> str:
    return _BRACKETS.get(word) or normalise_word(word)
