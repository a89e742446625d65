"""Rules over one article that has been read: from what was judged to findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from time import perf_counter
from typing import NamedTuple

from medlint.documents.limits import UNLIMITED, Limits
from medlint.errors import DocumentError
from medlint.evidence.database import Database
from medlint.evidence.judging import judge
from medlint.evidence.verdicts import Verdict
from medlint.language.article import Article
from medlint.linting.assembling import Assembler
from medlint.linting.drafts import Draft
from medlint.linting.faults import fault_of_rule, trace_of
from medlint.linting.findings import Confidence, FileReport, Finding, Timing
from medlint.linting.judged import JudgedArticle
from medlint.linting.openings import Openings
from medlint.linting.overlaps import ranked, settle
from medlint.linting.pagewords import PageWords
from medlint.linting.phrasing import Phrasing
from medlint.linting.rule import Rule
from medlint.linting.suppression.applying import Outcome, Seen, Suppressor
from medlint.linting.twins import folded

_SUREST_FIRST = tuple(Confidence)


class _Drafted(NamedTuple):
    """What the rules drafted, which failed and why, and the seconds that each took."""

    drafts: list[Draft]
    failed: dict[str, Exception]
    seconds: dict[str, float]


@dataclass(frozen=True)
class Checker:
    """The rules of a run, the words of their messages, the database, and how sure a finding must be to be shown.

    `today` is the day that dates are held against, the real one unless given. `known` are all rules there are,
    `mandatory` the codes that no note in an article may keep back.
    """

    rules: tuple[Rule, ...]
    phrasing: Phrasing
    database: Database
    min_confidence: Confidence = Confidence.MEDIUM
    today: date | None = None
    known: tuple[Rule, ...] = ()
    mandatory: frozenset[str] = frozenset()

    def check(self, article: Article, limits: Limits = UNLIMITED) -> FileReport:
        """The report on an article. Raises `DocumentError` where it is beyond `limits`."""
        case = self.judged(article)
        drafted = self._drafted(case, limits)
        findings, suppressed = self._outcome(case, drafted, limits)
        not_covered = sum(judgement.verdict is Verdict.NOT_COVERED for judgement in case.judgements)
        return FileReport(
            article.document.path,
            findings,
            article.facts,
            _told(article, drafted.failed),
            suppressed,
            source=article.document.source,
            sentences=len(article.sentences),
            claims=len(article.claims),
            covered=len(article.claims) - not_covered,
            not_covered=not_covered,
            trace="".join(map(trace_of, drafted.failed.values())),
            left_out=article.document.left_out,
            timing=Timing(sum(drafted.seconds.values()), drafted.seconds),
        )

    def judged(self, article: Article) -> JudgedArticle:
        """The article with its claims judged: what the rules look at."""
        judgements = tuple(judge(claim, self.database) for claim in article.claims)
        return JudgedArticle(article, self.database, judgements, self.today or date.today(), self._openings)

    def findings(self, case: JudgedArticle) -> tuple[Finding, ...]:
        """What the rules find in a judged article, in order of place, then code; notes in it are not heeded."""
        drafted = _Drafted([draft for rule in self.rules for draft in rule.find(case)], {}, {})
        found = self._assembled(drafted, case)
        for error in drafted.failed.values():
            raise error
        return found

    def _outcome(self, case: JudgedArticle, drafted: _Drafted, limits: Limits) -> Outcome:
        """The findings that stay, and those that notes in the article keep back."""
        document = case.article.document
        drafts, found = drafted.drafts, self._assembled(drafted, case)
        suppressor = Suppressor(document, self.rules, self.known or self.rules, self.mandatory, case.today)
        limits.require_findings(suppressor.count, "notes")
        if suppressor.idle:
            return Outcome(found, ())
        places = (document.blocks[draft.span.block].source_span(draft.span.start, draft.span.end) for draft in drafts)
        return suppressor.apply(found, (Seen(draft.code, *at) for draft, at in zip(drafts, places, strict=True)))

    def _drafted(self, case: JudgedArticle, limits: Limits) -> _Drafted:
        """What each rule drafts; one that fails drafts nothing and stops no other."""
        drafted = _Drafted([], {}, {})
        for rule in self.rules:
            limits.require_time()
            started = perf_counter()
            try:
                for draft in rule.find(case):
                    drafted.drafts.append(draft)
                    limits.require_findings(len(drafted.drafts))
            except DocumentError:
                raise
            except Exception as error:
                drafted.failed[rule.code] = error
            drafted.seconds[rule.code] = perf_counter() - started
        return drafted

    def _assembled(self, drafted: _Drafted, case: JudgedArticle) -> tuple[Finding, ...]:
        """The findings that come of drafts; a rule whose findings cannot be put into words is noted as failed."""
        if not drafted.drafts:  # as on most pages
            return ()
        drafts = [draft for draft in drafted.drafts if self._is_sure(draft, self._by_code[draft.code])]
        settled = settle(folded(drafts, case), self._order)
        found = Assembler(self._by_code, self.phrasing, case).assemble(settled, drafted.failed.setdefault)
        return tuple(sorted(found, key=lambda finding: (finding.start.offset, finding.code)))

    @cached_property
    def _by_code(self) -> Mapping[str, Rule]:
        return {rule.code: rule for rule in self.rules}

    @cached_property
    def _openings(self) -> Openings:
        """How the phrases begin that the rules look for all over a page."""
        sets = (each for rule in self.rules for each in rule.sets if isinstance(each, PageWords))
        return Openings.of(index for each in sets for index in each.looked_for())

    @cached_property
    def _order(self) -> Mapping[str, Sequence[str]]:
        """The codes, each behind those it gives way to."""
        known = self._by_code
        return ranked({code: [other for other in rule.yields_to if other in known] for code, rule in known.items()})

    def _is_sure(self, draft: Draft, rule: Rule) -> bool:
        return _SUREST_FIRST.index(draft.confidence or rule.confidence) <= _SUREST_FIRST.index(self.min_confidence)


def _told(article: Article, failed: Mapping[str, Exception]) -> str | None:
    """The rules that failed, in one line."""
    lines = [fault_of_rule(article.document.path, code, error) for code, error in failed.items()]
    return "; ".join(lines) or None
