"""What spaCy's tokenizer makes of a run of characters between white space.

It treats every run by itself, so what it made of one is remembered, in the process and for the next one; it is asked
only for what is neither plain nor was seen before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Any, NamedTuple, cast

from medlint.language.normal import normalise_word
from medlint.language.pipeline import pipeline
from medlint.language.plainruns import plain_tokens
from medlint.language.remembering import memory_of
from medlint.shapes import has_shape

WORD, PUNCTUATION, MARK = 0, 1, 2  # what a token is for the end of a sentence
_OPENING = frozenset("“‘«„\"'([")  # before a word these begin a sentence, where spaCy's sentencizer ends one with them
_PLAIN_MARKS = frozenset(".?!")  # those of the sentencizer that a plain run can hold
_KIND = "tokens"  # of what is kept in the user's cache
_REMEMBERED = 100_000  # runs in a process, and those of the last texts
_KEPT = 20_000  # runs for the next process: to read them takes a hundredth of a second
_LONGEST = 100  # characters of a run that is remembered
_ENDLESS = 250  # characters; of what has no spaces the tokenizer takes time by the square of its length
_STRETCH = re.compile(rf"\S{{1,{_ENDLESS}}}")
_BROKEN = re.compile(rf"\S{{{_ENDLESS}}}(?=\S)")


class Pieces(NamedTuple):
    """The tokens of one run: their keys, their lengths, how far on the next token starts, what each is.

    Together they cover the run; behind it stands one space. `kinds` has a byte for each token.
    """

    keys: tuple[str, ...]
    lengths: tuple[int, ...]
    steps: tuple[int, ...]
    kinds: bytes

    @classmethod
    def of(cls, keys: Sequence[str], lengths: Sequence[int], kinds: Iterable[int]) -> Pieces:
        """The pieces of a run, of one token or more."""
        return cls(tuple(keys), *_paced(tuple(lengths)), bytes(kinds))

    @classmethod
    def in_a_row(cls, stretches: Sequence[Pieces]) -> Pieces:
        """The pieces of a run that has these stretches, with nothing in between."""
        keys, lengths, _, kinds = (tuple(chain.from_iterable(part)) for part in zip(*stretches, strict=True))
        return cls(keys, *_steps(lengths), bytes(kinds))


def _steps(lengths: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The lengths of tokens and how far on the next one starts."""
    return lengths, (*lengths[:-1], lengths[-1] + 1)


_paced = lru_cache(maxsize=4096)(_steps)  # most runs have the same, and share them


def pieces_of(runs: Sequence[str]) -> list[Pieces]:
    """The tokens of each of these runs."""
    remembered = _memory()
    if len(remembered) > _REMEMBERED:
        remembered.clear()
    pieces = [*map(remembered.get, runs)]
    if all(pieces):
        return cast("list[Pieces]", pieces)
    fresh = _learned([*dict.fromkeys([run for run, own in zip(runs, pieces, strict=True) if own is None])])
    remembered.update({run: own for run, own in fresh.items() if len(run) <= _LONGEST})
    return [own or fresh[run] for run, own in zip(runs, pieces, strict=True)]


def broken_up(text: str) -> str:
    """The text with spaces in what is too long without one: what spaCy itself may be given."""
    return _BROKEN.sub(r"\g<0> ", text)


def _learned(runs: Sequence[str]) -> dict[str, Pieces]:
    """The tokens of runs that are new; endless ones are parted into stretches, whose tokens come with them."""
    stretches = {run: _STRETCH.findall(run) if len(run) > _ENDLESS else [run] for run in runs}
    found = _tokens_of([*dict.fromkeys(chain.from_iterable(stretches.values()))])
    endless = ((run, parts) for run, parts in stretches.items() if len(parts) > 1)
    return {**found, **{run: Pieces.in_a_row([found[each] for each in parts]) for run, parts in endless}}


def _tokens_of(runs: Sequence[str]) -> dict[str, Pieces]:
    found = {run: _plain(run, tokens) for run in runs if (tokens := plain_tokens(run))}
    if others := [run for run in runs if run not in found]:
        found.update(_not_plain(others))
    return found


def _plain(run: str, tokens: Sequence[str]) -> Pieces:
    if len(tokens) == 1:
        return Pieces.of([normalise_word(run)], [len(run)], [_kind(run)])
    kinds = [_kind(token) for token in tokens]
    if run[0] in _OPENING:
        kinds[0] = WORD
    return Pieces.of([normalise_word(token) for token in tokens], [*map(len, tokens)], kinds)


def _kind(token: str) -> int:
    """What a token of a plain run is: one character that is no letter or digit is a mark of some kind."""
    if len(token) > 1 or token.isalnum():
        return WORD
    return MARK if token in _PLAIN_MARKS else PUNCTUATION


def _not_plain(runs: Iterable[str]) -> dict[str, Pieces]:
    """The tokens of runs of which spaCy knows more: what it made of them in another process, or makes of them now."""
    kept = memory_of(_KIND, _KEPT, _is_sound)
    known = {run: _unpacked(packed) for run in runs if (packed := kept.get(run)) is not None}
    if unknown := [run for run in runs if run not in known]:
        fresh = dict(_tokenised(unknown))
        kept.add({run: _packed(pieces) for run, pieces in fresh.items() if len(run) <= _LONGEST})
        known.update(fresh)
    return known


def _tokenised(runs: Sequence[str]) -> Iterator[tuple[str, Pieces]]:
    """The pieces of each run, all of them tokenised at once."""
    nlp, marks = pipeline(), _marks()
    from spacy.attrs import IDX, IS_PUNCT, LENGTH, NORM  # behind `pipeline()`, which says how spaCy is imported

    with nlp.memory_zone():  # else spaCy holds every word that it ever met, a hundred bytes and more for each
        rows = nlp.make_doc(" ".join(runs)).to_array([NORM, IDX, LENGTH, IS_PUNCT]).tolist()
        norms = [nlp.vocab.strings[norm] for norm, *_ in rows]
    row, at = 0, 0
    for run in runs:
        first = row
        while row < len(rows) and rows[row][1] < at + len(run):
            row += 1
        own = rows[first:row]
        keys = norms[first:row]
        kinds = [MARK if key in marks else int(punctuation) for key, (*_, punctuation) in zip(keys, own, strict=True)]
        if len(own) > 1 and run[0] in _OPENING:
            kinds[0] = WORD
        yield run, Pieces.of(keys, [length for _, _, length, _ in own], kinds)
        at += len(run) + 1


@cache
def _memory() -> dict[str, Pieces]:
    return {}


def _packed(pieces: Pieces) -> list[Any]:
    return [pieces.lengths, [*pieces.kinds], *pieces.keys]


def _is_sound(run: str, packed: object) -> bool:
    """Whether this is what was packed of a run: tokens that cover it, each with its length, its kind and its key."""
    if not isinstance(packed, list) or len(packed) < 3:
        return False
    lengths, kinds, *keys = packed
    if not (has_shape(lengths, [int]) and has_shape(kinds, [int]) and has_shape(keys, [str])):
        return False
    known = all(length > 0 for length in lengths) and all(kind in (WORD, PUNCTUATION, MARK) for kind in kinds)
    return known and sum(lengths) == len(run) and len(lengths) == len(kinds) == len(keys)


def _unpacked(packed: list[Any]) -> Pieces:
    lengths, kinds, *keys = packed
    return Pieces.of(keys, lengths, kinds)


@cache
def _marks() -> frozenset[str]:
    pipeline()
    from spacy.pipeline import Sentencizer

    return frozenset(Sentencizer.default_punct_chars)
