"""The one phrase index: every alias and every cue, found in one pass over the tokens' keys.

A trie over token keys: built in some hundredths of a second for twenty thousand phrases, where spaCy's PhraseMatcher
needs half a second, which a person who checks one page would wait for; and linear in the text. Hyphens are left out on
both sides, so that "low-back pain" and "low back pain" are one phrase, and so is a bracketed abbreviation inside one:
"sacroiliac (SI) joint".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from medlint.language.normal import normalise_word
from medlint.language.pipeline import tokenizer_exceptions
from medlint.language.spelling import Spelling
from medlint.language.tokens import Tokens, tokenise

_NON = "non"
_HYPHEN = "-"  # takes no part in matching
_NOTHING = " "  # behind the last token: no token is a space
_END = ""  # under this key a node keeps the labels of the phrase that ends there; no token is empty

Node = dict[str, Any]


class Hit(NamedTuple):
    """A phrase found: what it stands for, and the half-open token range it covers."""

    label: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """Phrases to find, each with one or more labels."""

    root: Node

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, str]]) -> PhraseIndex:
        """An index over `(phrase, label)` pairs. Its `root` is a JSON value, to be kept and read again."""
        root: Node = {}
        exceptions = tokenizer_exceptions()
        for phrase, label in phrases:
            keys = _keys(phrase, exceptions)
            _grow(root, keys, label)
            if _NON in keys[:-1]:
                _grow(root, _prefixed(keys), label)
        return cls(root)

    def find(self, tokens: Tokens) -> list[Hit]:
        """Every occurrence of every phrase, overlapping ones too, in order of place, longer before shorter."""
        places = [index for index, key in enumerate(tokens.keys) if key != _HYPHEN]
        hits = self._walk(tokens.keys, places)
        if "(" in tokens.keys:
            bare = _without_brackets(tokens.keys, places)
            known = set(hits)
            hits.extend(hit for hit in self._walk(tokens.keys, bare) if hit not in known)
        hits.sort(key=lambda hit: (hit.first, -hit.last))
        return hits

    def words(self) -> Iterator[str]:
        """The keys that any phrase is made of, some of them more than once."""
        nodes = [self.root]
        while nodes:
            for key, node in nodes.pop().items():
                if key != _END:
                    yield key
                    nodes.append(node)

    def find_respelt(self, tokens: Tokens, spelling: Spelling) -> list[Hit]:
        """What is found besides when misspelt words are put right."""
        right = spelling.corrections(tokens.keys)
        if not right:
            return []
        keys = tuple(right.get(i, key) for i, key in enumerate(tokens.keys))
        places = [index for index, key in enumerate(keys) if key != _HYPHEN]
        return [hit for hit in self._walk(keys, places) if any(i in right for i in range(hit.first, hit.last))]

    def _walk(self, keys: Sequence[str], places: Sequence[int]) -> list[Hit]:
        hits: list[Hit] = []
        words = [*(keys[place] for place in places), _NOTHING]
        for start, word in enumerate(words):
            node, end = self.root.get(word), start + 1
            while node is not None:
                if _END in node:
                    hits += [Hit(label, places[start], places[end - 1] + 1) for label in node[_END]]
                node = node.get(words[end])
                end += 1
        return hits


def _grow(root: Node, keys: Iterable[str], label: str) -> None:
    node = root
    for key in keys:
        node = node.setdefault(key, {})
    labels = node.setdefault(_END, [])
    if label not in labels:
        labels.append(label)


def _prefixed(keys: Sequence[str]) -> list[str]:
    """The keys with "non" joined to what follows it: "nonsurgical"."""
    at = keys.index(_NON)
    return [*keys[:at], _NON + keys[at + 1], *keys[at + 2 :]]


def _keys(phrase: str, exceptions: Mapping[str, object]) -> list[str]:
    """The keys of a phrase, by the tokenizer where a word is not plain (it splits "cannot" and "10mg" in two)."""
    words = phrase.replace("-", " ").split()
    if all(word.isalpha() or word.isdigit() for word in words) and exceptions.keys().isdisjoint(words):
        return [normalise_word(word) for word in words]
    return [key for key in tokenise(phrase).keys if key != _HYPHEN]


def _without_brackets(keys: Sequence[str], places: Sequence[int]) -> list[int]:
    """The places without brackets that hold one word."""
    kept: list[int] = []
    index = 0
    while index < len(places):
        if keys[places[index]] == "(" and index + 2 < len(places) and keys[places[index + 2]] == ")":
            index += 3
            continue
        kept.append(places[index])
        index += 1
    return kept
