"""Abbreviations that an article defines itself, such as "epidural steroid injection (ESI)", through scispaCy.

Where scispaCy is not installed only the aliases of the vocabulary are known.
"""

from __future__ import annotations

import re
import warnings
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from medlint.language.lexicon import Lexicon
from medlint.language.phrases import Hit
from medlint.language.pipeline import pipeline
from medlint.language.remembering import memory_of
from medlint.language.runs import broken_up
from medlint.language.tokens import Tokens, tokenise
from medlint.shapes import has_shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_SHORT = re.compile(
    r"[A-Z](?=[^()]{0,80}[A-Z])[A-Za-z0-9-]{0,8}[A-Za-z0-9]"
)  # two capitals or more in the brackets: scispaCy pairs up plain words too
_BRACKETED = re.compile(r"\(\s*" + _SHORT.pattern + r"\s*\)|\([^()]{4,80}\)")
_KIND = "abbreviations"  # of what is kept in the user's cache
_KEPT = 5_000  # blocks
_BRACKETS = (("(",), (")",))
_MOST_BRACKETS = 40  # in one block, closed or not: the detector is quadratic in them


def short_forms(blocks: Iterable[tuple[Tokens, Sequence[Hit]]], lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """The abbreviations of concepts that an article defines: (short form, concept identifier), each once.

    `blocks` are its blocks, each with what the lexicon finds there.
    """
    found: dict[tuple[str, str], None] = {}
    for tokens, hits in blocks:
        if _may_define(tokens, hits):
            found.update(dict.fromkeys(_concepts(tokens.text, lexicon)))
    return tuple(found)


def _may_define(tokens: Tokens, hits: Iterable[Hit]) -> bool:
    """Whether the name of a concept stands at a bracket, and capitals in one: most brackets define nothing."""
    if not 0 < tokens.text.count("(") <= _MOST_BRACKETS:
        return False
    if not any(_is_long_form(hit) and tokens.keys[hit.last : hit.last + 1] in _BRACKETS for hit in hits):
        return False
    return any(_SHORT.search(bracket) for bracket in _BRACKETED.findall(tokens.text))


def _is_long_form(hit: Hit) -> bool:
    """Whether a hit is the name of a concept in two words or more."""
    return hit.last - hit.first >= 2 and hit.label.lower().startswith("alias:")


def _concepts(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for short, long in _pairs(text):
        if not _SHORT.fullmatch(short):
            continue
        tokens = tokenise(long)
        for hit in lexicon.names.find(tokens):
            if _is_long_form(hit) and hit.last == len(tokens.keys):
                concept = hit.label.partition(":")[2]
                yield short, concept
                if short.endswith("s"):
                    yield short[:-1], concept
                else:
                    yield short + "s", concept
                break


def _pairs(text: str) -> list[tuple[str, str]]:
    """The short forms of a block with their long forms; what scispaCy found in one is remembered by its text."""
    remembered = memory_of(_KIND, _KEPT, _is_sound)
    name = blake2b(text.encode(errors="surrogatepass"), digest_size=16).hexdigest()
    if (known := remembered.get(name)) is not None:
        return [(short, long) for short, long in known]
    detector = _detector()
    if detector is None:
        return []
    found = _detected(text, detector)
    remembered.add({name: found})
    return found


def _is_sound(_name: str, kept: Any) -> bool:  # noqa: ANN401 - JSON
    """Whether these are pairs of short and long forms."""
    return has_shape(kept, [[str]]) and all(len(pair) == 2 for pair in kept)


def _detected(text: str, detector: Callable[[Any], Any]) -> list[tuple[str, str]]:
    with warnings.catch_warnings(), pipeline().memory_zone():
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
