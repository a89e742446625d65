"""Searching the claims database by spelling and by words, slips of the pen forgiven.

A name answers for its whole: "sacro iliac injecton" is near "sacroiliac injection" by the trigrams of both. Any entry
answers for the words of the query that stand in it, in any order, a rare word counting more than a common one (inverse
document frequency).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from medlint.errors import UsageError
from medlint.evidence.gist import gist, grades
from medlint.evidence.models import ConceptRecord, Record, Source
from medlint.evidence.naming import plain_names
from medlint.evidence.trigrams import likeness
from medlint.language.normal import normalise

_NAME_ALIKE = 0.55  # likeness below which a name is no answer
_WORD_ALIKE = 0.6  # likeness below which a word is another word
_COVERED = 0.6  # share of a query's weight that an entry must hold
_TOUCHED = 0.35  # the same where nothing holds more
_WORTH = 0.9  # of an entry that holds every word, against a name that is the query itself


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found, the name or the words by which it was, and how well: at most 1, the query itself."""

    entry: Record
    matched: str
    score: float


def search(query: str, entries: Mapping[str, Record], most: int = 10) -> tuple[Hit, ...]:
    """At most `most` of the entries that a query may mean, the likeliest first."""
    key = normalise(query)
    if not key:
        return ()
    worded = list(_by_words(key, entries))
    enough = _COVERED if any(hit.score >= _COVERED * _WORTH for hit in worded) else _TOUCHED
    hits = (*_by_name(key, entries), *(hit for hit in worded if hit.score >= enough * _WORTH))
    best: dict[str, Hit] = {}
    for hit in hits:
        if hit.entry.id not in best or hit.score > best[hit.entry.id].score:
            best[hit.entry.id] = hit
    return tuple(sorted(best.values(), key=_order)[:most])


def identify(text: str, entries: Mapping[str, Record]) -> str:
    """The identifier that a person means among those of `entries`: itself, or the one whose name it is.

    Raises `UsageError` where nothing is called so, with the nearest.
    """
    if text in entries:
        return text
    key = normalise(text)
    for entry in entries.values():
        if key and any(normalise(name) == key for name in names(entry)):
            return entry.id
    best = min(_by_name(key, entries), key=_order, default=None)
    meant = f"; did you mean '{best.entry.id}'?" if best else "; try 'medlint claims search'"
    raise UsageError(f"nothing of this sort in the claims database is called '{text}'{meant}")


def names(entry: Record) -> tuple[str, ...]:
    """Everything that an entry is called: its identifier and, for concepts and sources, its names."""
    if isinstance(entry, ConceptRecord):
        return (entry.id, *plain_names(entry), *(item.alias for item in entry.ambiguous))
    return (entry.id, entry.title, *entry.names) if isinstance(entry, Source) else (entry.id,)


def _order(hit: Hit) -> tuple[float, bool, str]:
    """A sort key: the best score first; where scores are the same, concepts first."""
    return -round(hit.score, 4), not isinstance(hit.entry, ConceptRecord), hit.entry.id


def _by_name(key: str, entries: Mapping[str, Record]) -> Iterator[Hit]:
    for entry in entries.values():
        score, name = max((likeness(key, normalise(name)), name) for name in names(entry))
        if score >= _NAME_ALIKE:
            yield Hit(entry, name, score)


def _by_words(key: str, entries: Mapping[str, Record]) -> Iterator[Hit]:
    texts = {name: _words(entry) for name, entry in entries.items()}
    common = Counter(word for words in texts.values() for word in words)
    alike = {word: _alike(word, common) for word in key.split()}
    weights = {word: _weight(others, common, len(texts)) for word, others in alike.items()}
    for name, words in texts.items():
        found = {word: _best(others, words) for word, others in alike.items()}
        held = sum(weights[word] * worth for word, (worth, _) in found.items())
        if held:
            matched = " ".join(dict.fromkeys(other for _, other in found.values() if other))
            yield Hit(entries[name], matched, _WORTH * held / sum(weights.values()))


def _alike(word: str, known: Iterable[str]) -> dict[str, float]:
    """The known words that a word may be a slip for, and how alike they are."""
    scores = ((other, likeness(word, other)) for other in known)
    return {other: score for other, score in scores if score >= _WORD_ALIKE}


def _weight(alike: Mapping[str, float], common: Mapping[str, int], total: int) -> float:
    """The inverse document frequency of a word, or of the known word it is most likely a slip for."""
    _, meant = max(((score, other) for other, score in alike.items()), default=(0.0, ""))
    return math.log(1 + total / (1 + common.get(meant, 0)))


def _best(candidates: Mapping[str, float], words: frozenset[str]) -> tuple[float, str]:
    return max(((score, other) for other, score in candidates.items() if other in words), default=(0.0, ""))


def _words(entry: Record) -> frozenset[str]:
    about = (*getattr(entry, "interventions", ()), *getattr(entry, "conditions", ()), getattr(entry, "source", ""))
    return frozenset(normalise(" ".join((gist(entry), grades(entry), *names(entry), *about))).split())
