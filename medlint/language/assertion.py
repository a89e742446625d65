"""How a span is asserted: negated, uncertain, hypothetical, asked, compared, attributed.

The idea is ConText's (Harkema et al. 2009): trigger phrases with a direction, a reach and what ends it; longer phrases
that only look like triggers win over them. The triggers are data (`rules/cues/assertion.yaml`, `attribution.yaml`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from medlint.language.article import Assertion, Effect
from medlint.language.cues import Cue, load_cues
from medlint.language.phrases import Hit, PhraseIndex
from medlint.language.tokens import Tokens, tokenise

CATEGORIES = frozenset({"negation", "hedge", "condition", "compare", "pseudo", "terminator", "attribution"})
_BREAKS = frozenset({";", ":", "(", ")", "—", "–", "--", "[", "]", "•"})
_NEW_SUBJECT = frozenset(
    {"the", "this", "these", "those", "it", "they", "he", "she", "we", "you", "i", "there", "a", "an", "our", "your"}
    | {"most", "many", "some", "patient", "people"}
)
_NEGATORS = frozenset({"no", "not", "never", "without", "zero", "none", "nothing"})
_NAME_TOKENS = 8  # a name of whoever says it is no longer than this


@dataclass(frozen=True, slots=True)
class Trigger:
    """A cue at work: tokens `[first, last)` of the sentence, acting on tokens `[start, end)`."""

    cue: Cue
    first: int
    last: int
    start: int
    end: int

    def governs(self, first: int, last: int) -> bool:
        """Whether the span of tokens lies in what this trigger acts on, judged by the span's near end."""
        near = first if self.start >= self.last else last - 1
        return self.start <= near < self.end

    def overlaps(self, first: int, last: int) -> bool:
        """Whether the trigger shares words with the span."""
        return first < self.last and self.first < last


@dataclass(frozen=True, slots=True)
class SentenceAssertion:
    """The triggers of one sentence, to be asked about its spans; `breaks` are the tokens that end their scopes."""

    tokens: Tokens
    sentence: tuple[int, int]
    triggers: tuple[Trigger, ...]
    breaks: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, tokens: Tokens, sentence: tuple[int, int], hits: Iterable[Hit]) -> SentenceAssertion:
        """Read the triggers of the sentence from the block's hits (labels `cue:<id>`)."""
        kept = _longest(_cue_hits(hits, sentence))
        breaks = _breaks(tokens, sentence, kept)
        triggers = tuple(
            Trigger(cue, hit.first, hit.last, *scope)
            for hit, cue in kept
            if cue.category not in ("pseudo", "terminator")
            for scope in _scopes(tokens, sentence, breaks, hit, cue)
        )
        return cls(tokens, sentence, triggers, tuple(breaks))

    def status(self, first: int, last: int) -> Assertion:
        """How the span of tokens `[first, last)` is asserted."""
        on = self._acting_on(first, last)
        kinds = {trigger.cue.category for trigger in on}
        asked = self.tokens.keys[self.sentence[1] - 1] == "?"
        return Assertion(
            negated="negation" in kinds and not asked and "condition" not in kinds,
            possible=any(trigger.cue.traits.get("effect", 9) <= Effect.MAY for trigger in on),
            asked=asked,
            conditional="condition" in kinds,
            compared="compare" in kinds,
            attributed_to=next((self._who(t) for t in on if t.cue.category == "attribution"), None),
        )

    def denied(self, first: int, last: int) -> bool:
        """Whether the span is said not to be so at all; "rarely" denies nothing."""
        on = self._acting_on(first, last)
        return any(trigger.cue.category == "negation" and not trigger.cue.traits.get("rare") for trigger in on)

    def effect(self, first: int, last: int) -> Effect:
        """The rung of the effect ladder that the hedges over the span leave: `PLAIN` where nothing hedges it."""
        rungs = [
            int(trigger.cue.traits["effect"])
            for trigger in self._acting_on(first, last)
            if "effect" in trigger.cue.traits
        ]
        return Effect(min(rungs, default=Effect.PLAIN))

    def _acting_on(self, first: int, last: int) -> list[Trigger]:
        return [trigger for trigger in self.triggers if self._acts_on(trigger, first, last)]

    def _acts_on(self, trigger: Trigger, first: int, last: int) -> bool:
        """Whether a trigger acts on a span.

        It does on words of its own ("recommended" in "not recommended"), but not on a span that is itself a denial:
        "no downtime" behind "there is", or as the second of "no drugs, no downtime".
        """
        if not trigger.overlaps(first, last):
            repeated = trigger.cue.traits.get("listed") and self._denies(first, last)
            return trigger.governs(first, last) and not repeated
        if trigger.first >= first and trigger.last <= last:
            return False
        return not self._denies(max(first, trigger.first), min(last, trigger.last))

    def _denies(self, first: int, last: int) -> bool:
        return any(key in _NEGATORS for key in self.tokens.keys[first:last])

    def _who(self, trigger: Trigger) -> str:
        first, last = self.sentence
        if trigger.cue.traits.get("who") == "after":
            stop = next((i for i in range(trigger.last, last) if self.tokens.keys[i] in (",", ".", ";")), last)
            first, last = trigger.last, min(stop, trigger.last + _NAME_TOKENS)
        else:
            first, last = max(first, trigger.first - _NAME_TOKENS), trigger.first
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last - 1]] if first < last else ""


