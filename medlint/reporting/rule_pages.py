"""Rules as text: the page of one rule, the table of all, and both for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from medlint.evidence.citing import cite
from medlint.evidence.database import Database
from medlint.linting.rule import Example, Rule
from medlint.reporting.citing import cited
from medlint.reporting.jsontext import array
from medlint.reporting.layout import wrap
from medlint.reporting.options import Options
from medlint.reporting.terminal import SEVERITY_COLORS, paint

INDENT = "  "
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
)


def page(rule: Rule, database: Database, options: Options) -> Iterator[str]:
    """What `medlint explain` says of a rule: what it finds, why that matters, what it rests on, examples.

    `database` holds the standards that the rule names.
    """
    severity = paint(f"[{rule.severity}]", options, fg=SEVERITY_COLORS[rule.severity], bold=True)
    off = "" if rule.enabled else ", off unless selected"
    yield f"{paint(f'{rule.code} {rule.name}', options, bold=True)} {severity}\n"
    yield f"{INDENT}{rule.family}, {rule.confidence} confidence, since {rule.since}{off}\n\n"
    yield f"{wrap(rule.summary, options)}\n\n"
    yield from _section("Why it matters", [rule.why], options, bullet="")
    yield from _section("It rests on", [_standard(each, database) for each in rule.standards], options)
    yield from _section("Found", [_one_line(example) for example in rule.bad], options)
    yield from _section("Left alone", [_one_line(example) for example in rule.good], options)


def table(rules: Sequence[Rule], options: Options) -> Iterator[str]:
    """One entry a rule: code, name, severity, summary; wrapped below itself where the width asks for it."""
    widest = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        first = f"{rule.code}  {rule.name:<{widest}}  {rule.severity:<7}  "
        text = rule.summary if rule.enabled else f"{rule.summary} (off unless selected)"
        body = wrap(text, options, first=first, rest=" " * len(first))
        yield f"{paint(rule.code, options, bold=True)}{body[len(rule.code) :]}\n"


def as_json(rules: Sequence[Rule]) -> Iterator[str]:
    """The rules as one JSON array, one line a rule, with their examples."""
    yield from array(map(_fields, rules))
    yield "\n"


def _fields(rule: Rule) -> dict[str, object]:
    examples = {"bad": [each.markdown for each in rule.bad], "good": [each.markdown for each in rule.good]}
    return {field: getattr(rule, field) for field in FIELDS} | examples


def _standard(identifier: str, database: Database) -> str:
    if identifier in database.sources:
        source = database.sources[identifier]
        return f"{source.organisation}: {source.title} ({source.year})"
    if identifier in database.records:
        return cited(cite(identifier, database))
    return identifier


def _section(title: str, paragraphs: Sequence[str], options: Options, bullet: str = "- ") -> Iterator[str]:
    yield paint(title, options, bold=True) + "\n"
    for paragraph in paragraphs:
        yield wrap(paragraph, options, first=INDENT + bullet, rest=INDENT + " " * len(bullet)) + "\n"
    yield "\n"


def _one_line(example: Example) -> str:
    text = " ".join(example.text.split())
    return f"[{example.title}] {text}" if example.title else text
