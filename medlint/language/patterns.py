"""Patterns: which cues, in which order and how close, make a claim or a disclosure (`rules/cues/patterns.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from medlint.data import Snapshot, built
from medlint.errors import DataError
from medlint.language.article import ClaimKind, DisclosureKind
from medlint.language.cues import cues_folder
from medlint.shapes import has_shape

EVERYBODY, SELLER = "everybody", "seller"  # in whose mouth a pattern means what it does
_FILE = "patterns.yaml"


class Part(NamedTuple):
    """Something a pattern can be made of: its category, its full name, the half-open token range it covers."""

    category: str
    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sequence of categories or full names, at most `gap` tokens apart, and what it means.

    It does not match where a part of a category or name in `unless` stands in the sentence. `voice` is `SELLER` where
    it means so only in an article that speaks with a seller's voice; what discloses something has none.
    """

    name: str
    sequence: tuple[str, ...]
    kind: ClaimKind | None = None
    discloses: DisclosureKind | None = None
    gap: int = 3
    head: int = 0
    boosted: bool = False
    absolute: bool = False
    comparator: str | None = None
    needs: str | None = None
    unless: tuple[str, ...] = ()
    voice: str | None = None
    made_of: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "made_of", frozenset(self.sequence))

    def may_stand_among(self, names: Set[str]) -> bool:
        """Whether everything that it is made of is among the categories and names, and nothing of what forbids it."""
        return self.made_of <= names and names.isdisjoint(self.unless)


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found, with the parts it is made of."""

    pattern: Pattern
    parts: tuple[Part, ...]

    @property
    def first(self) -> int:
        """The first token: of the head, where that is not what the pattern begins with."""
        return self.head.first

    @property
    def last(self) -> int:
        """The token behind the last one."""
        return max(part.last for part in self.parts)

    @property
    def head(self) -> Part:
        """The part at which the assertion is read."""
        return self.parts[self.pattern.head]


@cache
def load_patterns() -> Mapping[str, tuple[Pattern, ...]]:
    """The shipped patterns by the category or name they begin with. Raises `DataError` for a broken one."""
    return built(cues_folder(), _patterns)


def _patterns(taken: Snapshot) -> Mapping[str, tuple[Pattern, ...]]:
    patterns: dict[str, list[Pattern]] = {}
    entries = taken.tree.get(_FILE)
    if not isinstance(entries, list):
        raise DataError(f"{cues_folder() / _FILE}:1: a list of patterns is wanted")
    for number, body in enumerate(entries, 1):
        pattern = _pattern(number, body)
        patterns.setdefault(pattern.sequence[0], []).append(pattern)
    return {start: tuple(group) for start, group in patterns.items()}


def may_match(names: Set[str]) -> str | None:
    """In whose mouth a pattern may match that is made of some of these categories and names.

    `EVERYBODY`'s, that of a `SELLER` alone, or `None`.
    """
    beginnings, wanted = _wanted()
    found = None
    for start in names & beginnings:
        for voice, others in wanted[start]:
            if others <= names:
                found = voice
                if voice == EVERYBODY:
                    return voice
    return found


@cache
def _wanted() -> tuple[frozenset[str], Mapping[str, Sequence[tuple[str, frozenset[str]]]]]:
    """What patterns begin with; in whose mouth each means something and what it is made of, by what it begins with."""
    wanted = {
        start: [*{(pattern.voice or EVERYBODY, pattern.made_of) for pattern in group}]
        for start, group in load_patterns().items()
    }
    return frozenset(wanted), wanted


def matches(parts: Sequence[Part], names: Set[str]) -> list[Match]:
    """Every match of a pattern among the parts of one sentence, in order of place; `names` are all that they have."""
    patterns = load_patterns()
    likely = {
        start: [pattern for pattern in patterns[start] if pattern.may_stand_among(names)]
        for start in names & patterns.keys()
    }
    found = []
    for index, part in enumerate(parts):
        for start in (part.category, part.name):
            for pattern in likely.get(start, ()):
                chain = _follow(parts, index + 1, (part,), pattern)
                if chain:
                    found.append(Match(pattern, chain))
    return found


def _follow(parts: Sequence[Part], at: int, chain: tuple[Part, ...], pattern: Pattern) -> tuple[Part, ...] | None:
    """The first way to complete a chain with the parts from number `at` on, nearer ones before farther ones."""
    if len(chain) == len(pattern.sequence):
        return chain
    wanted, end = pattern.sequence[len(chain)], chain[-1].last
    for index in range(at, len(parts)):
        part = parts[index]
        if part.first > end + pattern.gap:
            return None
        if part.first >= end and wanted in (part.category, part.name):
            whole = _follow(parts, index + 1, (*chain, part), pattern)
            if whole:
                return whole
    return None


def _pattern(number: int, body: object) -> Pattern:
    if not isinstance(body, dict) or not isinstance(body.get("pattern"), str) or not body.get("sequence"):
        raise DataError(f"{cues_folder() / _FILE}:1: entry {number} needs a name (pattern) and a sequence")
    fields = {key: value for key, value in body.items() if key not in ("pattern", "sequence", "kind", "discloses")}
    try:
        kind = ClaimKind(body["kind"]) if "kind" in body else None
        discloses = DisclosureKind(body["discloses"]) if "discloses" in body else None
        fields["unless"] = tuple(fields.get("unless", ()))
        if not has_shape([body["sequence"], fields.get("gap", 0), fields.get("head", 0)], [([str], int)]):
            raise ValueError("a sequence is a list of names, 'gap' and 'head' are numbers")
        if not 0 <= fields.get("head", 0) < len(body["sequence"]):
            raise ValueError("'head' is the number of a part, from 0 on")
        if fields.get("voice", SELLER) != SELLER or (discloses and "voice" in fields):
            raise ValueError("'voice' is 'seller', and of claims alone")
        return Pattern(body["pattern"], tuple(body["sequence"]), kind, discloses, **fields)
    except (ValueError, TypeError) as error:
        raise DataError(f"{cues_folder() / _FILE}:1: pattern {body['pattern']!r}: {error}") from None
