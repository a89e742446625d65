"""The linters of a run: one for each way in which files are configured, all on the same data."""

from __future__ import annotations

from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from medlint.errors import UsageError
from medlint.linting.cached_linter import CachedLinter
from medlint.linting.configuration.configuring import Configuration, settings_of
from medlint.linting.configuration.resolving import Resolved
from medlint.linting.settings import Settings

if TYPE_CHECKING:
    from medlint.linting.linter import Linter

    AnyLinter = Linter | CachedLinter

_SELECTORS = ("select", "ignore", "extend_select", "extend_ignore", "severity", "mandatory")


class Linters:
    """The linter for any article; what the linters read of rules and database they share.

    With `remember` what was found before is not worked out again. `of` raises `UsageError` for a configuration that
    makes no sense and `DataError` for broken data.
    """

    def __init__(self, configuration: Configuration, today: date | None = None, remember: bool = False) -> None:
        self.resolved = cache(configuration.of)
        self._given = (configuration, today, remember)
        self._today = today
        self._remember = remember
        self._linters: dict[Settings, AnyLinter] = {}
        self._made: list[Linter] = []

    def __reduce__(self) -> tuple[type[Linters], tuple[Configuration, date | None, bool]]:
        """What another process makes the same linters of."""
        return Linters, self._given

    def of(self, article: Path) -> AnyLinter:
        """The linter for an article."""
        resolved = self.resolved(article)
        settings = settings_of(resolved, self._today)
        if settings not in self._linters:
            make = partial(self._make, resolved, settings)
            self._linters[settings] = CachedLinter(settings, make) if self._remember else make()
        return self._linters[settings]

    def _make(self, resolved: Resolved, settings: Settings) -> Linter:
        from medlint.linting.linter import Linter  # only where something is linted

        _require_known(resolved)
        alike = next((each for each in self._made if each.settings.claims_db == settings.claims_db), None)
        self._made.append(alike.with_settings(settings) if alike else Linter(settings))
        _require_home(resolved, self._made[-1])
        return self._made[-1]


def _require_home(resolved: Resolved, linter: Linter) -> None:
    """Raise `UsageError`, with the place that says it, for a jurisdiction that no source is from."""
    if not linter.settings.home:
        return
    try:
        linter.require_home()
    except UsageError as error:
        raise UsageError(f"{resolved['home'].origin}: {error}") from None


def _require_known(resolved: Resolved) -> None:
    """Raise `UsageError`, with the place that says it, for a selector that names no rule."""
    if not any(resolved[key].value for key in _SELECTORS):
        return  # reading the rules takes longer than a short article
    from medlint.linting.rules import load_rules
    from medlint.linting.selection import named

    rules = load_rules(resolved["rules"].value)
    for key in _SELECTORS:
        for selector in resolved[key].value:
            try:
                named(rules, [selector])
            except UsageError as error:
                raise UsageError(f"{resolved[key].origin}: {error}") from None
