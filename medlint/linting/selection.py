"""Which rules run: codes, code prefixes, names and families resolved against the rules there are."""

from __future__ import annotations

from collections.abc import Sequence

from medlint.errors import UsageError
from medlint.evidence.similar import hint
from medlint.linting.rule import Rule

MIN_PREFIX = 3  # letters of a family, as in "OVS"


def select_rules(rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The rules to run, in the order given.

    Each selector is a code, a prefix of codes from the family's letters on, a name or a family. Without `select` the
    rules that are on by default run. Raises `UsageError` for a selector that names no rule.
    """
    wanted = _named(rules, select) if select else {rule.code for rule in rules if rule.enabled}
    return tuple(rule for rule in rules if rule.code in wanted - _named(rules, ignore))


def _named(rules: Sequence[Rule], selectors: Sequence[str]) -> set[str]:
    codes: set[str] = set()
    for selector in selectors:
        found = {rule.code for rule in rules if _matches(rule, selector.strip())}
        if not found:
            raise UsageError(f"unknown rule {selector!r}{_suggestion(rules, selector)}")
        codes |= found
    return codes


def _matches(rule: Rule, selector: str) -> bool:
    prefix = len(selector) >= MIN_PREFIX and rule.code.startswith(selector.upper())
    return prefix or selector.lower() in (rule.name, rule.family)


def _suggestion(rules: Sequence[Rule], selector: str) -> str:
    known = [word for rule in rules for word in (rule.code, rule.name, rule.family)]
    like_a_code = any(character.isdigit() for character in selector)
    return hint(selector.upper() if like_a_code else selector.lower(), known) or "; see `medlint rules`"
