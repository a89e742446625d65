"""Findings against the notes of an article: what is kept back, and which notes are at fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from medlint.documents.model import Comment, Document
from medlint.errors import UsageError
from medlint.linting.findings import Finding, Suppression
from medlint.linting.fingerprints import distinct
from medlint.linting.kinds.suppression import Fault, SuppressionRule
from medlint.linting.messages import fill
from medlint.linting.rule import Rule
from medlint.linting.selection import named
from medlint.linting.suppression.covering import Numbered, Places, Ranges
from medlint.linting.suppression.directives import Directive, Unreadable, Verb, directives
from medlint.linting.suppression.grounds import is_reason
from medlint.linting.suppression.ranges import Range, ending_nothing, ranges


class Seen(NamedTuple):
    """What a rule saw somewhere, whether or not it became a finding: its code, and the words' place in the source."""

    code: str
    start: int
    end: int


class Outcome(NamedTuple):
    """The findings that stay, those on notes at fault included, and those that are kept back, with why."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]


class _Faulty(NamedTuple):
    comment: Comment
    fault: Fault
    problem: str = ""


@dataclass(frozen=True)
class Suppressor:
    """Holds findings on one document against its notes.

    `rules` are those that run, `known` all there are, `mandatory` the codes that no note may keep back; `today` is the
    day that `until` is held against: the day that it names is the last on which a note holds.
    """

    document: Document
    rules: Sequence[Rule]
    known: Sequence[Rule]
    mandatory: frozenset[str]
    today: date

    @property
    def idle(self) -> bool:
        """Whether the document has no notes."""
        return not self._notes

    @property
    def count(self) -> int:
        """How many notes the document has."""
        return len(self._notes)

    def apply(self, findings: Iterable[Finding], seen: Iterable[Seen]) -> Outcome:
        """Part findings into those that stay and those kept back.

        `seen` is all that any rule saw, by which it is judged whether a note has anything to keep back.
        """
        kept: list[Finding] = []
        suppressed: list[Finding] = []
        of_selector = self._of_selector()
        for finding in sorted(findings, key=lambda each: (each.start.offset, each.code)):
            by = self._range(Seen(finding.code, finding.start.offset, finding.end.offset), of_selector)
            (suppressed if by else kept).append(replace(finding, suppression=self._why(by)) if by else finding)
        kept.extend(self._on_notes(tuple(seen)))
        return Outcome(tuple(sorted(kept, key=lambda each: (each.start.offset, each.code))), tuple(suppressed))

    @cached_property
    def _notes(self) -> tuple[Directive | Unreadable, ...]:
        return tuple(directives(self.document.comments))

    @cached_property
    def _faulty(self) -> tuple[_Faulty, ...]:
        """What is wrong with notes by themselves, at most one fault each."""
        return tuple(filter(None, (self._fault(note) for note in self._notes)))

    @cached_property
    def _sound(self) -> tuple[Directive, ...]:
        faulty = {each.comment for each in self._faulty if each.fault is not Fault.FORBIDDEN}
        notes = (note for note in self._notes if isinstance(note, Directive))
        return tuple(note for note in notes if note.comment not in faulty)

    @cached_property
    def _ranges(self) -> tuple[Range, ...]:
        return tuple(ranges(self._sound, self.document))

    @cached_property
    def _untouchable(self) -> frozenset[str]:
        return self.mandatory | {rule.code for rule in self.known if isinstance(rule, SuppressionRule)}

    @cached_property
    def _codes(self) -> Mapping[str, set[str]]:
        """The codes that each selector of a sound note may keep back."""
        selectors = {selector for note in self._sound for selector in note.selectors}
        return {selector: named(self.known, [selector]) - self._untouchable for selector in selectors}

    def _fault(self, note: Directive | Unreadable) -> _Faulty | None:
        if isinstance(note, Unreadable):
            return _Faulty(note.comment, Fault.UNREADABLE, note.problem)
        if not note.selectors:
            return _Faulty(note.comment, Fault.NO_RULE)
        try:
            codes = named(self.known, note.selectors)
        except UsageError as error:
            return _Faulty(note.comment, Fault.UNKNOWN_RULE, str(error))
        return None if note.verb is Verb.ENABLE else self._fault_of_hold(note, codes)

    def _fault_of_hold(self, note: Directive, codes: set[str]) -> _Faulty | None:
        if not is_reason(note.reason):
            return _Faulty(note.comment, Fault.NO_REASON)
        if note.until is not None and note.until < self.today:
            return _Faulty(note.comment, Fault.EXPIRED, f"{note.until:%Y-%m-%d}")
        forbidden = sorted(codes & self._untouchable)
        return _Faulty(note.comment, Fault.FORBIDDEN, ", ".join(forbidden)) if forbidden else None

    def _of_selector(self) -> Mapping[str, Ranges]:
        """The ranges of each selector."""
        numbered: dict[str, list[Numbered]] = {}
        for number, each in enumerate(self._ranges):
            numbered.setdefault(each.selector, []).append((number, each))
        return {selector: Ranges(own) for selector, own in numbered.items()}

    def _range(self, seen: Seen, of_selector: Mapping[str, Ranges]) -> Range | None:
        """The first range that keeps back what was seen."""
        asked = (own for selector, own in of_selector.items() if seen.code in self._codes[selector])
        found = [first for own in asked if (first := own.first_on(seen.start, seen.end))]
        return min(found)[1] if found else None

    def _why(self, by: Range) -> Suppression:
        note = by.directive
        return Suppression(note.reason, note.until, self.document.position(note.comment.start).line)

    def _on_notes(self, seen: Sequence[Seen]) -> Iterator[Finding]:
        rules = {rule.when.fault: rule for rule in self.rules if isinstance(rule, SuppressionRule)}
        faulty = [each for each in (*self._faulty, *self._unused(seen)) if each.fault in rules]
        texts = [self.document.source[each.comment.start : each.comment.end] for each in faulty]
        keys = ((rules[each.fault].code, text, ()) for each, text in zip(faulty, texts, strict=True))
        for each, text, mark in zip(faulty, texts, distinct(keys), strict=True):
            yield self._finding(rules[each.fault], each, text, mark)

    def _unused(self, seen: Sequence[Seen]) -> Iterator[_Faulty]:
        """Notes of which a selector keeps nothing back, although all the rules that it names have run."""
        for note in ending_nothing(self._sound):
            yield _Faulty(note.comment, Fault.UNUSED, "a rule that nothing before it disables")
        places = {selector: self._places(codes, seen) for selector, codes in self._codes.items()}
        for comment, own in groupby(self._ranges, key=lambda each: each.directive.comment):
            judged = ((each, places[each.selector]) for each in own)
            unused = [each.selector for each, of_codes in judged if of_codes and not of_codes.any_on(each)]
            if unused:
                yield _Faulty(comment, Fault.UNUSED, ", ".join(unused))

    def _places(self, codes: set[str], seen: Sequence[Seen]) -> Places | None:
        """Where rules with these codes saw something; None where it is not known, because not all of them have run."""
        running = {rule.code for rule in self.rules}
        expected = {rule.code for rule in self.known if rule.code in codes and (rule.enabled or rule.code in running)}
        if not expected or not expected <= running:
            return None
        return Places((one.start, one.end) for one in seen if one.code in codes)

    def _finding(self, rule: SuppressionRule, each: _Faulty, text: str, mark: str) -> Finding:
        start, end = each.comment.start, each.comment.end
        return Finding(
            code=rule.code,
            name=rule.name,
            family=rule.family,
            severity=rule.severity,
            confidence=rule.confidence,
            message=fill(rule.message, {"text": " ".join(text.split()), "problem": each.problem}, {}),
            text=text,
            start=self.document.position(start),
            end=self.document.position(end),
            sentence=(start, end),
            suggestion=rule.suggestion,
            fingerprint=mark,
        )
