"""Runs of characters that need no tokenizer: words of plain letters, with hyphens, a mark before and one behind.

Nine of ten runs of an article are such, and spaCy's English rules part them in one way only: at hyphens and at the
marks, unless one of its exceptions stands in them ("cannot", "Dr."). To load spaCy for them takes longer than to lint
the page. A test holds this against spaCy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from medlint.compiling import built_once
from medlint.language.pipeline import tokenizer_exceptions

_PLAIN = re.compile(r"""([("“]?)([A-Za-z]+(?:-[A-Za-z]+)*)([,;:?!)"”’]|(?<=[a-z])\.)?""")
_HYPHEN = "-"


def plain_tokens(run: str) -> list[str] | None:
    """The tokens of a plain run as they are written; `None` for any other."""
    plain = _PLAIN.fullmatch(run)
    if plain is None:
        return None
    opening, words, closing = plain.groups(default="")
    single = words.split(_HYPHEN)
    if not exceptions().isdisjoint((run, *single, words + closing, single[-1] + closing)):
        return None
    return [*filter(None, (opening, *_hyphenated(single), closing))]


def _hyphenated(words: list[str]) -> Iterator[str]:
    yield words[0]
    for word in words[1:]:
        yield from (_HYPHEN, word)


@cache
def exceptions() -> frozenset[str]:
    """The words that the tokenizer does not take as they are, known without loading it once they were asked for."""
    return frozenset(built_once("exceptions", (), lambda: sorted(tokenizer_exceptions())))
