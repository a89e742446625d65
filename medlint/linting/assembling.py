"""From drafts to findings: places in the source, messages, evidence, fingerprints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from medlint.evidence.citing import cite
from medlint.language.article import Sentence, Span
from medlint.linting.drafts import Draft
from medlint.linting.findings import EvidenceNote, Finding
from medlint.linting.fingerprints import distinct
from medlint.linting.judged import JudgedArticle
from medlint.linting.messages import fill, shorten
from medlint.linting.phrasing import Phrasing
from medlint.linting.rule import Rule
from medlint.linting.sources import NAME_LENGTH, cited_as


@dataclass(frozen=True, slots=True)
class Assembler:
    """Makes findings of the drafts on one article. `rules` holds the rule of every code."""

    rules: Mapping[str, Rule]
    phrasing: Phrasing
    case: JudgedArticle

    def assemble(self, drafts: Sequence[Draft], fail: Callable[[str, Exception], object]) -> Iterator[Finding]:
        """One finding for each draft, in the same order; on an error `fail` gets the rule's code and it."""
        sentences = [self.case.sentence(draft.span) for draft in drafts]
        keys = (self._key(draft, sentence) for draft, sentence in zip(drafts, sentences, strict=True))
        for draft, sentence, mark in zip(drafts, sentences, distinct(keys), strict=True):
            try:
                yield self._finding(draft, sentence, mark)
            except Exception as error:
                fail(draft.code, error)

    def _finding(self, draft: Draft, sentence: Sentence, mark: str) -> Finding:
        rule, document = self.rules[draft.code], self.case.article.document
        start, end = self._in_source(draft.span)
        evidence = tuple(self._evidence(draft))
        return Finding(
            code=rule.code,
            name=rule.name,
            family=rule.family,
            severity=rule.severity,
            confidence=draft.confidence or rule.confidence,
            message=self._message(draft, rule, evidence),
            text=self.case.words(draft.span),
            start=document.position(start),
            end=document.position(end),
            sentence=self._in_source(sentence.span),
            intervention=draft.intervention,
            condition=draft.condition,
            verdict=draft.verdict.value if draft.verdict else None,
            suggestion=draft.wording or rule.suggestion,
            evidence=evidence,
            fingerprint=mark,
            worded=draft.wording is not None,
        )

    def _key(self, draft: Draft, sentence: Sentence) -> tuple[str, str, tuple[str, ...]]:
        """What a finding is known by: its sentence and records, or, for what an article leaves out, the treatment.

        Such a finding stands at some sentence, but does not change with it.
        """
        if self.rules[draft.code].of_article:
            return draft.code, f"article: {draft.intervention}", ()
        return draft.code, sentence.text, draft.records

    def _in_source(self, span: Span) -> tuple[int, int]:
        return self.case.block(span).source_span(span.start, span.end)

    def _evidence(self, draft: Draft) -> Iterator[EvidenceNote]:
        for record in draft.records:
            citation = cite(record, self.case.database)
            yield EvidenceNote(record, citation.source, citation.says, citation.title, citation.year)

    def _message(self, draft: Draft, rule: Rule, evidence: Sequence[EvidenceNote]) -> str:
        template = rule.message if evidence else rule.message_without_evidence or rule.message
        values = {
            "text": " ".join(self.case.words(draft.span).split()),
            "intervention": self.case.name(draft.intervention),
            "condition": self.case.name(draft.condition),
            "says": evidence[0].says.rstrip(".") if evidence else "",
            "source": self._source(evidence[0]) if evidence else "",
            **self.phrasing.values(draft.allowed, draft.horizon),
            **draft.values,
        }
        return fill(template, values, self.phrasing.missing)

    def _source(self, note: EvidenceNote) -> str:
        known = self.case.database.sources
        return cited_as(known[note.source]) if note.source in known else shorten(note.title, NAME_LENGTH)
