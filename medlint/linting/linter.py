"""The linter: texts, files and folders in, reports out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from medlint._version import __version__
from medlint.documents.decoding import content_of, decode, format_of
from medlint.documents.limits import UNLIMITED, Limits
from medlint.documents.position import Format
from medlint.documents.reading import parse
from medlint.errors import DocumentError
from medlint.evidence.loading import load_database
from medlint.linting.checking import Checker
from medlint.linting.faults import fault_of_file, trace_of
from medlint.linting.files import Target, discover
from medlint.linting.findings import DataVersion, FileReport, Report, Timing
from medlint.linting.limits import limits_of
from medlint.linting.referring import require_known
from medlint.linting.rules import load_rulebook
from medlint.linting.selection import chosen_rules, named
from medlint.linting.settings import Settings

if TYPE_CHECKING:
    from medlint.documents.model import Document
    from medlint.evidence.database import Database
    from medlint.language.reading import Reader
    from medlint.linting.judged import JudgedArticle
    from medlint.linting.rulebook import Rulebook


class Linter:
    """Lints any number of articles with one set of settings; rules and database are read once, when first needed.

    Every method raises `DataError` for broken rules or a broken database and `UsageError` for settings that make no
    sense. A file that cannot be read is no exception but a report with an `error`.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    def with_settings(self, settings: Settings) -> Linter:
        """A linter with other settings that shares what this one reads of the rules and the database."""
        other = Linter(settings)
        shared = ["_rulebook"] if settings.rules == self.settings.rules else []
        shared += ["_database", "_reader"] if settings.claims_db == self.settings.claims_db else []
        vars(other).update({name: getattr(self, name) for name in shared})  # where cached properties keep their values
        return other

    def check_text(self, text: str, filename: str = "article.md") -> FileReport:
        """The report on an article in memory; the suffix of `filename` says how to read it (plain text if unknown).

        What is beyond a limit of the settings, and a fault of medlint itself, is an `error` of this article.
        """
        checker, reader, limits = self._checker, self._reader, limits_of(self.settings, filename)
        started = perf_counter()
        try:
            report = checker.check(reader.read(_parsed(text, filename, limits), limits), limits)
        except DocumentError as error:
            return FileReport(filename, error=str(error))
        except Exception as error:
            return FileReport(filename, error=fault_of_file(filename, error), trace=trace_of(error))
        rules = report.timing.rules if report.timing else {}
        return replace(report, timing=Timing(perf_counter() - started, rules))

    def judged(self, text: str, filename: str = "article.md") -> JudgedArticle:
        """An article in memory as the rules see it: read, and its claims judged."""
        document = _parsed(text, filename)
        return self._checker.judged(self._reader.read(document))

    def check_file(self, path: str | Path) -> FileReport:
        """The report on one file."""
        try:
            most = self.settings.max_file_size
            return self.check_text(decode(content_of(Path(path), most), path, most), str(path))
        except DocumentError as error:
            return FileReport(str(path), error=str(error))
        except MemoryError as error:
            return FileReport(str(path), error=fault_of_file(str(path), error))

    def check_paths(self, paths: Iterable[str | Path]) -> Report:
        """The report on files and folders, in the order given. A path without an article gives a file with an error."""
        data = self.data
        files = tuple(self._check_target(target) for target in discover(paths) if not target.left_out)
        return Report(files, __version__, data)

    def require_home(self) -> None:
        """Raise `UsageError` for a jurisdiction of the settings that no source of the database is from."""
        self._database.at_home(self.settings.home)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the rules that run."""
        return frozenset(rule.code for rule in self._checker.rules)

    @property
    def mandatory(self) -> frozenset[str]:
        """The codes of the rules that nothing may keep back."""
        return self._checker.mandatory

    @cached_property
    def data(self) -> dict[str, DataVersion]:
        """The versions and digests of the data, by "claims_db" and "rules"."""
        database = self._checker.database
        return {
            "claims_db": DataVersion(database.info.version, database.digest),
            "rules": self._rulebook.data,
        }

    def _check_target(self, target: Target) -> FileReport:
        if target.error is not None:
            return FileReport(str(target.path), error=target.error)
        return self.check_file(target.path)

    @cached_property
    def _rulebook(self) -> Rulebook:
        return load_rulebook(self.settings.rules)

    @cached_property
    def _checker(self) -> Checker:
        settings = self.settings
        require_known(self._rulebook, self._database)
        selected = chosen_rules(self._rulebook.rules, settings)
        return Checker(
            selected,
            self._rulebook.phrasing,
            self._database.at_home(settings.home),
            settings.min_confidence,
            settings.today,
            self._rulebook.rules,
            frozenset(named(self._rulebook.rules, settings.mandatory)),
        )

    @cached_property
    def _database(self) -> Database:
        return load_database(None, *self.settings.claims_db)

    @cached_property
    def _reader(self) -> Reader:
        from medlint.language.reading import Reader  # brings in spaCy: only where an article is read

        return Reader.of(self._database.vocabulary())


def _parsed(text: str, filename: str, limits: Limits = UNLIMITED) -> Document:
    """The document of a text; what its file is called says how to read it."""
    return parse(text, format_of(Path(filename)) or Format.TEXT, filename, limits)
