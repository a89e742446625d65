"""Topic carry-over: the treatments and conditions that a sentence speaks of, also where it does not name them.

In real articles more than a third of the sentences that make a claim do not name their treatment. A sentence takes it
from itself, else from the sentence before, its lead-in, its headings from the inside out, and at last from the title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import repeat

from medlint.documents.model import BlockKind, Document
from medlint.language.article import Origin, Topic
from medlint.language.blocks import BlockReading, is_top
from medlint.language.concepts import ConceptKind, Vocabulary
from medlint.language.contents import Found
from medlint.language.cues import load_cues

_NEAR = 3  # tokens between the yardstick's cue and the treatment ("without the need for surgery")
_YARDSTICKS = frozenset({"avoid-verb", "rid-verb", "compare"})

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """What to carry over for one kind of concept."""

    kind: ConceptKind
    vocabulary: Vocabulary

    def named(self, found: Sequence[Found], yardsticks: Set[int], *, generic: bool = False) -> Names:
        """The concepts of this kind that a block, or a sentence, speaks of with what is `found` in it, each once.

        A broader one gives way to a narrower one beside it, and a mere yardstick ("than surgery", "without surgery")
        is no topic: one close behind the tokens `yardsticks`. `generic` asks for the too general ones ("medicine")
        instead of the others.
        """
        own = [(c.id, first) for c, first, _ in found if c.kind is self.kind and c.generic is generic]
        if yardsticks:
            own = [(name, first) for name, first in own if yardsticks.isdisjoint(range(first - _NEAR, first + 1))]
        if len(own) <= 1:  # as in most
            return (own[0][0],) if own else ()
        names = tuple(dict.fromkeys([name for name, _ in own]))
        broader = {above for name in names for above in self.vocabulary.ancestors(name)[1:]}
        return tuple(name for name in names if name not in broader)


def topics_of(document: Document, blocks: Sequence[BlockReading], vocabulary: Vocabulary) -> tuple[Topic, ...]:
    """The topic of every sentence of the document, in order."""
    treatments = _carry(document, blocks, _Side(ConceptKind.INTERVENTION, vocabulary))
    conditions = _carry(document, blocks, _Side(ConceptKind.CONDITION, vocabulary))
    return tuple(
        Topic(names, pains, origin, pains_origin)
        for (names, origin), (pains, pains_origin) in zip(treatments, conditions, strict=True)
    )


def _yardsticks(block: BlockReading, side: _Side) -> frozenset[int]:
    """The tokens that "without", "instead of", "avoid", "alternative to" and the like end in front of.

    They make a yardstick of treatments alone.
    """
    if side.kind is not ConceptKind.INTERVENTION or not block.found:
        return frozenset()
    labels = _yardstick_labels()
    places = (content.place for content in block.contents if not content.possible.isdisjoint(_YARDSTICKS))
    return frozenset(hit.last for place in places for hit in block.text.hits(place) if hit.label in labels)


@cache
def _yardstick_labels() -> frozenset[str]:
    return frozenset(f"cue:{cue.id}" for cue in load_cues().values() if cue.category in _YARDSTICKS)


def _carry(document: Document, blocks: Sequence[BlockReading], side: _Side) -> Iterator[tuple[Names, Origin]]:
    if not any(found.concept.kind is side.kind for block in blocks for found in block.found):
        return repeat(((), Origin.NONE), sum(len(block.tokens.sentences) for block in blocks))
    return _carried(document, blocks, side)


def _carried(document: Document, blocks: Sequence[BlockReading], side: _Side) -> Iterator[tuple[Names, Origin]]:
    yardsticks = [_yardsticks(block, side) for block in blocks]
    whole = [side.named(block.found, behind) for block, behind in zip(blocks, yardsticks, strict=True)]
    title = _title(blocks, whole)
    items = _items(document, whole)
    led, headed = _led(document, whole), _headed(document, whole)
    for block, names, lead, behind in zip(blocks, whole, led, yardsticks, strict=True):
        above = (lead, Origin.LEAD_IN) if lead else headed.get(block.block.section) or title
        if not block.found and block.number not in items:  # as in most
            yield from repeat(above or _generic(()), len(block.contents))
            continue
        before: Names = ()
        for bounds, content in zip(block.tokens.sentences, block.contents, strict=True):
            own = side.named(content.found, behind) if names and content.found else ()
            if not own and block.number in items and block.tokens.keys[bounds[1] - 1] == ":":
                own = items[block.number]
            if own:
                before = own
                yield own, Origin.SENTENCE
            elif before:
                yield before, Origin.PREVIOUS_SENTENCE
            else:
                yield above or _generic(side.named(content.found, behind, generic=True) if content.found else ())


def _generic(names: Names) -> tuple[Names, Origin]:
    return names, Origin.SENTENCE if names else Origin.NONE


def _led(document: Document, whole: Sequence[Names]) -> Sequence[Names]:
    """What the lead-in of each block offers, or the lead-in of that; a lead-in stands before what it introduces."""
    led: list[Names] = []
    for block in document.blocks:
        led.append(() if block.lead_in is None else whole[block.lead_in] or led[block.lead_in])
    return led


def _headed(document: Document, whole: Sequence[Names]) -> dict[int | None, tuple[Names, Origin]]:
    """What each heading offers to what stands below it: its own, or else what it is offered itself."""
    offered: dict[int | None, tuple[Names, Origin]] = {}
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING and whole[index]:
            offered[index] = whole[index], Origin.HEADING
        elif block.kind is BlockKind.HEADING and block.section in offered:
            offered[index] = offered[block.section][0], Origin.SECTION
    return offered


def subject_of(blocks: Sequence[BlockReading], vocabulary: Vocabulary) -> Names:
    """The treatments that the whole article is about, as its title or first-level heading names them."""
    side = _Side(ConceptKind.INTERVENTION, vocabulary)
    return next(
        (
            names
            for block in blocks
            if is_top(block.block) and (names := side.named(block.found, _yardsticks(block, side)))
        ),
        (),
    )


def _title(blocks: Sequence[BlockReading], whole: Sequence[Names]) -> tuple[Names, Origin] | None:
    """What the article is about: its title or first-level heading, else the concept it names most, at least twice."""
    for block, names in zip(blocks, whole, strict=True):
        if names and is_top(block.block):
            return names, Origin.TITLE
    counts = Counter(name for names in whole for name in names)
    most = counts.most_common(1)
    return ((most[0][0],), Origin.TITLE) if most and most[0][1] >= 2 else None


def _items(document: Document, whole: Sequence[Names]) -> dict[int, Names]:
    """What the list items name that each block leads in."""
    items: dict[int, dict[str, None]] = {}
    for block, names in zip(document.blocks, whole, strict=True):
        if block.kind is BlockKind.LIST_ITEM and block.lead_in is not None:
            items.setdefault(block.lead_in, {}).update(dict.fromkeys(names))
    return {index: tuple(names) for index, names in items.items()}
