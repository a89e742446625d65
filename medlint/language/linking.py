"""Linking: which of the hits in a document's blocks name a concept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from ahocorasick_rs import AhoCorasick

from medlint.documents.limits import UNLIMITED, Limits
from medlint.documents.model import Block, Document
from medlint.language.abbreviations import short_forms
from medlint.language.blocks import BlockReading, headings_above, is_top
from medlint.language.concepts import Concept, ConceptKind
from medlint.language.contents import Found, MatchedText
from medlint.language.lexicon import Lexicon
from medlint.language.phrases import Hit
from medlint.language.tokens import Tokens

LONG = 50_000  # words from which on an article is read more slowly, so that it needs less memory
_BATCH = 50_000  # characters

Candidate = tuple[Hit, Concept | None]  # None: a decoy


def read_blocks(document: Document, lexicon: Lexicon, limits: Limits = UNLIMITED) -> tuple[BlockReading, ...]:
    """Tokenise and match every block of a document, and link names to concepts.

    Raises `DocumentError` for a document beyond `limits`.
    """
    raw = [*_matched(document.blocks, lexicon, limits)]
    defined = short_forms(((one.tokens, one.names) for one in raw), lexicon)
    short = {name: lexicon.vocabulary.concepts[concept] for name, concept in defined}
    firm = {hit.label[6:] for one in raw for hit in one.names if hit.label.startswith("alias:")}
    related = frozenset(relative for concept in firm for relative in lexicon.vocabulary.ancestors(concept))
    linker = _Linker(document, raw, lexicon, related, short)
    lean = sum(len(one.tokens.keys) for one in raw) > LONG
    return tuple(
        BlockReading.of(i, block, one._replace(names=()) if lean else one, linker.link(i), lean)
        for i, (block, one) in enumerate(zip(document.blocks, raw, strict=True))
    )


def _matched(blocks: Sequence[Block], lexicon: Lexicon, limits: Limits) -> Iterator[MatchedText]:
    words = sentences = names = 0
    for texts in _batches([block.text for block in blocks]):
        limits.require_time()
        for matched in lexicon.match(texts):
            words += len(matched.tokens.keys)
            sentences += len(matched.tokens.sentences)
            names += len(matched.names)
            yield matched
        limits.require_words(words)
        limits.require_sentences(sentences)
        limits.require_names(names)


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """The texts in batches of `_BATCH` characters or little more: what is matched before the next look at the clock."""
    first, length = 0, 0
    for number, text in enumerate(texts, 1):
        length += len(text)
        if length >= _BATCH or number == len(texts):
            yield texts[first:number]
            first, length = number, 0


@dataclass(frozen=True)
class _Linker:
    """Settles which hits name a concept: the longest alias wins, decoys win over all, ambiguous ones need a cue.

    An ambiguous alias is settled by a cue of its field in the block or above it, or by the concept's being named
    plainly elsewhere in the article (`related`); but not for conservative care: "medication" may be what is injected.
    In a title it means what it means in the article below.
    """

    document: Document
    raw: Sequence[MatchedText]
    lexicon: Lexicon
    related: frozenset[str]
    short: dict[str, Concept]
    _near: dict[int, frozenset[str]] = field(default_factory=dict)  # the settling words of blocks that were asked for
    _near_by: dict[int, frozenset[str]] = field(default_factory=dict)  # and those around them

    def link(self, index: int) -> tuple[Found, ...]:
        """The concepts that block `index` names."""
        names = self.raw[index].names
        if not (names or self.short):  # as in most blocks
            return ()
        return _longest([*self._matched(index), *self._abbreviated(self.raw[index].tokens)])

    def _matched(self, index: int) -> Iterator[Candidate]:
        concepts = self.lexicon.vocabulary.concepts
        for hit in self.raw[index].names:
            kind, _, name = hit.label.partition(":")
            if kind.isupper():
                if not self.raw[index].tokens.word(hit.first)[:2].isupper():
                    continue
                kind = kind.lower()
            if kind == "decoy":
                yield hit, None
            elif kind == "alias":
                yield hit, concepts[name]
            elif kind == "maybe":
                below = is_top(self.document.blocks[index]) and name in self._settled
                if below or self._is_related(name) or self.lexicon.near[name] & self._context(index):
                    yield hit, concepts[name]

    @cached_property
    def _settled(self) -> frozenset[str]:
        """The concepts of which an ambiguous alias is settled in a block that is no title."""
        return frozenset(
            name
            for index, raw in enumerate(self.raw)
            if not is_top(self.document.blocks[index])
            for name in _ambiguous(raw)
            if self.lexicon.near[name] & self._context(index)
        )

    def _is_related(self, name: str) -> bool:
        care = self.lexicon.vocabulary.concepts[name].kind is ConceptKind.CONSERVATIVE_CARE
        return not care and name in self.related

    def _abbreviated(self, tokens: Tokens) -> Iterator[Candidate]:
        if not self.short or not self._short_forms.find_matches_as_indexes(tokens.text):  # as in nearly all blocks
            return
        for place in range(len(tokens.keys)):
            concept = self.short.get(tokens.word(place))
            if concept is not None:
                yield Hit(f"alias:{concept.id}", place, place + 1), concept

    @cached_property
    def _short_forms(self) -> AhoCorasick:
        return AhoCorasick(self.short)

    def _context(self, index: int) -> frozenset[str]:
        """The settling words in the block itself, in its lead-in, in the headings above it and in the titles."""
        if index in self._near_by:
            return self._near_by[index]
        lead_in = self.document.blocks[index].lead_in
        places = {index, *headings_above(self.document, index), *(() if lead_in is None else (lead_in,))}
        self._near_by[index] = self._tops.union(*(self._settling(i) for i in places))
        return self._near_by[index]

    @cached_property
    def _tops(self) -> frozenset[str]:
        """The settling words in the titles."""
        tops = (index for index, block in enumerate(self.document.blocks) if is_top(block))
        return frozenset[str]().union(*map(self._settling, tops))

    def _settling(self, index: int) -> frozenset[str]:
        """The settling words of a block, by their labels."""
        if index not in self._near:
            labels = map(self.lexicon.settling.labels_in, self.raw[index].rows)
            self._near[index] = frozenset[str]().union(*labels)
        return self._near[index]


def _ambiguous(raw: MatchedText) -> set[str]:
    """The concepts of which a block has an ambiguous alias."""
    return {hit.label[6:] for hit in raw.names if hit.label.startswith(("maybe:", "MAYBE:"))}


def _longest(candidates: Sequence[Candidate]) -> tuple[Found, ...]:
    if len(candidates) <= 1:  # as in half of all blocks
        return tuple(Found(concept, hit.first, hit.last) for hit, concept in candidates if concept is not None)
    kept: dict[tuple[str, int, int], Found] = {}
    around: list[Candidate] = []  # those that may cover what begins here
    ordered = sorted(candidates, key=lambda c: (c[0].first, c[0].first - c[0].last))
    for first, beginning in groupby(ordered, key=lambda c: c[0].first):
        here = list(beginning)
        around = [other for other in around if other[0].last > first] + here
        for hit, concept in here:
            if concept is not None and not any(_beats(other, (hit, concept)) for other in around):
                kept.setdefault((concept.id, hit.first, hit.last), Found(concept, hit.first, hit.last))
    return tuple(kept.values())


def _beats(other: Candidate, one: Candidate) -> bool:
    """Whether another candidate covers this one and is a decoy, or a longer name of the same kind of concept.

    An ambiguous alias gives way to any longer name: "medicine" in "regenerative medicine" is no painkiller. So do
    treatments and conservative care to each other: "weight loss" in "weight loss surgery" is no diet.
    """
    (theirs, their_concept), (hit, concept) = other, one
    if not (theirs.first <= hit.first and hit.last <= theirs.last):
        return False
    if their_concept is None or concept is None:
        return their_concept is None
    alike = _sort(their_concept) is _sort(concept) or hit.label.lower().startswith("maybe:")
    return alike and theirs.last - theirs.first > hit.last - hit.first


def _sort(concept: Concept) -> ConceptKind:
    return ConceptKind.INTERVENTION if concept.kind is ConceptKind.CONSERVATIVE_CARE else concept.kind
