"""Which rules run, and how severe they are: codes, prefixes, names and families, for the rules that there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from medlint.errors import UsageError
from medlint.evidence.similar import hint
from medlint.linting.findings import Severity
from medlint.linting.kinds.page import PageRule
from medlint.linting.rule import Rule
from medlint.linting.settings import Settings

MIN_PREFIX = 3  # letters of a family, as in "OVS"
_AS_DIGITS = str.maketrans("OIL", "011")  # what looks like a digit in a code
_AS_LETTERS = str.maketrans("01", "OI")


def select_rules(rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The rules to run, in the order given.

    Each selector is a code, a prefix of codes from the family's letters on, a name or a family. Without `select` the
    rules that are on by default run. Raises `UsageError` for a selector that names no rule.
    """
    wanted = named(rules, select) if select else {rule.code for rule in rules if rule.enabled}
    return tuple(rule for rule in rules if rule.code in wanted - named(rules, ignore))


def chosen_rules(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    """The rules that run by `settings`, in the order given, with the severities that they are to have.

    The severity of a mandatory rule may be raised, and is not lowered below the rule's own.

    Raises `UsageError` for a selector that names no rule.
    """
    selected = select_rules(rules, settings.select, (*settings.ignore, *settings.extend_ignore))
    added = named(rules, settings.extend_select) - named(rules, (*settings.ignore, *settings.extend_ignore))
    mandatory = named(rules, settings.mandatory)
    running = {rule.code for rule in selected} | added | mandatory
    wanted = _severities(rules, settings.severity)
    lowered = {rule.code for rule in rules if _is_lower(wanted.get(rule.code, rule.severity), rule.severity)}
    severities = {code: severity for code, severity in wanted.items() if code not in mandatory & lowered}
    return tuple(_adjusted(rule, severities, settings.review_months) for rule in rules if rule.code in running)


def _severities(rules: Sequence[Rule], severity: Sequence[tuple[str, Severity]]) -> dict[str, Severity]:
    """The severity of each rule that has another one than its own; a selector that names fewer rules counts more."""
    each = [(named(rules, [selector]), wanted) for selector, wanted in severity]
    widest_first = sorted(each, key=lambda pair: -len(pair[0]))
    return {code: wanted for codes, wanted in widest_first for code in codes}


def _is_lower(one: Severity, other: Severity) -> bool:
    gravest_first = tuple(Severity)
    return gravest_first.index(one) > gravest_first.index(other)


def _adjusted(rule: Rule, severities: Mapping[str, Severity], review_months: int | None) -> Rule:
    if rule.code in severities:
        rule = rule.model_copy(update={"severity": severities[rule.code]})
    return rule.overdue_after(review_months) if review_months is not None and isinstance(rule, PageRule) else rule


def named(rules: Sequence[Rule], selectors: Sequence[str]) -> set[str]:
    """The codes of the rules that any of the selectors names.

    Raises `UsageError` for a selector that names no rule.
    """
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
    read = selector[:MIN_PREFIX].upper().translate(_AS_LETTERS) + selector[MIN_PREFIX:].upper().translate(_AS_DIGITS)
    if any(rule.code == read for rule in rules):
        return hint(read, [read])
    known = [word for rule in rules for word in (rule.code, rule.name, rule.family)]
    like_a_code = any(character.isdigit() for character in selector)
    return hint(selector.upper() if like_a_code else selector.lower(), known) or "; see `medlint rules`"
