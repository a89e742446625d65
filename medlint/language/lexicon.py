"""All that is looked for in a text: the names of a vocabulary, what settles which is meant, the phrases of the cues."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any

from medlint.compiling import built_once
from medlint.language.alphabet import Alphabet
from medlint.language.concepts import ConceptKind, Vocabulary
from medlint.language.contents import MatchedText, Meanings
from medlint.language.cues import Cue, load_cues
from medlint.language.normal import normalise
from medlint.language.phrases import Hit, PhraseIndex, Seen
from medlint.language.spelling import Spelling
from medlint.language.spoken import spoken_in
from medlint.language.tokens import Tokens, tokenise_all
from medlint.shapes import has_shape

_MISSPELT = frozenset({ConceptKind.INTERVENTION, ConceptKind.CONDITION})
_INDEXES = 3  # over cues, names, and what settles which name is meant
_OF_CONCEPTS = ("alias", "ALIAS", "maybe", "MAYBE", "decoy")  # kinds of labels
_LONGEST_ACRONYM = 6  # letters


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The vocabulary, and where its names, the words that settle which of them is meant, and the cues are found.

    Labels of hits: `cue:<id>`, `alias:<concept>`, `maybe:<concept>` (an ambiguous alias), `decoy:<concept>`,
    `near:<word>` (one that settles an ambiguous alias); `ALIAS` and `MAYBE` for acronyms, which only count when
    written in capitals ("NICE" is a source, "nice" is not).
    """

    vocabulary: Vocabulary
    near: Mapping[str, frozenset[str]]  # the labels of the words that settle the aliases of a concept
    cues: Meanings
    names: PhraseIndex
    settling: PhraseIndex
    spelling: Spelling

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Lexicon:
        """The lexicon of a vocabulary with the shipped cues."""
        near = {
            concept.id: frozenset(_near(word) for alias in concept.ambiguous for word in alias.near)
            for concept in vocabulary.concepts.values()
            if concept.ambiguous
        }
        return cls(vocabulary, near, *_compiled(vocabulary, load_cues()))

    def match(self, texts: Sequence[str]) -> Iterator[MatchedText]:
        """Each of these texts with its tokens, the cues in it, and what may name a concept."""
        tokens = tokenise_all(texts)
        ways = spoken_in(tokens, self.names.alphabet)
        cues, names = self.cues.index.see(ways), self.names.see(ways)
        right = self.spelling.corrections(chain.from_iterable(each.keys for each in tokens))
        first = 0
        for own in tokens:
            last = first + len(own.sentences)
            named = self._names_in(own, names[first:last], right)
            yield MatchedText(own, ways, first, cues[first:last], self.cues, named)
            first = last

    def _names_in(self, tokens: Tokens, seen: Iterable[Sequence[Seen]], right: Mapping[str, str]) -> list[Hit]:
        """What may name a concept; misspelt words only count as names of treatments and conditions."""
        hits = [hit for own in seen if own for hit in self.names.hits(own)]
        if not right or right.keys().isdisjoint(tokens.keys):  # as in nearly all texts
            return hits
        respelt = filter(self._may_be_misspelt, self.names.find_respelt(tokens, right))
        return sorted((*hits, *respelt), key=lambda hit: (hit.first, -hit.last))

    def _may_be_misspelt(self, hit: Hit) -> bool:
        concept = self.vocabulary.concepts.get(hit.label.partition(":")[2])
        return concept is not None and concept.kind in _MISSPELT


def _compiled(vocabulary: Vocabulary, cues: Mapping[str, Cue]) -> tuple[Meanings, PhraseIndex, PhraseIndex, Spelling]:
    """The indexes over all phrases, and the speller of names: from the cache where they were made before."""

    def build() -> list[Any]:
        indexes = PhraseIndex.each_of((_cues(cues), _aliases(vocabulary), _settling(vocabulary)))
        keys = [*indexes[0].alphabet.letters]
        return [keys, Spelling.of(_names(vocabulary), keys).table(), *(index.table() for index in indexes)]

    made_of = (repr((cue.id, cue.templates)) for cue in cues.values())
    concepts = (repr(concept) for concept in vocabulary.concepts.values())
    keys, spelling, *tables = built_once("phrases", (*made_of, *concepts), build, partial(_is_sound, vocabulary, cues))
    alphabet = Alphabet.of(keys)
    in_cues, names, settling = (PhraseIndex.from_table(alphabet, *table) for table in tables)
    return Meanings(in_cues), names, settling, Spelling.from_table(keys, spelling)


def _is_sound(vocabulary: Vocabulary, cues: Mapping[str, Cue], kept: object) -> bool:
    """Whether this is what `_compiled` keeps: keys, the table of the speller, and those of three indexes."""
    if not isinstance(kept, list) or len(kept) != 2 + _INDEXES or not has_shape(kept[:2], [([str], {str: [str]})]):
        return False
    keys, spelling, *tables = kept
    if not (isinstance(keys, list) and isinstance(spelling, dict) and all(map(PhraseIndex.is_table, tables))):
        return False
    known: dict[str, Container[str] | None] = {"cue": cues, "near": None}
    known.update(dict.fromkeys(_OF_CONCEPTS, vocabulary.concepts))
    labels = (label.partition(":") for _, _, sets in tables for each in sets for label in each)
    return all(all(words) for words in spelling.values()) and all(
        kind in known and ((among := known[kind]) is None or name in among) for kind, _, name in labels
    )


def _cues(cues: Mapping[str, Cue]) -> Iterator[tuple[str, str]]:
    for cue in cues.values():
        yield from ((phrase, f"cue:{cue.id}") for phrase in cue.phrases)


def _aliases(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    for concept in vocabulary.concepts.values():
        for alias in dict.fromkeys((concept.name, *concept.aliases)):
            yield alias, f"{'ALIAS' if _is_acronym(alias) else 'alias'}:{concept.id}"
        yield from ((alias, f"decoy:{concept.id}") for alias in concept.decoys)
        for ambiguity in concept.ambiguous:
            yield ambiguity.alias, f"{'MAYBE' if _is_acronym(ambiguity.alias) else 'maybe'}:{concept.id}"


def _settling(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    for concept in vocabulary.concepts.values():
        yield from ((word, _near(word)) for ambiguity in concept.ambiguous for word in ambiguity.near)


def _near(word: str) -> str:
    """The label of a word that settles an ambiguous alias."""
    return f"near:{word}"


def _names(vocabulary: Vocabulary) -> Iterator[str]:
    """The words of the names of particular treatments and conditions."""
    for concept in vocabulary.concepts.values():
        if concept.kind in _MISSPELT and not concept.generic:
            for alias in (concept.name, *concept.aliases):
                yield from normalise(alias).split()


def _is_acronym(alias: str) -> bool:
    return alias.isupper() and alias.isalnum() and len(alias) <= _LONGEST_ACRONYM
