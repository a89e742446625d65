"""Rules over one article that has been read: from what was judged to findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from medlint.documents.model import BlockKind
from medlint.evidence.database import Database
from medlint.evidence.judging import judge
from medlint.evidence.verdicts import Verdict
from medlint.language.article import Article
from medlint.linting.assembling import Assembler
from medlint.linting.drafts import Draft
from medlint.linting.findings import Confidence, FileReport, Finding
from medlint.linting.judged import JudgedArticle
from medlint.linting.overlaps import settle
from medlint.linting.phrasing import Phrasing
from medlint.linting.rule import Rule

_SUREST_FIRST = tuple(Confidence)


@dataclass(frozen=True, slots=True)
class Checker:
    """The rules of a run, the words of their messages, the database, and how sure a finding must be to be shown."""

    rules: tuple[Rule, ...]
    phrasing: Phrasing
    database: Database
    min_confidence: Confidence = Confidence.MEDIUM

    def check(self, article: Article) -> FileReport:
        """The report on an article."""
        case = JudgedArticle(article, self.database, tuple(judge(claim, self.database) for claim in article.claims))
        not_covered = sum(judgement.verdict is Verdict.NOT_COVERED for judgement in case.judgements)
        return FileReport(
            article.document.path,
            self.findings(case),
            article.facts,
            source=article.document.source,
            sentences=len(article.sentences),
            claims=len(article.claims),
            covered=len(article.claims) - not_covered,
            not_covered=not_covered,
        )

    def findings(self, case: JudgedArticle) -> tuple[Finding, ...]:
        """What the rules find in a judged article, in order of place, then code."""
        rules = {rule.code: rule for rule in self.rules}
        drafts = [draft for rule in self.rules for draft in rule.find(case) if self._is_sure(draft, rule)]
        order = {code: [other for other in rule.yields_to if other in rules] for code, rule in rules.items()}
        settled = settle(_once(drafts, case), order)
        found = Assembler(rules, self.phrasing, case).assemble(settled)
        return tuple(sorted(found, key=lambda finding: (finding.start.offset, finding.code)))

    def _is_sure(self, draft: Draft, rule: Rule) -> bool:
        return _SUREST_FIRST.index(draft.confidence or rule.confidence) <= _SUREST_FIRST.index(self.min_confidence)


def _once(drafts: Sequence[Draft], case: JudgedArticle) -> list[Draft]:
    """Leave out what is said of a title in the metadata where the page repeats that title."""
    page = {(draft.code, case.sentence(draft.span).text) for draft in drafts if case.in_body(draft.span)}
    return [
        draft
        for draft in drafts
        if case.block(draft.span).kind is not BlockKind.TITLE
        or (draft.code, case.sentence(draft.span).text) not in page
    ]
