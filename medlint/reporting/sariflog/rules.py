"""Rules as SARIF reporting descriptors."""

from __future__ import annotations

from typing import Any

from medlint.linting.findings import Severity
from medlint.reporting.markdowntext import escape
from medlint.reporting.rule_help import RuleHelp

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}  # GitHub's words


def descriptor(rule: RuleHelp) -> dict[str, Any]:
    """One rule, with the help that code hosts show beside an alert."""
    described = {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why or rule.summary},
        "help": {"text": _text(rule), "markdown": _markdown(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["medical-accuracy", rule.family], "problem.severity": PROBLEMS[rule.severity]},
    }
    return described | ({"helpUri": rule.url} if rule.url else {})


def _text(rule: RuleHelp) -> str:
    parts = [rule.summary, rule.why, *_examples("Found", rule.bad), *_examples("Left alone", rule.good)]
    return "\n".join(filter(None, parts))


def _examples(label: str, examples: tuple[str, ...]) -> list[str]:
    return [f"{label}: {example}" for example in examples]


def _markdown(rule: RuleHelp) -> str:
    parts = [f"**{escape(rule.code)} {escape(rule.name)}**", escape(rule.summary), escape(rule.why)]
    parts += [_list("Found", rule.bad), _list("Left alone", rule.good)]
    return "\n\n".join(filter(None, parts))


def _list(label: str, examples: tuple[str, ...]) -> str:
    return "\n".join([f"**{label}**\n", *(f"- {escape(example)}" for example in examples)]) if examples else ""
