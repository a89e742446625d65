"""Runs of characters that need no tokenizer: plain words, hyphens between them, and numbers, with a mark at either end.

Nearly all runs of an article are such, and spaCy's English rules part them in one way only: at hyphens, a possessive,
percent signs and the marks, unless one of its exceptions stands in them ("cannot", "Dr."). To load spaCy for them takes
longer than to lint the page. A test holds this against spaCy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from medlint.compiling import built_once
from medlint.language.pipeline import tokenizer_exceptions
from medlint.shapes import has_shape

_BEFORE, _BEHIND = r"""(["(“]?)""", r"""[,;:?!)"”’]"""
_WORDS = re.compile(rf"{_BEFORE}([A-Za-z]+(?:-[A-Za-z]+)*)(['’]s)?({_BEHIND}|(?<=[a-z])\.)?")
_NUMBER = re.compile(rf"{_BEFORE}(\d+(?:[.,]\d+)*)(%?)({_BEHIND}|\.)?", re.ASCII)
_HYPHEN = "-"


def plain_tokens(run: str) -> list[str] | None:
    """The tokens of a plain run as they are written; `None` for any other."""
    if run.isascii() and run.isalpha():  # as most are
        return None if run in exceptions() else [run]
    plain = _WORDS.fullmatch(run)
    if plain is None:
        number = _NUMBER.fullmatch(run)
        return [*filter(None, number.groups())] if number and run not in exceptions() else None
    opening, words, possessive, closing = plain.groups(default="")
    single = words.split(_HYPHEN)
    ends = (possessive, closing, possessive + closing)
    if not exceptions().isdisjoint((run, *single, *(word + end for word in (words, single[-1]) for end in ends))):
        return None
    return [*filter(None, (opening, *_hyphenated(single), possessive, closing))]


def _hyphenated(words: list[str]) -> Iterator[str]:
    yield words[0]
    for word in words[1:]:
        yield from (_HYPHEN, word)


def _is_list(kept: object) -> bool:
    return has_shape(kept, [str])


@cache
def exceptions() -> frozenset[str]:
    """The words that the tokenizer does not take as they are, known without loading it once they were asked for."""
    return frozenset(built_once("exceptions", (), lambda: sorted(tokenizer_exceptions()), _is_list))
