"""The page of one rule, as a terminal shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from medlint.evidence.database import Database
from medlint.linting.rule import Example, Rule
from medlint.reporting.layout import wrap
from medlint.reporting.options import Options
from medlint.reporting.rule_sections import rule_text
from medlint.reporting.terminal import SEVERITY_COLORS, paint

INDENT = "  "


def page(rule: Rule, database: Database, options: Options) -> Iterator[str]:
    """What `medlint explain` says: what is found, why it matters, standards, examples, how to fix and configure it.

    `database` holds the standards that the rule names.
    """
    text = rule_text(rule, database)
    severity = paint(f"[{rule.severity}]", options, fg=SEVERITY_COLORS[rule.severity], bold=True)
    yield f"{paint(f'{rule.code} {rule.name}', options, bold=True)} {severity}\n"
    yield f"{INDENT}{text.facts}\n\n"
    yield f"{wrap(rule.summary, options)}\n\n"
    yield from _section("Why it matters", [text.why], options, bullet="")
    yield from _section("It rests on", text.standards, options)
    yield from _section("Found", [_one_line(example) for example in text.bad], options)
    yield from _section("Left alone", [_one_line(example) for example in text.good], options)
    yield from _section("How to fix it", text.fix, options)
    yield paint("How to configure it", options, bold=True) + "\n"
    for setting in text.settings:
        yield f"{INDENT}{setting.wish}:\n{INDENT * 3}{setting.code}\n"
    yield "\n"


def _section(title: str, paragraphs: Sequence[str], options: Options, bullet: str = "- ") -> Iterator[str]:
    if not paragraphs:
        return
    yield paint(title, options, bold=True) + "\n"
    for paragraph in paragraphs:
        yield wrap(paragraph, options, first=INDENT + bullet, rest=INDENT + " " * len(bullet)) + "\n"
    yield "\n"


def _one_line(example: Example) -> str:
    text = " ".join(example.text.split())
    return f"[{example.title}] {text}" if example.title else text
