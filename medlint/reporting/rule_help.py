"""What a rule is about, for formats that carry their rules with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from medlint.evidence.database import Database
from medlint.evidence.loading import load_database
from medlint.evidence.models import Fact
from medlint.linting.findings import Finding, Severity
from medlint.linting.rule import Rule
from medlint.linting.rules import load_rules


@dataclass(frozen=True, slots=True)
class RuleHelp:
    """A rule as its readers need it. `url` leads to a standard that it rests on; the shipped rules alone have `why`."""

    code: str
    name: str
    family: str
    severity: Severity
    summary: str
    why: str = ""
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    url: str | None = None


def rule_help(findings: Iterable[Finding]) -> Mapping[str, RuleHelp]:
    """The help of every shipped rule and of whatever rules the findings name besides, by code and in its order."""
    database = load_database()
    found = {rule.code: _of_rule(rule, database) for rule in load_rules()}
    for finding in findings:
        found.setdefault(finding.code, _of_finding(finding))
    return dict(sorted(found.items()))


def _of_rule(rule: Rule, database: Database) -> RuleHelp:
    return RuleHelp(
        rule.code,
        rule.name,
        rule.family,
        rule.severity,
        rule.summary,
        rule.why,
        tuple(" ".join(example.text.split()) for example in rule.bad),
        tuple(" ".join(example.text.split()) for example in rule.good),
        next(filter(None, (_address(standard, database) for standard in rule.standards)), None),
    )


def _of_finding(finding: Finding) -> RuleHelp:
    return RuleHelp(finding.code, finding.name, finding.family, finding.severity, f"{finding.name}.")


def _address(standard: str, database: Database) -> str | None:
    record = database.records.get(standard)
    source = database.sources.get(record.source if isinstance(record, Fact) else standard)
    return source.url if source else None
