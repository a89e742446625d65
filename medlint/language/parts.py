"""The parts of a sentence: its cues, concepts, figures and times, as patterns are made of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter

from medlint.language.article import Horizon, Sentence
from medlint.language.assertion import CATEGORIES
from medlint.language.contents import OUTCOME_WORDS, SYMPTOM_WORDS, Found, concept_parts, symptom_parts
from medlint.language.cues import load_cues
from medlint.language.figures import Placed
from medlint.language.horizons import PlacedTime, times_in
from medlint.language.patterns import Part
from medlint.language.phrases import Hit
from medlint.language.tokens import Tokens

_BRIEF = (Horizon.WEEKS, Horizon.MONTHS, Horizon.MEDIUM)
_MAJOR = 50  # percent from which a share is one to boast of
_MASK = "mask"
_FIRST, _LAST, _PLACE = attrgetter("first"), attrgetter("last"), attrgetter("first", "last")
_NOWHERE = (0, 0)


def parts_of(hits: Iterable[Hit], found: Sequence[Found], counted: Iterable[Part]) -> tuple[Part, ...]:
    """The parts of a sentence with these cues and concepts, and what is counted in it.

    They are in order of place, and none that a longer one or a mask covers is among them.
    """
    meanings = _meanings()
    parts = [Part(*meanings[hit.label], hit.first, hit.last) for hit in hits if hit.label in meanings]
    parts += concept_parts(found)
    parts += counted
    parts += [Part("symptom", *part[1:]) for part in parts if part.category == SYMPTOM_WORDS]
    parts += [Part("outcome", *part[1:]) for part in parts if part.category in OUTCOME_WORDS]
    parts += symptom_parts(found)
    return _unmasked(parts)


def counted_parts(
    tokens: Tokens, sentence: Sentence, bounds: tuple[int, int], figures: Iterable[Placed]
) -> Iterator[Part]:
    """The figures, spans of time and numbers in the tokens `bounds`, which are the sentence."""
    yield from (_figure(tokens, sentence, placed) for placed in figures)
    yield from _times(tokens, sentence)
    for place, key in enumerate(tokens.keys[slice(*bounds)], bounds[0]):
        if key.isdigit():
            yield Part("number", "number", place, place + 1)


@cache
def _meanings() -> Mapping[str, tuple[str, str]]:
    """The category and name of the part that a hit is, by its label; what asserts is no part."""
    cues = load_cues().values()
    return {f"cue:{cue.id}": (cue.category, cue.id) for cue in cues if cue.category not in CATEGORIES}


def _times(tokens: Tokens, sentence: Sentence) -> Iterator[Part]:
    """The spans of time from a week to a year: how long a benefit takes to come, or lasts."""
    for placed in times_in(sentence.text):
        if placed.horizon in _BRIEF:
            yield Part("brief-time", f"brief-time.{placed.horizon}", *_tokens_of(tokens, sentence, placed))


def _figure(tokens: Tokens, sentence: Sentence, placed: Placed) -> Part:
    name = "figure.major" if (placed.figure.value or 0) >= _MAJOR else "figure.minor"
    return Part("figure", name, *_tokens_of(tokens, sentence, placed))


def _tokens_of(tokens: Tokens, sentence: Sentence, placed: Placed | PlacedTime) -> tuple[int, int]:
    return tokens.span_of(sentence.span.start + placed.start, sentence.span.start + placed.end)


def _unmasked(parts: list[Part]) -> tuple[Part, ...]:
    """Drop parts that a longer part of their category or a mask for their category covers; sort by place."""
    masked: dict[int, set[str]] = {}  # categories by token
    for mask in parts:
        if mask.category == _MASK:
            for token in range(mask.first, mask.last):
                masked.setdefault(token, set()).update(_masked_by(mask.name))
    kept = []
    farthest: dict[str, tuple[int, int]] = {}  # of each category, the part that reaches farthest
    ordered = sorted(dict.fromkeys(parts), key=_LAST, reverse=True)
    ordered.sort(key=_FIRST)  # those that begin at one place stay as they are, longer ones first
    for part in ordered:
        category, _, first, last = part
        start, end = farthest.get(category, _NOWHERE)
        if last > end:
            farthest[category] = first, last
        if masked and any(category in masked.get(token, ()) for token in range(first, last)):
            continue
        if category != _MASK and not (last < end or (last == end and start < first)):
            kept.append(part)
    return tuple(sorted(kept, key=_PLACE))


def _masked_by(name: str) -> Collection[str]:
    """The categories that a mask covers: those it lists, else the one it is named for."""
    listed: Collection[str] | None = load_cues()[name].traits.get("masks")
    return listed or (name.partition(".")[2],)
