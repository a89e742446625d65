"""A run over many files, each linted as is configured for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from medlint.errors import UsageError
from medlint.linting.baseline import Baseline, Entry, read_baseline
from medlint.linting.changes import Revision, only_new
from medlint.linting.configuration.configuring import Configuration, settings_of
from medlint.linting.configuration.resolving import Resolved
from medlint.linting.files import discover
from medlint.linting.findings import FileReport, Report
from medlint.linting.ignoring import GitIgnored
from medlint.linting.linter import Linter
from medlint.linting.rules import load_rules
from medlint.linting.selection import named
from medlint.linting.settings import Settings

_SELECTORS = ("select", "ignore", "extend_select", "extend_ignore", "severity", "mandatory")


class Run:
    """Lints files as `configuration` says; rules, database and language pipeline are shared by all of them.

    With `since` only what is new since that git revision is reported; without `use_baseline` what the baseline holds is
    reported too. `stale` are the entries of the baseline that match nothing any more, known after `check_paths`.

    Every method raises `UsageError` for a configuration that makes no sense and `DataError` for broken data.
    """

    def __init__(
        self,
        configuration: Configuration,
        today: date | None = None,
        since: str | None = None,
        use_baseline: bool = True,
    ) -> None:
        self._today = today
        self._ignored = GitIgnored()
        self._linters: dict[Settings, Linter] = {}
        self._of = cache(configuration.of)
        self._since = Revision(since) if since else None
        self.resolved = configuration.run()
        file = self.resolved["baseline"].value
        self._baseline = read_baseline(file) if file and use_baseline else None
        self.stale: tuple[Entry, ...] = ()

    def check_paths(self, paths: Iterable[str | Path]) -> Report:
        """The report on files and folders, in the order given.

        What is excluded is left out, also where it is named; what git ignores or `include` does not cover only where
        it is found in a folder.
        """
        base = self.linter(Path.cwd() / "article.md")
        data = base.data
        targets = discover(paths, self._unwanted)
        files = tuple(
            FileReport(str(target.path), error=target.error) if target.error else self._check(target.path)
            for target in targets
            if target.error or not self._is_excluded(target.path)
        )
        if self._baseline:
            self.stale = self.stale_entries(self._baseline, files)
        return replace(base.check_paths(()), files=files, data=data)

    def check_text(self, text: str, filename: str) -> FileReport:
        """The report on an article in memory, linted as if it were the file of that name."""
        return self._reported(self.linter(Path(filename)).check_text(text, filename))

    def mandatory(self, article: Path) -> frozenset[str]:
        """The codes that nothing keeps back in an article."""
        return self.linter(article).mandatory

    def linter(self, article: Path) -> Linter:
        """The linter for an article."""
        resolved = self._of(article)
        settings = settings_of(resolved, self._today)
        if settings not in self._linters:
            _require_known(resolved)
            alike = [each for each in self._linters.values() if each.settings.claims_db == settings.claims_db]
            self._linters[settings] = alike[0].with_settings(settings) if alike else Linter(settings)
        return self._linters[settings]

    def _check(self, path: Path) -> FileReport:
        return self._reported(self.linter(path).check_file(path))

    def _reported(self, report: FileReport) -> FileReport:
        path = Path(report.path)
        if self._baseline:
            report = self._baseline.apply(report, self.mandatory(path))
        return only_new(report, self._since, self.linter(path).sentences) if self._since else report

    def stale_entries(self, baseline: Baseline, files: Iterable[FileReport]) -> tuple[Entry, ...]:
        """The entries of a baseline on these files, as it leaves them, that match nothing any more."""
        by_linter: dict[Linter, list[FileReport]] = {}
        for file in files:
            by_linter.setdefault(self.linter(Path(file.path)), []).append(file)
        found = [
            baseline.stale(reports, linter.codes, linter.settings.min_confidence)
            for linter, reports in by_linter.items()
        ]
        return tuple(sorted({entry for entries in found for entry in entries}))

    def _unwanted(self, path: Path, folder: bool) -> bool:
        if self.resolved["gitignore"].value and self._ignored(path.absolute(), folder):
            return True
        return not folder and (self._is_excluded(path) or not self._is_included(path))

    def _is_excluded(self, path: Path) -> bool:
        return any(glob.matches(path.absolute()) for glob in self._of(path)["exclude"].value)

    def _is_included(self, path: Path) -> bool:
        globs = self._of(path)["include"].value
        return not globs or any(glob.matches(path.absolute()) for glob in globs)


def _require_known(resolved: Resolved) -> None:
    """Raise `UsageError`, with the place that says it, for a selector that names no rule."""
    if not any(resolved[key].value for key in _SELECTORS):
        return  # reading the rules takes longer than a short article
    rules = load_rules(resolved["rules"].value)
    for key in _SELECTORS:
        for selector in resolved[key].value:
            try:
                named(rules, [selector])
            except UsageError as error:
                raise UsageError(f"{resolved[key].origin}: {error}") from None
