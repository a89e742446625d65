"""A block's text as tokens and sentences: plain tuples, so that what follows needs no spaCy objects.

White space is no token. Sentences end as spaCy's sentencizer ends them, behind a full stop and the marks that follow
it, but for a mark that opens what comes next, or where they are too long to be any.
"""

from __future__ import annotations

import re
from array import array
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
    starts: Sequence[int]
    ends: Sequence[int]
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
    found, run = [], 0
    for text, runs in zip(texts, runs_of, strict=True):
        own, run = run, run + len(runs)
        found.append(_tokens(text, runs, pieces[own:run]))
    return found


def _tokens(text: str, runs: Sequence[str], pieces: Sequence[Pieces]) -> Tokens:
    """The tokens of a text with these runs, which have these pieces."""
    keys: list[str] = []
    lengths: list[int] = []
    steps: list[int] = []
    kinds = bytearray()
    for own_keys, own_lengths, own_steps, own_kinds in pieces:
        keys += own_keys
        lengths += own_lengths
        steps += own_steps
        kinds += own_kinds
    if runs and " ".join(runs) == text:  # as most texts: no gaps to be looked at
        starts: Iterable[int] = accumulate(steps[:-1], initial=0)
    else:
        starts = _starts(text, pieces)
    begins = _held(starts, len(text))
    ends = _held(map(add, begins, lengths), len(text))
    return Tokens(text, tuple(keys), begins, ends, tuple(_sentences(kinds)))


def _held(numbers: Iterable[int], most: int) -> Sequence[int]:
    """Numbers up to `most` in as little memory as that allows: one by one they take up to forty bytes each."""
    if most < 1 << 8:
        return bytes(numbers)
    return array("H" if most < 1 << 16 else "I", numbers)


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
