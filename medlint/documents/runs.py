"""Parts text that holds a list in one line, as text taken out of web pages does: `uses:    - pain    - fever`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from medlint.documents.drafts import joined
from medlint.documents.limits import UNLIMITED, Limits
from medlint.documents.model import Segment

BULLETS = "\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u2043\u25cb\u25a0\u2219\uf0b7"
_BULLET = re.compile(rf"(?:[{BULLETS}]\s*)+")
_BULLET_OR_DASH = re.compile(rf"(?:[{BULLETS}]\s*|[-\u2013*]\s+)+")
_OPENERS = frozenset(f"{BULLETS}-\u2013*")
_MARKED = re.compile(rf" [{BULLETS}-] ")
_WIDE = 3  # spaces in a row that a writer does not type inside a sentence
_INLINE_BULLET = re.compile(rf" (?=[{BULLETS}] )")
_DASH = re.compile(r"(?<=[:.;!?]) (?=- \S)")
_DASH_ANYWHERE = re.compile(r" (?=- \S)")


class Piece(NamedTuple):
    """A part of a block, and whether a bullet stood before it (it is no longer in the segments)."""

    segments: tuple[Segment, ...]
    bullet: bool


def split_runs(
    segments: tuple[Segment, ...], source: str, wide_gaps: bool, limits: Limits = UNLIMITED
) -> Iterator[Piece]:
    """Part a block's segments at inline bullets, repeated ` - ` and, if told so, runs of three or more spaces.

    A single ` - ` is a dash. Yields the block whole where there is nothing to part. Raises `DocumentError` where that
    makes more blocks than `limits` allow.
    """
    text = joined(segments)
    cuts = set(_wide_gaps(segments, source)) if wide_gaps and len(segments) > 1 else set()
    if _MARKED.search(text):
        limits.require_blocks(text.count(" - "))
        for cut in chain(_bullets(text), _dashes(text)):
            cuts.add(cut)
            limits.require_blocks(len(cuts))
    bullet = _BULLET
    for part in _parted(segments, sorted(cuts)) if cuts else (segments,):
        bare = _after(bullet, part)
        if has_words(bare):
            yield Piece(bare, bare is not part)
        bullet = _BULLET_OR_DASH


def without_bullet(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The segments after the bullet or dash that they begin with, if any."""
    return _after(_BULLET_OR_DASH, segments)


def has_words(segments: tuple[Segment, ...]) -> bool:
    """Whether there is a letter or a digit in the segments."""
    if segments and segments[0].text[0].isalnum():  # as in nearly all
        return True
    return any(any(map(str.isalnum, segment.text)) for segment in segments)


def _after(opening: re.Pattern[str], segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The segments after the opening, themselves where they do not begin with it."""
    if not segments or segments[0].text[0] not in _OPENERS:
        return segments
    found = opening.match(joined(segments))
    if not found:
        return segments
    rest: list[Segment] = []
    at = 0
    for segment in segments:
        first, length = max(0, found.end() - at), len(segment.text)
        if first < length:
            rest.append(_sliced(segment, first, length))
        at += length
    return tuple(rest)


def _parted(segments: tuple[Segment, ...], cuts: list[int]) -> Iterator[tuple[Segment, ...]]:
    """The segments between the cuts; the character at a cut, a space, is dropped."""
    kept: list[Segment] = []
    at = number = 0
    for segment in segments:
        first, length = 0, len(segment.text)
        while number < len(cuts) and cuts[number] < at + length:
            cut = cuts[number] - at
            if first < cut:
                kept.append(_sliced(segment, first, cut))
            yield tuple(kept)
            kept, first = [], cut + 1
            number += 1
        if first < length:
            kept.append(_sliced(segment, first, length))
        at += length
    yield tuple(kept)


def _sliced(segment: Segment, first: int, last: int) -> Segment:
    """What stands at `[first, last)` of a segment; of one that maps as a whole that maps to the whole too."""
    text, start, end = segment
    if first == 0 and last == len(text):
        return segment
    if len(text) != end - start:
        return Segment(text[first:last], start, end)
    return Segment(text[first:last], start + first, start + last)


def _wide_gaps(segments: tuple[Segment, ...], source: str) -> Iterator[int]:
    at = 0
    for segment in segments:
        wide = segment.end - segment.start >= _WIDE and segment.text == " "
        if wide and not source[segment.start : segment.end].strip(" \t\u00a0"):
            yield at
        at += len(segment.text)


def _bullets(text: str) -> Iterator[int]:
    return (match.start() for match in _INLINE_BULLET.finditer(text))


def _dashes(text: str) -> Iterator[int]:
    """The ` - ` that begin items: from a colon on all of them, else those after the end of a sentence; if repeated."""
    if text.count(" - ") < 2:
        return iter(())
    colon = text.find(": - ")
    after = [match.start() for match in _DASH_ANYWHERE.finditer(text, colon + 1)] if colon >= 0 else []
    if len(after) < 2:
        after = [match.start() for match in _DASH.finditer(text)]
    return iter(after if len(after) > 1 else ())
