"""All that is looked for in a text, in one index: the aliases of a vocabulary and the phrases of the cues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from medlint.language.concepts import Vocabulary
from medlint.language.cues import Cue, load_cues
from medlint.language.normal import normalise
from medlint.language.phrases import PhraseIndex

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

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Lexicon:
        """The lexicon of a vocabulary with the shipped cues."""
        cues = load_cues()
        near = {
            concept.id: frozenset(normalise(word) for alias in concept.ambiguous for word in alias.near)
            for concept in vocabulary.concepts.values()
            if concept.ambiguous
        }
        return cls(vocabulary, cues, near, PhraseIndex.of(_phrases(vocabulary, cues)))


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


def _is_acronym(alias: str) -> bool:
    return alias.isupper() and alias.isalnum() and len(alias) <= _LONGEST_ACRONYM
