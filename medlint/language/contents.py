"""What stands in a sentence: cues and concepts, and the categories and names that patterns may find there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

from medlint.language.concepts import Concept, ConceptKind, Seriousness
from medlint.language.cues import load_cues
from medlint.language.figures import COUNTED, may_count
from medlint.language.patterns import Part, may_match
from medlint.language.phrases import Hit, PhraseIndex, Seen
from medlint.language.spoken import Spoken
from medlint.language.tokens import Tokens

HARM = "harm"  # the category of harms that are named
_CONCEPTS = (  # the kinds of concepts that are parts, with their category and what their names begin with
    ((ConceptKind.OUTCOME, ConceptKind.CONDITION), "outcome", "outcome."),
    ((ConceptKind.INTERVENTION,), "treatment", ""),
    ((ConceptKind.HARM,), HARM, ""),
)
_NOTHING: frozenset[str] = frozenset()
SYMPTOM_WORDS = "outcome-word"  # what people want less of
OUTCOME_WORDS = (SYMPTOM_WORDS, "outcome-good")


class Found(NamedTuple):
    """A concept named by the tokens `[first, last)`."""

    concept: Concept
    first: int
    last: int


class Together(tuple[frozenset[str], ...]):
    """Sets of names that stand for their union: slower, but a twentieth of its size where they are held anyway."""

    __slots__ = ()

    def isdisjoint(self, names: Collection[str]) -> bool:
        """Whether none of these names is in any of the sets."""
        return all(each.isdisjoint(names) for each in self)


class Content(NamedTuple):
    """What stands in sentence number `place` of a block: the concepts, in order of place, and what its parts may be.

    `possible` are the categories and names of all cues and concepts in it: what is masked or not counted has no part.
    `promising` tells in whose mouth these are enough for a pattern (see `may_match`); with most sentences in nobody's.
    """

    place: int
    found: Sequence[Found]
    possible: frozenset[str] | Together
    promising: str | None


class Meanings(dict[int, frozenset[str]]):
    """The categories and names that the cues of a phrase have as parts, by the number of the phrase in their index."""

    def __init__(self, index: PhraseIndex) -> None:
        super().__init__()
        self.index = index
        self._of_sense: dict[int, frozenset[str]] = {}

    def __missing__(self, phrase: int) -> frozenset[str]:
        sense = self.index.senses[phrase]
        if sense not in self._of_sense:
            known = _names_of_cues()
            self._of_sense[sense] = _NOTHING.union(*[known[label] for label in self.index.labels[sense]])
        self[phrase] = self._of_sense[sense]
        return self[phrase]


class MatchedText(NamedTuple):
    """A text by itself: its tokens, the cues seen in each sentence and what they mean, and what may name a concept.

    `ways` are those in which it and others can be spoken, of whose sentences its own begin with number `first`.
    """

    tokens: Tokens
    ways: Sequence[Spoken]
    first: int
    seen: Sequence[Sequence[Seen]]
    meanings: Meanings
    names: Sequence[Hit]

    @property
    def rows(self) -> Sequence[str]:
        """Its letters, in each way to speak it."""
        last = self.first + len(self.seen)
        return [way.part(self.first, last) for way in self.ways] if self.seen else ()

    def hits(self, place: int) -> Sequence[Hit]:
        """The cues in sentence number `place`, in order of place."""
        return self.meanings.index.hits(self.seen[place])

    def contents(self, found: Sequence[Found], lean: bool = False) -> list[Content]:
        """What stands within each sentence, where these concepts are named in the text, in order of place.

        With `lean` it takes less memory and more time.
        """
        counted = COUNTED if may_count(self.tokens) else _NOTHING
        meanings, contents = self.meanings, []
        named = _parted(found, self.tokens.sentences) if found else repeat((), len(self.seen))
        for place, (seen, own) in enumerate(zip(self.seen, named, strict=True)):
            names = [meanings[number] for one in seen for number in one.phrases]
            names += [_names_of_concept(each.id, each.kind, each.seriousness) for each, _, _ in own]
            union = counted.union(*names)
            possible = Together(dict.fromkeys((counted, *names))) if lean and names else union
            contents.append(Content(place, own, possible, may_match(union)))
        return contents


def _parted(placed: Sequence[Found], sentences: Sequence[tuple[int, int]]) -> Iterator[Sequence[Found]]:
    """What lies within each sentence, of things in order of place; what reaches across its end is in none."""
    at, count = 0, len(placed)
    for _, end in sentences:
        begun = at
        while at < count and placed[at].first < end:
            at += 1
        yield [one for one in placed[begun:at] if one.last <= end]


def concept_parts(found: Sequence[Found]) -> Iterator[Part]:
    """The parts that the concepts of a sentence are: its outcomes, then its treatments, then its harms."""
    for kinds, category, prefix in _CONCEPTS if found else ():
        for named, first, last in found:
            if named.kind in kinds:
                yield Part(category, prefix + named.id, first, last)


def symptom_parts(found: Sequence[Found]) -> Iterator[Part]:
    """What people want to be rid of: a condition, or what is a minor harm where a treatment brings it."""
    for named, first, last in found:
        if named.kind is ConceptKind.CONDITION or named.seriousness is Seriousness.MINOR:
            yield Part("symptom", f"symptom.{named.id}", first, last)


@cache
def _names_of_concept(name: str, kind: ConceptKind, seriousness: Seriousness | None) -> frozenset[str]:
    """The categories and names of the parts that a concept is."""
    found = [Found(Concept(name, kind, name, seriousness=seriousness), 0, 1)]
    return frozenset(each for part in (*concept_parts(found), *symptom_parts(found)) for each in part[:2])


@cache
def _names_of_cues() -> Mapping[str, frozenset[str]]:
    """The categories and names that a hit may have, by its label."""
    return {f"cue:{cue.id}": frozenset(_names_of_cue(cue.category, cue.id)) for cue in load_cues().values()}


def _names_of_cue(category: str, name: str) -> Iterator[str]:
    yield from (category, name)
    if category == SYMPTOM_WORDS:
        yield "symptom"
    if category in OUTCOME_WORDS:
        yield "outcome"
