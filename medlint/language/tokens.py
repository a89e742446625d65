"""A block's text as tokens and sentences: plain tuples, so that what follows needs no spaCy objects."""

from __future__ import annotations

from dataclasses import dataclass

from medlint.language.pipeline import pipeline


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of one text. Token `i` is `text[starts[i]:ends[i]]`, `keys[i]` is what it matches as.

    `sentences` are half-open token ranges without the white space around them.
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
        first = next((i for i, stop in enumerate(self.ends) if stop > start), len(self.ends))
        last = next((i for i in range(first, len(self.starts)) if self.starts[i] >= end), len(self.starts))
        return first, last


def tokenise(text: str) -> Tokens:
    """Tokens and sentences of a text (one block, or one sentence)."""
    doc = pipeline()(text)
    keys = tuple(token.norm_ for token in doc)
    starts = tuple(token.idx for token in doc)
    ends = tuple(token.idx + len(token) for token in doc)
    return Tokens(text, keys, starts, ends, tuple(_sentences(doc, keys)))


def _sentences(doc: object, keys: tuple[str, ...]) -> list[tuple[int, int]]:
    ranges = []
    for sentence in doc.sents:  # type: ignore[attr-defined]
        first, last = sentence.start, sentence.end
        while first < last and not keys[first].strip():
            first += 1
        while last > first and not keys[last - 1].strip():
            last -= 1
        if first < last:
            ranges.append((first, last))
    return ranges
