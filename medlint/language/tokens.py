"""A block's text as tokens and sentences: plain tuples, so that what follows needs no spaCy objects.

spaCy's tokenizer treats every run of characters between white space by itself, so what it makes of a run is remembered:
most of a text is words that were seen before. White space is no token. Sentences end as spaCy's sentencizer ends them,
behind a full stop and the marks that follow it, but for a mark that opens what comes next, or where they are too long
to be any.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from medlint.language.pipeline import pipeline

_LONGEST_RUN = 250  # characters; of what has no spaces the tokenizer takes time by the square of its length
_LONGEST_SENTENCE = 300  # tokens: four times the longest in real articles; cues and names are held against one another
_RUN = re.compile(rf"\S{{1,{_LONGEST_RUN}}}")
_ENDLESS = re.compile(rf"\S{{{_LONGEST_RUN}}}(?=\S)")
_WORD, _PUNCTUATION, _MARK = 0, 1, 2  # what a token is for the end of a sentence
_OPENING = frozenset("“‘«„\"'([")  # before a word these begin a sentence, where spaCy's sentencizer ends one with them
_REMEMBERED = 100_000  # runs of characters
_LONGEST = 100  # characters of a run that is remembered


@dataclass(frozen=True, slots=True)
class Tokens:
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


class _Pieces(NamedTuple):
    """The tokens of one run: their keys, where in it they start and end, what each is; whether it is but one."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    kinds: tuple[int, ...]
    alone: bool


def tokenise(text: str) -> Tokens:
    """Tokens and sentences of a text (one block, or one sentence)."""
    runs = _RUN.findall(text)
    pieces = _pieces_of(set(runs))
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[int] = []
    for run, match in zip(runs, _RUN.finditer(text), strict=True):
        at = match.start()
        own_keys, own_starts, own_ends, own_kinds, alone = pieces[run]
        if alone:
            keys.append(own_keys[0])
            kinds.append(own_kinds[0])
            starts.append(at)
            ends.append(at + len(run))
        else:
            keys += own_keys
            kinds += own_kinds
            starts += [at + start for start in own_starts]
            ends += [at + end for end in own_ends]
    return Tokens(text, tuple(keys), tuple(starts), tuple(ends), tuple(_sentences(kinds)))


def broken_up(text: str) -> str:
    """The text with spaces in what is too long without one: what spaCy itself may be given."""
    return _ENDLESS.sub(r"\g<0> ", text)


def _sentences(kinds: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The sentences: each goes on behind its last mark up to the next word, but not for ever."""
    first, count = 0, len(kinds)
    while first < count:
        last = min(count, first + _LONGEST_SENTENCE)
        with suppress(ValueError):
            last = kinds.index(_WORD, kinds.index(_MARK, first, last), last)
        yield first, last
        first = last


def _pieces_of(runs: set[str]) -> Mapping[str, _Pieces]:
    remembered = _memory()
    new = runs.difference(remembered)
    if not new:
        return remembered
    if len(remembered) + len(new) > _REMEMBERED:
        remembered.clear()
        new = runs
    learned = dict(_tokenised(new))
    remembered.update((run, pieces) for run, pieces in learned.items() if len(run) <= _LONGEST)
    return {run: learned[run] if run in learned else remembered[run] for run in runs}


def _tokenised(runs: Iterable[str]) -> Iterator[tuple[str, _Pieces]]:
    """The pieces of each run, all of them tokenised at once."""
    nlp, marks = pipeline(), _marks()
    from spacy.attrs import IDX, IS_PUNCT, LENGTH, NORM  # behind `pipeline()`, which says how spaCy is imported

    order = list(runs)
    rows = nlp.make_doc(" ".join(order)).to_array([NORM, IDX, LENGTH, IS_PUNCT]).tolist()
    row, at = 0, 0
    for run in order:
        first = row
        while row < len(rows) and rows[row][1] < at + len(run):
            row += 1
        own = rows[first:row]
        keys = tuple(nlp.vocab.strings[norm] for norm, *_ in own)
        kinds = [_MARK if key in marks else int(punctuation) for key, (*_, punctuation) in zip(keys, own, strict=True)]
        if len(own) > 1 and run[0] in _OPENING:
            kinds[0] = _WORD
        starts = tuple(index - at for _, index, _, _ in own)
        ends = tuple(index - at + length for _, index, length, _ in own)
        yield run, _Pieces(keys, starts, ends, tuple(kinds), len(keys) == 1)
        at += len(run) + 1


@cache
def _memory() -> dict[str, _Pieces]:
    return {}


@cache
def _marks() -> frozenset[str]:
    pipeline()
    from spacy.pipeline import Sentencizer

    return frozenset(Sentencizer.default_punct_chars)
