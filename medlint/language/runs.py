"""What spaCy's tokenizer makes of a run of characters between white space.

It treats every run by itself, so what it made of one is remembered, in the process and for the next one: most of a text
is words that were seen before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from medlint.language.pipeline import pipeline
from medlint.language.remembering import memory_of

WORD, PUNCTUATION, MARK = 0, 1, 2  # what a token is for the end of a sentence
_OPENING = frozenset("“‘«„\"'([")  # before a word these begin a sentence, where spaCy's sentencizer ends one with them
_KIND = "tokens"  # of what is kept in the user's cache
_REMEMBERED = 100_000  # runs in a process
_KEPT = 20_000  # runs for the next process: to read them takes a hundredth of a second
_LONGEST = 100  # characters of a run that is remembered


class Pieces(NamedTuple):
    """The tokens of one run: their keys, where in it they start and end, what each is; whether it is but one."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    kinds: tuple[int, ...]
    alone: bool


def pieces_of(runs: set[str]) -> Mapping[str, Pieces]:
    """The tokens of these runs, it may be among others."""
    remembered = _memory()
    new = runs.difference(remembered)
    if not new:
        return remembered
    if len(remembered) + len(new) > _REMEMBERED:
        remembered.clear()
        new = runs
    kept = memory_of(_KIND, _KEPT)
    learned = {run: _unpacked(packed) for run in new if (packed := kept.get(run)) is not None}
    if unknown := new - learned.keys():
        fresh = dict(_tokenised(unknown))
        kept.add({run: _packed(pieces) for run, pieces in fresh.items() if len(run) <= _LONGEST})
        learned.update(fresh)
    remembered.update((run, pieces) for run, pieces in learned.items() if len(run) <= _LONGEST)
    return {run: learned[run] if run in learned else remembered[run] for run in runs}


def _tokenised(runs: Iterable[str]) -> Iterator[tuple[str, Pieces]]:
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
        kinds = [MARK if key in marks else int(punctuation) for key, (*_, punctuation) in zip(keys, own, strict=True)]
        if len(own) > 1 and run[0] in _OPENING:
            kinds[0] = WORD
        starts = tuple(index - at for _, index, _, _ in own)
        ends = tuple(index - at + length for _, index, length, _ in own)
        yield run, Pieces(keys, starts, ends, tuple(kinds), len(keys) == 1)
        at += len(run) + 1


@cache
def _memory() -> dict[str, Pieces]:
    return {}


def _packed(pieces: Pieces) -> list[Any]:
    return [pieces.starts, pieces.ends, pieces.kinds, *pieces.keys]


def _unpacked(packed: list[Any]) -> Pieces:
    starts, ends, kinds, *keys = packed
    return Pieces(tuple(keys), tuple(starts), tuple(ends), tuple(kinds), len(keys) == 1)


@cache
def _marks() -> frozenset[str]:
    pipeline()
    from spacy.pipeline import Sentencizer

    return frozenset(Sentencizer.default_punct_chars)
