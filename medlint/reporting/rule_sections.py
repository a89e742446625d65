"""What there is to say of a rule beyond its name and summary, part by part, for a terminal and for a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from medlint.evidence.citing import cite
from medlint.evidence.database import Database
from medlint.linting.kinds.page import PageRule
from medlint.linting.kinds.suppression import SuppressionRule
from medlint.linting.rule import Example, Rule
from medlint.reporting.citing import cited


@dataclass(frozen=True, slots=True)
class Setting:
    """A wish and the words that fulfil it, which are code."""

    wish: str
    code: str


@dataclass(frozen=True, slots=True)
class RuleText:
    """The parts of what is said of a rule."""

    facts: str
    why: str
    standards: tuple[str, ...]
    fix: tuple[str, ...]
    settings: tuple[Setting, ...]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]


def rule_text(rule: Rule, database: Database) -> RuleText:
    """The parts for one rule; `database` holds the standards that it names."""
    off = "" if rule.enabled else ", off unless selected"
    return RuleText(
        facts=f"{rule.family}, {rule.severity}, {rule.confidence} confidence, since {rule.since}{off}",
        why=rule.why,
        standards=tuple(_standard(each, database) for each in rule.standards),
        fix=tuple(_fix(rule)),
        settings=tuple(_settings(rule)),
        bad=rule.bad,
        good=rule.good,
    )


def _standard(identifier: str, database: Database) -> str:
    if identifier in database.sources:
        source = database.sources[identifier]
        return f"{source.organisation}: {source.title} ({source.year})"
    if identifier in database.records:
        return cited(cite(identifier, database))
    return identifier


def _fix(rule: Rule) -> Iterator[str]:
    if rule.suggestion:
        yield rule.suggestion
    if rule.kind in ("claim", "citation"):
        yield "Where the database holds honest wording for the treatment, the finding carries it instead."


def _settings(rule: Rule) -> Iterator[Setting]:
    """Lines for medlint.toml, and the note that keeps one finding back."""
    if rule.enabled:
        yield Setting("To leave it out, in medlint.toml", f'extend-ignore = ["{rule.code}"]')
    else:
        yield Setting("To switch it on, in medlint.toml", f'extend-select = ["{rule.code}"]')
    other = "warning" if rule.severity == "error" else "error"
    yield Setting("To give it another severity", f'severity = {{ {rule.code} = "{other}" }}')
    yield Setting("To let nobody leave it out", f'mandatory = ["{rule.code}"]')
    if isinstance(rule, PageRule) and rule.when.older_than is not None:
        yield Setting("To set another number of months", "review-months = 24")
    if not isinstance(rule, SuppressionRule):
        yield _note(rule)


def _note(rule: Rule) -> Setting:
    """The note that keeps a finding back; one on the page as a whole has no passage of its own."""
    if isinstance(rule, PageRule):
        note = f"<!-- medlint: ignore-file[{rule.code}] -- why it may stand -->"
        return Setting("To let one page stand, in the article", note)
    note = f"<!-- medlint: ignore[{rule.code}] -- why it may stand -->"
    return Setting("To let one passage stand, in the article before it", note)
