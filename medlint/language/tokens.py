"""A block's text as tokens and sentences: plain tuples, so that what follows needs no spaCy objects.

White space is no token. Sentences end as spaCy's sentencizer ends them, behind a full stop and the marks that follow
it, but for a mark that opens what comes next, or where they are too long to be any.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from operator import add
from typing import NamedTuple

from medlint.language.runs import MARK, WORD, Pieces, pieces_of

_LONGEST_SENTENCE = 300  # tokens: four times the longest in real articles; cues and names are held against one another
_RUN = re.compile(r"\S+")


class Tokens(NamedTuple):
    """Tokens of one text. Token `i` is `text[starts[i]:ends[i]]`, `keys[i]` is what it matches as.

    `sentences` are half-open token ranges.
    """

    text: str
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]

    def word(self, index: int) -> str:
        """The token as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def span_of(self, start: int, end: int) -> tuple[int, int]:
        """The half-open token range that touches the characters `[start, end)`."""
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))


def tokenise(text: str) -> Tokens:
    """Tokens and sentences of a text (one block, or one sentence)."""
    return tokenise_all([text])[0]


def tokenise_all(texts: Sequence[str]) -> list[Tokens]:
    """Tokens and sentences of each of these texts: many at once take less time than one after another."""
    runs_of = [text.split() for text in texts]
    pieces = pieces_of([*chain.from_iterable(runs_of)])
    keys, lengths, steps, kinds, behind = _joined(pieces)
    found, run = [], 0
    for text, runs in zip(texts, runs_of, strict=True):
        own, run = run, run + len(runs)
        first, last = behind[own], behind[run]
        evenly = bool(runs) and " ".join(runs) == text  # as in most blocks: no gaps to be looked at
        starts = tuple(accumulate(steps[first : last - 1], initial=0) if evenly else _starts(text, pieces[own:run]))
        ends = tuple(map(add, starts, lengths[first:last]))
        found.append(Tokens(text, tuple(keys[first:last]), starts, ends, tuple(_sentences(kinds[first:last]))))
    return found


class _Joined(NamedTuple):
    """The pieces of all runs in one row each; `behind` is how many tokens there are before each run, and in all."""

    keys: list[str]
    lengths: list[int]
    steps: list[int]
    kinds: bytearray
    behind: list[int]


def _joined(pieces: Iterable[Pieces]) -> _Joined:
    keys, lengths, steps, kinds, behind = row = _Joined([], [], [], bytearray(), [0])
    for own_keys, own_lengths, own_steps, own_kinds in pieces:
        keys += own_keys
        lengths += own_lengths
        steps += own_steps
        kinds += own_kinds
        behind.append(len(keys))
    return row


def _starts(text: str, pieces: Iterable[Pieces]) -> list[int]:
    """Where each token starts, whatever white space stands between the runs that have these pieces."""
    starts: list[int] = []
    for run, each in zip(_RUN.finditer(text), pieces, strict=True):
        first = run.start()
        if len(each.lengths) == 1:
            starts.append(first)
        else:
            starts += accumulate(each.lengths[:-1], initial=first)
    return starts


def _sentences(kinds: bytearray) -> Iterator[tuple[int, int]]:
    """The sentences: each goes on behind its last mark up to the next word, but not for ever."""
    first, count = 0, len(kinds)
    while first < count:
        last = min(count, first + _LONGEST_SENTENCE)
        mark = kinds.find(MARK, first, last)
        word = kinds.find(WORD, mark, last) if mark >= 0 else mark
        last = word if word >= 0 else last
        yield first, last
        first = last
