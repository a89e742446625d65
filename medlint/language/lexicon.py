"""All that is looked for in a text, in one index: the aliases of a vocabulary and the phrases of the cues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from medlint.compiling import built_once
from medlint.language.concepts import ConceptKind, Vocabulary
from medlint.language.cues import Cue, load_cues
from medlint.language.normal import normalise
from medlint.language.phrases import Hit, PhraseIndex
from medlint.language.spelling import Spelling
from medlint.language.tokens import Tokens

_MISSPELT = frozenset({ConceptKind.INTERVENTION, ConceptKind.CONDITION})
_LONGEST_ACRONYM = 6  # letters


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The vocabulary, the cues, and one index over both.

    Labels of hits: `cue:<id>`, `alias:<concept>`, `maybe:<concept>` (an ambiguous alias), `decoy:<concept>`,
    `near:<key>` (a word that settles an ambiguous alias); `ALIAS` and `MAYBE` for acronyms, which only count when
    written in capitals ("NICE" is a source, "nice" is not).
    """

    vocabulary: Vocabulary
    cues: Mapping[str, Cue]
    near: Mapping[str, frozenset[str]]
    index: PhraseIndex
    spelling: Spelling

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Lexicon:
        """The lexicon of a vocabulary with the shipped cues."""
        cues = load_cues()
        near = {
            concept.id: frozenset(normalise(word) for alias in concept.ambiguous for word in alias.near)
            for concept in vocabulary.concepts.values()
            if concept.ambiguous
        }
        index, spelling = _compiled(vocabulary, cues)
        return cls(vocabulary, cues, near, index, spelling)

    def find(self, tokens: Tokens) -> list[Hit]:
        """All that is found in a text; misspelt words only count as names of treatments and conditions."""
        hits = self.index.find(tokens)
        respelt = [hit for hit in self.index.find_respelt(tokens, self.spelling) if self._may_be_misspelt(hit)]
        return sorted((*hits, *respelt), key=lambda hit: (hit.first, -hit.last)) if respelt else hits

    def _may_be_misspelt(self, hit: Hit) -> bool:
        concept = self.vocabulary.concepts.get(hit.label.partition(":")[2])
        return concept is not None and concept.kind in _MISSPELT


def _compiled(vocabulary: Vocabulary, cues: Mapping[str, Cue]) -> tuple[PhraseIndex, Spelling]:
    """The index over all phrases, and the speller of names: from the cache where they were made before."""

    def build() -> list[Any]:
        index = PhraseIndex.of(_phrases(vocabulary, cues))
        return [index.root, *Spelling.of(_names(vocabulary), index.words()).tables()]

    made_of = (repr((cue.id, cue.templates)) for cue in cues.values())
    concepts = (repr(concept) for concept in vocabulary.concepts.values())
    root, *tables = built_once("phrases", (*made_of, *concepts), build)
    return PhraseIndex(root), Spelling.from_tables(*tables)


def _phrases(vocabulary: Vocabulary, cues: Mapping[str, Cue]) -> Iterator[tuple[str, str]]:
    for cue in cues.values():
        yield from ((phrase, f"cue:{cue.id}") for phrase in cue.phrases)
    for concept in vocabulary.concepts.values():
        for alias in dict.fromkeys((concept.name, *concept.aliases)):
            yield alias, f"{'ALIAS' if _is_acronym(alias) else 'alias'}:{concept.id}"
        yield from ((alias, f"decoy:{concept.id}") for alias in concept.decoys)
        for ambiguity in concept.ambiguous:
            yield ambiguity.alias, f"{'MAYBE' if _is_acronym(ambiguity.alias) else 'maybe'}:{concept.id}"
            yield from ((word, f"near:{normalise(word)}") for word in ambiguity.near)


def _names(vocabulary: Vocabulary) -> Iterator[str]:
    """The words of the names of particular treatments and conditions."""
    for concept in vocabulary.concepts.values():
        if concept.kind in _MISSPELT and not concept.generic:
            for alias in (concept.name, *concept.aliases):
                yield from normalise(alias).split()


def _is_acronym(alias: str) -> bool:
    return alias.isupper() and alias.isalnum() and len(alias) <= _LONGEST_ACRONYM
