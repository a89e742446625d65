"""Topic carry-over: the treatments and conditions that a sentence speaks of, also where it does not name them.

In real articles more than a third of the sentences that make a claim do not name their treatment. A sentence takes it
from itself, else from the sentence before, its lead-in, its headings from the inside out, and at last from the title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from medlint.documents.model import BlockKind, Document
from medlint.language.article import Origin, Topic
from medlint.language.blocks import BlockReading, Found, headings_above, is_top
from medlint.language.concepts import ConceptKind, Vocabulary

_NEAR = 3  # tokens between the yardstick's cue and the treatment ("without the need for surgery")
_YARDSTICKS = frozenset({"avoid-verb", "rid-verb", "compare"})

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """What to carry over for one kind of concept."""

    kind: ConceptKind
    vocabulary: Vocabulary

    def named(self, block: BlockReading, bounds: tuple[int, int] | None = None, *, generic: bool = False) -> Names:
        """The concepts of this kind that the block, or one sentence of it, speaks of, each once.

        A broader one gives way to a narrower one beside it, and a mere yardstick ("than surgery", "without surgery")
        is no topic. `generic` asks for the too general ones ("medicine") instead of the others.
        """
        found = block.found if bounds is None else block.found_in(bounds)
        if not found:
            return ()
        own = [f for f in found if f.concept.kind is self.kind and f.concept.generic is generic]
        if self.kind is ConceptKind.INTERVENTION:
            own = [f for f in own if not _is_yardstick(block, f)]
        names = tuple(dict.fromkeys(f.concept.id for f in own))
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


def _is_yardstick(block: BlockReading, found: Found) -> bool:
    """Whether "without", "instead of", "avoid", "alternative to" and the like stand just before the treatment."""
    places = range(found.first - _NEAR, found.first + 1)
    return any(not _YARDSTICKS.isdisjoint(block.cues_before.get(place, ())) for place in places)


def _carry(document: Document, blocks: Sequence[BlockReading], side: _Side) -> Iterator[tuple[Names, Origin]]:
    whole = [side.named(block) for block in blocks]
    title = _title(blocks, whole)
    items = _items(document, whole)
    led = _led(document, whole)
    for block in blocks:
        before: Names = ()
        for bounds in block.tokens.sentences:
            own = side.named(block, bounds)
            if not own and block.tokens.keys[bounds[1] - 1] == ":":
                own = items.get(block.index, ())
            if own:
                before = own
                yield own, Origin.SENTENCE
            elif before:
                yield before, Origin.PREVIOUS_SENTENCE
            else:
                names = led[block.index]
                above = (names, Origin.LEAD_IN) if names else _headed(document, whole, block.index)
                yield above or title or _generic(block, bounds, side)


def _generic(block: BlockReading, bounds: tuple[int, int], side: _Side) -> tuple[Names, Origin]:
    names = side.named(block, bounds, generic=True)
    return names, Origin.SENTENCE if names else Origin.NONE


def _led(document: Document, whole: Sequence[Names]) -> Sequence[Names]:
    """What the lead-in of each block offers, or the lead-in of that; a lead-in stands before what it introduces."""
    led: list[Names] = []
    for block in document.blocks:
        led.append(() if block.lead_in is None else whole[block.lead_in] or led[block.lead_in])
    return led


def _headed(document: Document, whole: Sequence[Names], index: int) -> tuple[Names, Origin] | None:
    """What the headings offer, nearest first."""
    for depth, heading in enumerate(headings_above(document, index)):
        if whole[heading]:
            return whole[heading], Origin.HEADING if depth == 0 else Origin.SECTION
    return None


def subject_of(blocks: Sequence[BlockReading], vocabulary: Vocabulary) -> Names:
    """The treatments that the whole article is about, as its title or first-level heading names them."""
    side = _Side(ConceptKind.INTERVENTION, vocabulary)
    return next((names for block in blocks if is_top(block.block) and (names := side.named(block))), ())


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
