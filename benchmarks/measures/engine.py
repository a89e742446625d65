"""medlint in this process, with what a finding was read from: rules and database as shipped, medium confidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from medlint.documents.position import Format
from medlint.documents.reading import parse
from medlint.evidence.database import Database
from medlint.evidence.judging import judge
from medlint.evidence.loading import load_database
from medlint.language.article import Article
from medlint.language.cues import load_cues
from medlint.language.patterns import load_patterns
from medlint.language.reading import Reader
from medlint.linting.checking import Checker
from medlint.linting.findings import DataVersion, FileReport, Finding, Severity
from medlint.linting.judged import JudgedArticle
from medlint.linting.kinds.claim import ClaimRule
from medlint.linting.rules import load_rulebook
from medlint.linting.selection import select_rules

_SHOWN = (Severity.ERROR, Severity.WARNING)
_OTHERWISE_OVERSTATED = frozenset({"GDL401", "GDL402", "GDL407", "EVD501"})
_DIAGNOSIS = "OVS111"  # no set of labels speaks of diagnosis


@dataclass(frozen=True)
class Checked:
    """An article as read and its report."""

    article: Article
    report: FileReport
    database: Database

    @cached_property
    def case(self) -> JudgedArticle:
        """The article with its claims judged."""
        judgements = tuple(judge(claim, self.database) for claim in self.article.claims)
        return JudgedArticle(self.article, self.database, judgements)

    @property
    def shown(self) -> list[Finding]:
        """The findings that a reader of the report cannot overlook: errors and warnings."""
        return [finding for finding in self.report.findings if finding.severity in _SHOWN]

    @property
    def overstatements(self) -> list[Finding]:
        """What is shown as overstated, diagnosis apart."""
        return [f for f in self.shown if f.family == "overstatement" and f.code != _DIAGNOSIS]

    @property
    def caught(self) -> list[Finding]:
        """What is shown as overstated or, by a rule of another family, as against guidelines or without a source."""
        return [f for f in self.shown if f.family == "overstatement" or f.code in _OTHERWISE_OVERSTATED]


class Engine:
    """Reads and lints any number of texts; loading is paid once."""

    def __init__(self) -> None:
        rulebook = load_rulebook()
        self.database: Database = load_database()
        self.rules = {rule.code: rule for rule in select_rules(rulebook.rules, (), ())}
        self.rules_version: DataVersion = rulebook.data
        self._checker = Checker(tuple(self.rules.values()), rulebook.phrasing, self.database)
        self._reader = Reader.of(self.database.vocabulary())
        self._named = {*load_cues(), *(pattern.name for group in load_patterns().values() for pattern in group)}

    def check(self, text: str, text_format: Format = Format.MARKDOWN) -> Checked:
        """The article in `text`, read and linted."""
        article = self._reader.read(parse(text, text_format, "article"))
        return Checked(article, self._checker.check(article), self.database)

    def cues(self, checked: Checked, finding: Finding) -> frozenset[str]:
        """The cues and patterns that a finding was read from; for a rule on words, its code and the words."""
        rule = self.rules[finding.code]
        if not isinstance(rule, ClaimRule):
            return frozenset({f"{finding.code} {' '.join(finding.text.lower().split())}"})
        names = (cue for claim_cues in self._claims(checked, finding, rule) for cue in claim_cues)
        return frozenset(name for name in names if name in self._named)

    def _claims(self, checked: Checked, finding: Finding, rule: ClaimRule) -> Iterator[tuple[str, ...]]:
        case, place = checked.case, (finding.start.offset, finding.end.offset)
        for claim, judgement in zip(case.article.claims, case.judgements, strict=True):
            if case.block(claim.span).source_span(claim.span.start, claim.span.end) == place and any(
                conditions.hold(claim, judgement, case) for conditions in rule.when
            ):
                yield claim.cues
