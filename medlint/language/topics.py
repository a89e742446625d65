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
from medlint.language.cues import load_cues

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
    cues = load_cues()
    return any(
        hit.last <= found.first <= hit.last + _NEAR and cues[hit.label[4:]].category in _YARDSTICKS
        for hit in block.hits
    )


def _carry(document: Document, blocks: Sequence[BlockReading], side: _Side) -> Iterator[tuple[Names, Origin]]:
    title = _title(blocks, side)
    items = _items(document)
    for block in blocks:
        before: Names = ()
        for bounds in block.tokens.sentences:
            own = side.named(block, bounds)
            if not own and block.tokens.keys[bounds[1] - 1] == ":":
                own = tuple(dict.fromkeys(n for i in items.get(block.index, ()) for n in side.named(blocks[i])))
            if own:
                before = own
                yield own, Origin.SENTENCE
            elif before:
                yield before, Origin.PREVIOUS_SENTENCE
            else:
                yield _from_above(document, blocks, block.index, side) or title or _generic(block, bounds, side)


def _generic(block: BlockReading, bounds: tuple[int, int], side: _Side) -> tuple[Names, Origin]:
    names = side.named(block, bounds, generic=True)
    return names, Origin.SENTENCE if names else Origin.NONE


def _from_above(
    document: Document, blocks: Sequence[BlockReading], index: int, side: _Side
) -> tuple[Names, Origin] | None:
    """What the lead-in and the headings offer, nearest first."""
    lead_in = document.blocks[index].lead_in
    seen = set()
    while lead_in is not None and lead_in not in seen:
        seen.add(lead_in)
        if names := side.named(blocks[lead_in]):
            return names, Origin.LEAD_IN
        lead_in = document.blocks[lead_in].lead_in
    for depth, heading in enumerate(headings_above(document, index)):
        if names := side.named(blocks[heading]):
            return names, Origin.HEADING if depth == 0 else Origin.SECTION
    return None


def subject_of(blocks: Sequence[BlockReading], vocabulary: Vocabulary) -> Names:
    """The treatments that the whole article is about, as its title or first-level heading names them."""
    side = _Side(ConceptKind.INTERVENTION, vocabulary)
    return next((names for block in blocks if is_top(block.block) and (names := side.named(block))), ())


def _title(blocks: Sequence[BlockReading], side: _Side) -> tuple[Names, Origin] | None:
    """What the article is about: its title or first-level heading, else the concept it names most, at least twice."""
    for block in blocks:
        if is_top(block.block) and (names := side.named(block)):
            return names, Origin.TITLE
    counts = Counter(name for block in blocks for name in side.named(block))
    most = counts.most_common(1)
    return ((most[0][0],), Origin.TITLE) if most and most[0][1] >= 2 else None


def _items(document: Document) -> dict[int, list[int]]:
    """The list items that each block leads in."""
    items: dict[int, list[int]] = {}
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.LIST_ITEM and block.lead_in is not None:
            items.setdefault(block.lead_in, []).append(index)
    return items
