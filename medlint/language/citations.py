"""Which known source a sentence rests on: one it names, or one that its reference marker stands for.

A marker ("[3]", "1, 2" at the end of a clause) stands for the source that most sentences carrying it name; the first
such source wins a tie. Bare numbers are markers only in an article that uses them throughout.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from medlint.language.article import Sentence
from medlint.language.blocks import BlockReading
from medlint.language.concepts import ConceptKind

_BRACKETED = re.compile(r"\[(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\]|([¹²³⁴⁵⁶⁷⁸⁹⁰]+)")
_BARE = re.compile(r"(?<=[a-z.)\]”\"’])\s(\d{1,2}(?:, ?\d{1,2})*)(?=\s*(?:[:.;,)]|$))")
_DIGIT = re.compile(r"\d")  # most blocks hold none
_SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_THROUGHOUT = 5  # blocks that carry a bare number before it is taken for a marker

Sources = tuple[str, ...]


def sources_of(blocks: Sequence[BlockReading], sentences: Sequence[Sentence]) -> tuple[Sources, ...]:
    """The known sources behind every sentence: those it names, else those its markers stand for."""
    markers = _markers(blocks)
    if not markers and not any(_names_source(block) for block in blocks):
        return ((),) * len(sentences)
    named = [_named(blocks[s.span.block], s) for s in sentences]
    known = _known(named, [markers.get(s.span.block, ()) for s in sentences], sentences)
    return tuple(
        own or tuple(dict.fromkeys(known[m] for m in _of(s, markers.get(s.span.block, ())) if m in known))
        for own, s in zip(named, sentences, strict=True)
    )


def _names_source(block: BlockReading) -> bool:
    return any(found.concept.kind is ConceptKind.SOURCE for found in block.found)


def _named(block: BlockReading, sentence: Sentence) -> Sources:
    if not block.found:
        return ()
    span = block.tokens.span_of(sentence.span.start, sentence.span.end)
    first, last = (bisect_left(block.found, token, key=lambda found: found.first) for token in span)
    names = (found.concept.id for found in block.found[first:last] if found.concept.kind is ConceptKind.SOURCE)
    return tuple(dict.fromkeys(names))


def _markers(blocks: Sequence[BlockReading]) -> dict[int, tuple[tuple[int, str], ...]]:
    """The markers of each block, as (place in the text, number)."""
    texts = {block.number: block.block.text for block in blocks}
    bracketed = {i: _places(_BRACKETED, text) for i, text in texts.items() if "[" in text or not text.isascii()}
    if any(bracketed.values()):
        return bracketed
    bare = {i: _places(_BARE, text) for i, text in texts.items() if _DIGIT.search(text)}
    return bare if sum(map(bool, bare.values())) >= _THROUGHOUT else {}


def _places(pattern: re.Pattern[str], text: str) -> tuple[tuple[int, str], ...]:
    return tuple(
        (match.start(), number)
        for match in pattern.finditer(text)
        for number in re.findall(r"\d+", next(filter(None, match.groups())).translate(_SUPERSCRIPTS))
    )


def _of(sentence: Sentence, markers: Sequence[tuple[int, str]]) -> list[str]:
    """The numbers of the markers that belong to the sentence: inside it, or straight behind its full stop."""
    first = bisect_left(markers, sentence.span.start, key=itemgetter(0))
    last = bisect_right(markers, sentence.span.end + 1, key=itemgetter(0))
    return [number for _, number in markers[first:last]]


def _known(
    named: Sequence[Sources], markers: Sequence[Sequence[tuple[int, str]]], sentences: Sequence[Sentence]
) -> dict[str, str]:
    counts: dict[str, Counter[str]] = {}
    for sources, marks, sentence in zip(named, markers, sentences, strict=True):
        for mark in _of(sentence, marks):
            counts.setdefault(mark, Counter()).update(sources)
    return {mark: counter.most_common(1)[0][0] for mark, counter in counts.items() if counter}
