"""The parts of a sentence: its cues, concepts, figures and times, as patterns are made of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter

from medlint.language.article import Horizon, Sentence
from medlint.language.assertion import CATEGORIES
from medlint.language.blocks import Content, Found
from medlint.language.concepts import ConceptKind, Seriousness
from medlint.language.cues import load_cues
from medlint.language.figures import Placed
from medlint.language.horizons import PlacedTime, times_in
from medlint.language.patterns import Part
from medlint.language.tokens import Tokens

_CONCEPTS = (  # the kinds of concepts that are parts, with their category and what their names begin with
    ((ConceptKind.OUTCOME, ConceptKind.CONDITION), "outcome", "outcome."),
    ((ConceptKind.INTERVENTION,), "treatment", ""),
    ((ConceptKind.HARM,), "harm", ""),
)
_SYMPTOM_WORDS = "outcome-word"  # what people want less of
_OUTCOME_WORDS = (_SYMPTOM_WORDS, "outcome-good")
_BRIEF = (Horizon.WEEKS, Horizon.MONTHS, Horizon.MEDIUM)
_MAJOR = 50  # percent from which a share is one to boast of
_MASK = "mask"
_COUNTED = frozenset(
    {"number", "figure", "figure.major", "figure.minor", "brief-time", *(f"brief-time.{brief}" for brief in _BRIEF)}
)
_NOTHING = frozenset[str]()


def possible_names(content: Content) -> frozenset[str]:
    """The categories and names that parts of a sentence may have; what is masked or not counted has them not.

    It is known without looking at the words of the sentence, of which most make no pattern.
    """
    cues = _names_by_label()
    concepts = (*_concepts(content.found), *_symptoms(content.found)) if content.found else ()
    named = (name for part in concepts for name in part[:2])
    counted = _COUNTED if content.counts else _NOTHING
    return counted.union(named, *[cues[label] for label, _, _ in content.hits])


def parts_of(
    tokens: Tokens, sentence: Sentence, bounds: tuple[int, int], content: Content, figures: Sequence[Placed]
) -> tuple[Part, ...]:
    """The parts of the sentence in the tokens `bounds`, in order of place, none that a longer one or a mask covers."""
    meanings = _meanings()
    parts = [Part(*meanings[hit.label], hit.first, hit.last) for hit in content.hits if hit.label in meanings]
    parts += _concepts(content.found)
    parts += [_figure(tokens, sentence, placed) for placed in figures]
    parts += _times(tokens, sentence)
    keys = tokens.keys[slice(*bounds)]
    parts += [Part("number", "number", i, i + 1) for i, key in enumerate(keys, bounds[0]) if key.isdigit()]
    parts += [part._replace(category="symptom") for part in parts if part.category == _SYMPTOM_WORDS]
    parts += [part._replace(category="outcome") for part in parts if part.category in _OUTCOME_WORDS]
    parts += _symptoms(content.found)
    return _unmasked(parts)


@cache
def _meanings() -> Mapping[str, tuple[str, str]]:
    """The category and name of the part that a hit is, by its label; what asserts is no part."""
    cues = load_cues().values()
    return {f"cue:{cue.id}": (cue.category, cue.id) for cue in cues if cue.category not in CATEGORIES}


@cache
def _names_by_label() -> Mapping[str, frozenset[str]]:
    """The categories and names of all parts that a hit may be, by its label."""
    return {f"cue:{cue.id}": frozenset(_names_of_cue(cue.category, cue.id)) for cue in load_cues().values()}


def _names_of_cue(category: str, name: str) -> Iterator[str]:
    if category not in CATEGORIES:
        yield from (category, name)
    if category == _SYMPTOM_WORDS:
        yield "symptom"
    if category in _OUTCOME_WORDS:
        yield "outcome"


def _concepts(found: Sequence[Found]) -> Iterator[Part]:
    """The parts that the concepts of a sentence are: its outcomes, then its treatments, then its harms."""
    for kinds, category, prefix in _CONCEPTS if found else ():
        for named, first, last in found:
            if named.kind in kinds:
                yield Part(category, prefix + named.id, first, last)


def _symptoms(found: Sequence[Found]) -> Iterator[Part]:
    """What people want to be rid of: a condition, or what is a minor harm where a treatment brings it."""
    for named, first, last in found:
        if named.kind is ConceptKind.CONDITION or named.seriousness is Seriousness.MINOR:
            yield Part("symptom", f"symptom.{named.id}", first, last)


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
    ends: dict[str, int] = {}  # of each category, where the part ends that reaches farthest
    starts: dict[str, int] = {}  # and where it begins
    for part in sorted(dict.fromkeys(parts), key=_longest_first):
        category, _, first, last = part
        hidden = last < ends.get(category, 0) or (last == ends.get(category) and starts[category] < first)
        if last > ends.get(category, 0):
            starts[category], ends[category] = first, last
        if masked and any(category in masked.get(token, ()) for token in range(first, last)):
            continue
        if category != _MASK and not hidden:
            kept.append(part)
    return tuple(sorted(kept, key=attrgetter("first", "last")))


def _longest_first(part: Part) -> tuple[int, int]:
    return part.first, -part.last


def _masked_by(name: str) -> Collection[str]:
    """The categories that a mask covers: those it lists, else the one it is named for."""
    listed: Collection[str] | None = load_cues()[name].traits.get("masks")
    return listed or (name.partition(".")[2],)
