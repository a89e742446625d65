"""Abbreviations that an article defines itself, such as "epidural steroid injection (ESI)", through scispaCy.

Where scispaCy is not installed only the aliases of the vocabulary are known.
"""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import TYPE_CHECKING, Any

from medlint.documents.model import Document
from medlint.language.lexicon import Lexicon
from medlint.language.pipeline import pipeline
from medlint.language.tokens import broken_up, tokenise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SHORT = re.compile(
    r"[A-Z](?=[^()]{0,80}[A-Z])[A-Za-z0-9-]{0,8}[A-Za-z0-9]"
)  # two capitals or more in the brackets: scispaCy pairs up plain words too
_BRACKETED = re.compile(r"\(\s*" + _SHORT.pattern + r"\s*\)|\([^()]{4,80}\)")
_MOST_BRACKETS = 40  # in one block, closed or not: the detector is quadratic in them


def short_forms(document: Document, lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """The abbreviations of concepts that the document defines: (short form, concept identifier), each once."""
    found: dict[tuple[str, str], None] = {}
    for block in document.blocks:
        brackets = _BRACKETED.findall(block.text) if 0 < block.text.count("(") <= _MOST_BRACKETS else []
        if any(_SHORT.search(bracket) for bracket in brackets):
            found.update(dict.fromkeys(_concepts(block.text, lexicon)))
    return tuple(found)


def _concepts(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for short, long in _pairs(text):
        if not _SHORT.fullmatch(short):
            continue
        tokens = tokenise(long)
        for hit in lexicon.index.find(tokens):
            kind, _, concept = hit.label.partition(":")
            if kind.lower() == "alias" and hit.last == len(tokens.keys) and hit.last - hit.first >= 2:
                yield short, concept
                if short.endswith("s"):
                    yield short[:-1], concept
                else:
                    yield short + "s", concept
                break


def _pairs(text: str) -> list[tuple[str, str]]:
    detector = _detector()
    if detector is None:
        return []
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W036\]")  # a text without a pair is nothing to warn of
        doc = detector(pipeline().make_doc(broken_up(text)))
    return [(short.text, short._.long_form.text) for short in doc._.abbreviations]


@cache
def _detector() -> Callable[[Any], Any] | None:
    nlp = pipeline()  # before scispaCy, which would import spaCy with its whole command line
    try:
        from scispacy.abbreviation import AbbreviationDetector
    except ImportError:
        return None
    return AbbreviationDetector(nlp)  # type: ignore[no-any-return]
