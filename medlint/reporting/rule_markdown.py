"""The page of one rule as Markdown, for the manual."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from medlint.evidence.database import Database
from medlint.linting.rule import Example, Rule
from medlint.reporting.markdowntext import escape
from medlint.reporting.rule_sections import Setting, rule_text


def markdown_page(rule: Rule, database: Database) -> Iterator[str]:
    """What the manual says of a rule, piece by piece; `database` holds the standards that the rule names."""
    text = rule_text(rule, database)
    yield f"# {rule.code}: {rule.name}\n\n{escape(rule.summary)}\n\n*{text.facts}*\n\n"
    yield f"## Why it matters\n\n{escape(text.why)}\n\n"
    yield from _listed("It rests on", text.standards)
    yield from _examples("Found", text.bad)
    yield from _examples("Left alone", text.good)
    yield from _listed("How to fix it", text.fix)
    yield "## How to configure it\n\n"
    yield "\n".join(map(_setting, text.settings))


def _listed(title: str, entries: Sequence[str]) -> Iterator[str]:
    if entries:
        yield f"## {title}\n\n" + "".join(f"- {escape(entry)}\n" for entry in entries) + "\n"


def _examples(title: str, examples: Sequence[Example]) -> Iterator[str]:
    yield f"## {title}\n\n" + "\n".join(map(_fenced, examples)) + "\n"


def _fenced(example: Example) -> str:
    longest = max((len(ticks) for ticks in re.findall("`+", example.markdown)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}markdown\n{example.markdown}{fence}\n"


def _setting(setting: Setting) -> str:
    return f"{setting.wish}:\n\n```\n{setting.code}\n```\n"
