"""All rules at once: a table for people, another for Markdown pages, and JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from medlint.linting.rule import Rule
from medlint.reporting.jsontext import array
from medlint.reporting.layout import wrap
from medlint.reporting.markdowntext import escape
from medlint.reporting.options import Options
from medlint.reporting.terminal import paint

FIELDS = (
    "code",
    "name",
    "family",
    "kind",
    "severity",
    "confidence",
    "enabled",
    "since",
    "summary",
    "why",
    "standards",
    "message",
    "suggestion",
)


def table(rules: Sequence[Rule], options: Options) -> Iterator[str]:
    """One entry a rule: code, name, severity, summary; wrapped below itself where the width asks for it."""
    widest = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        first = f"{rule.code}  {rule.name:<{widest}}  {rule.severity:<7}  "
        body = wrap(_summary(rule), options, first=first, rest=" " * len(first))
        yield f"{paint(rule.code, options, bold=True)}{body[len(rule.code) :]}\n"


def as_markdown(rules: Sequence[Rule], folder: str | None = None) -> Iterator[str]:
    """A Markdown table, one row a rule; with `folder` ("" for the same) each code links to the rule's page there."""
    yield "| code | name | severity | what it finds |\n|---|---|---|---|\n"
    for rule in rules:
        code = rule.code if folder is None else f"[{rule.code}]({folder}{rule.code}.md)"
        yield f"| {code} | {rule.name} | {rule.severity} | {escape(_summary(rule))} |\n"


def as_json(rules: Sequence[Rule]) -> Iterator[str]:
    """The rules as one JSON array, one line a rule, with their examples."""
    yield from array(map(_fields, rules))
    yield "\n"


def _summary(rule: Rule) -> str:
    return rule.summary if rule.enabled else f"{rule.summary} (off unless selected)"


def _fields(rule: Rule) -> dict[str, object]:
    examples = {"bad": [each.markdown for each in rule.bad], "good": [each.markdown for each in rule.good]}
    return {field: getattr(rule, field) for field in FIELDS} | examples