def status(text: str, start: int, end: int) -> Assertion:
    """How the code points `[start, end)` of a sentence are asserted.

    Raises `ValueError` for an empty span or one outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no span {start}:{end} in a text of {len(text)} characters")
    tokens = tokenise(text)
    first, last = tokens.span_of(start, end)
    sentence = next((s for s in tokens.sentences if s[0] <= first < s[1]), (0, len(tokens.keys)))
    return SentenceAssertion.of(tokens, sentence, _index().find(tokens)).status(first, min(last, sentence[1]))


@cache
def _index() -> PhraseIndex:
    return PhraseIndex.of((phrase, label) for label, cue in _cues().items() for phrase in cue.phrases)


@cache
def _cues() -> Mapping[str, Cue]:
    """The cues of this module by the label of their hits."""
    return {f"cue:{cue.id}": cue for cue in load_cues().values() if cue.category in CATEGORIES}


def _cue_hits(hits: Iterable[Hit], sentence: tuple[int, int]) -> list[tuple[Hit, Cue]]:
    first, last = sentence
    cues = _cues()
    return [(hit, cues[hit.label]) for hit in hits if hit.label in cues and first <= hit.first and hit.last <= last]


def _longest(hits: Sequence[tuple[Hit, Cue]]) -> list[tuple[Hit, Cue]]:
    """Drop every hit that lies within a longer one, or that shares words with a pseudo-trigger it does not contain."""
    at: dict[int, list[tuple[Hit, Cue]]] = {}  # by token
    for hit, cue in hits:
        for token in range(hit.first, hit.last):
            at.setdefault(token, []).append((hit, cue))
    kept = []
    for hit, cue in hits:
        beaten = any(
            _outdoes(other, other_cue, hit, cue)
            for token in range(hit.first, hit.last)
            for other, other_cue in at[token]
        )
        if not beaten:
            kept.append((hit, cue))
    return kept


def _outdoes(other: Hit, other_cue: Cue, hit: Hit, cue: Cue) -> bool:
    """Whether another hit keeps this one from being heard."""
    if _covers(other, hit, hit.last - hit.first):
        return not _opens(other, other_cue, hit, cue)
    return other_cue.category == "pseudo" != cue.category and _crosses(other, hit)


def _covers(other: Hit, hit: Hit, size: int) -> bool:
    return other.first <= hit.first and hit.last <= other.last and other.last - other.first > size


def _opens(clause: Hit, clause_cue: Cue, hit: Hit, cue: Cue) -> bool:
    """Whether a hedge closes the words that begin a clause, "that can", and so hedges the clause."""
    return clause_cue.category == "terminator" and cue.category == "hedge" and clause.last == hit.last


def _crosses(pseudo: Hit, hit: Hit) -> bool:
    shared = pseudo.first < hit.last and hit.first < pseudo.last
    return shared and not (hit.last - hit.first > pseudo.last - pseudo.first and _covers(hit, pseudo, 0))


def _breaks(tokens: Tokens, sentence: tuple[int, int], kept: Sequence[tuple[Hit, Cue]]) -> list[tuple[int, int]]:
    """The token ranges that end a scope, in order: contrast and clause words, marks, the comma of an if-clause."""
    words = [(hit.first, hit.last) for hit, cue in kept if cue.category in ("terminator", "condition")]
    marks = [(i, i + 1) for i in range(*sentence) if tokens.keys[i] in _BREAKS]
    clauses = [hit.last for hit, cue in kept if cue.category == "condition"]
    commas = [next((i for i in range(last, sentence[1]) if tokens.keys[i] == ","), sentence[1]) for last in clauses]
    return sorted([*words, *marks, *((i, i + 1) for i in commas)])


def _scopes(
    tokens: Tokens, sentence: tuple[int, int], breaks: Sequence[tuple[int, int]], hit: Hit, cue: Cue
) -> list[tuple[int, int]]:
    direction = cue.traits.get("scope", "forward")
    scopes = []
    if direction in ("forward", "both"):
        end = min((first for first, _ in breaks if first >= hit.last), default=sentence[1])
        end = min(end, hit.last + cue.traits.get("reach", end))
        fronted = hit.first == sentence[0] and cue.traits.get("fronted") == "stop"
        rule = "stop" if fronted else cue.traits.get("comma", "list")
        scopes.append((hit.last, _comma(tokens, hit.last, end, rule)))
    if direction in ("backward", "both"):
        start = max((last for _, last in breaks if last <= hit.first), default=sentence[0])
        scopes.append((max(start, hit.first - cue.traits.get("reach", hit.first)), hit.first))
    return scopes


def _comma(tokens: Tokens, first: int, end: int, rule: str) -> int:
    """Where the scope ends by the comma rule: at any comma, or only at one before a new subject."""
    for index in range(first, end - 1):
        if tokens.keys[index] == "," and (rule == "stop" or tokens.keys[index + 1] in _NEW_SUBJECT):
            return index
    return end
