"""A run over many files, each linted as is configured for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from medlint._version import __version__
from medlint.caching import prune
from medlint.linting.arriving import Arriving
from medlint.linting.cached_linter import LARGEST
from medlint.linting.configuration.configuring import Configuration
from medlint.linting.files import Target, discover
from medlint.linting.findings import FileReport, Report
from medlint.linting.ignoring import GitIgnored
from medlint.linting.linters import Linters
from medlint.linting.spreading import lint_each

if TYPE_CHECKING:
    from medlint.linting.baseline import Baseline, Entry
    from medlint.linting.changes import Base
    from medlint.linting.linters import AnyLinter

Watch = Callable[[Iterator[FileReport], int], Iterator[FileReport]]  # reports pass through; how many there will be


def unwatched(reports: Iterator[FileReport], _total: int) -> Iterator[FileReport]:
    """The reports as they come."""
    return reports


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run goes about its work; none of it changes what is found.

    `jobs` processes lint, or with None as many as pay; with `remember` what was found before is not worked out again.
    """

    jobs: int | None = 1
    remember: bool = False


class Run:
    """Lints files as `configuration` says; rules, database and language pipeline are shared by all of them.

    With `since` only what is new since that git revision is reported; without `use_baseline` what the baseline holds is
    reported too.

    Every method raises `UsageError` for a configuration that makes no sense and `DataError` for broken data.
    """

    def __init__(
        self,
        configuration: Configuration,
        today: date | None = None,
        since: str | None = None,
        use_baseline: bool = True,
        manner: Manner | None = None,
    ) -> None:
        self._manner = manner or Manner()
        self._linters = Linters(configuration, today, self._manner.remember)
        self._ignored = GitIgnored()
        self._since = _base(since) if since else None
        self.resolved = configuration.run()
        self._baseline = self._read_baseline() if use_baseline else None
        self._left_out: list[Path] = []  # of the files that are named
        self._links_out: list[Target] = []

    def check_paths(self, paths: Iterable[str | Path], watch: Watch = unwatched) -> Report:
        """The report on files and folders, in the order given; each file is linted when the report is read up to it.

        What is excluded is left out, also where it is named; what git ignores or `include` does not cover only where
        it is found in a folder.
        """
        targets = discover(paths, self._unwanted)
        self._links_out = [target for target in targets if target.left_out]
        found = [target for target in targets if not target.left_out]
        self._left_out = [each.path for each in found if not each.error and self._is_excluded(each.path)]
        excluded = set(self._left_out)
        wanted = [target for target in found if target.path not in excluded]
        articles = (target.path for target in wanted if not target.error)
        data = self.linter(next(articles, Path.cwd() / "article.md")).data  # broken data is told before any article
        return Report(Arriving(watch(self._reports(wanted), len(wanted))), __version__, data)

    def check_text(self, text: str, filename: str) -> FileReport:
        """The report on an article in memory, linted as if it were the file of that name."""
        return self._reported(self.linter(Path(filename)).check_text(text, filename))

    def mandatory(self, article: Path) -> frozenset[str]:
        """The codes that nothing keeps back in an article."""
        return self.linter(article).mandatory

    def linter(self, article: Path) -> AnyLinter:
        """The linter for an article."""
        return self._linters.of(article)

    def passed_over(self) -> Iterator[str]:
        """What `check_paths` did not read and nobody asked it to leave out: one line each on links and `.gitignore`."""
        if self._links_out:
            first, *others = self._links_out
            yield f"{first.path}{_and_more(others)} {first.left_out}"
        yield from self._ignored.unread

    def left_out(self) -> str | None:
        """Which of the files named in `check_paths` are excluded, by what, and what to do, in one line; else None."""
        if not self._left_out:
            return None
        first, *others = self._left_out
        exclude = self._linters.resolved(first)["exclude"]
        pattern = next(glob.pattern for glob in exclude.value if glob.matches(first.absolute()))
        hint = "" if exclude.origin == "--exclude" else "; '--isolated' lints it all the same, without configuration"
        return f'{first}{_and_more(others)} is excluded by exclude = ["{pattern}"] of {exclude.origin}{hint}'

    def stale(self, files: Iterable[FileReport]) -> tuple[Entry, ...]:
        """The entries of the baseline in use that match nothing any more in these reports of the run."""
        return self.stale_entries(self._baseline, files) if self._baseline else ()

    def stale_entries(self, baseline: Baseline, files: Iterable[FileReport]) -> tuple[Entry, ...]:
        """The entries of a baseline on these files, as it leaves them, that match nothing any more."""
        by_linter: dict[AnyLinter, list[FileReport]] = {}
        for file in files:
            by_linter.setdefault(self.linter(Path(file.path)), []).append(file)
        found = [
            baseline.stale(reports, linter.codes, linter.settings.min_confidence)
            for linter, reports in by_linter.items()
        ]
        return tuple(sorted({entry for entries in found for entry in entries}))

    def _reports(self, targets: Sequence[Target]) -> Iterator[FileReport]:
        linted = lint_each((t.path for t in targets if not t.error), self._linters, self._manner.jobs)
        worked = False
        for target in targets:
            if target.error:
                yield FileReport(str(target.path), error=target.error)
                continue
            report = next(linted)
            worked = worked or report.timing is not None
            yield _lean(self._reported(report))
        if worked and self._manner.remember:
            prune("findings", LARGEST)

    def _reported(self, report: FileReport) -> FileReport:
        path = Path(report.path)
        if self._baseline:
            report = self._baseline.apply(report, self.mandatory(path))
        if not self._since:
            return report
        return self._since.only_new(report, self.linter(path).check_text, self.mandatory(path))

    def _read_baseline(self) -> Baseline | None:
        file = self.resolved["baseline"].value
        if not file:
            return None
        from medlint.linting.baseline import read_baseline  # only where there is one

        return read_baseline(file)

    def _unwanted(self, path: Path, folder: bool) -> bool:
        if self.resolved["gitignore"].value and self._ignored(path.absolute(), folder):
            return True
        return not folder and (self._is_excluded(path) or not self._is_included(path))

    def _is_excluded(self, path: Path) -> bool:
        return any(glob.matches(path.absolute()) for glob in self._linters.resolved(path)["exclude"].value)

    def _is_included(self, path: Path) -> bool:
        globs = self._linters.resolved(path)["include"].value
        return not globs or any(glob.matches(path.absolute()) for glob in globs)


def _base(revision: str) -> Base:
    from medlint.linting.changes import Base  # only where it is asked for

    return Base(revision)


def _and_more(others: Sequence[object]) -> str:
    return f" (and {len(others)} more)" if others else ""


def _lean(report: FileReport) -> FileReport:
    """The report without its source where nobody will quote it: a run keeps what it found, not what it read."""
    return report if report.findings or report.suppressed else replace(report, source="")
