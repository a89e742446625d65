"""The linter: texts, files and folders in, reports out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from medlint import __version__
from medlint.documents.model import Document, Format
from medlint.documents.reading import format_of, parse, read_document
from medlint.errors import DocumentError
from medlint.evidence.loading import load_database
from medlint.linting.checking import Checker
from medlint.linting.files import Target, discover
from medlint.linting.findings import DataVersion, FileReport, Report
from medlint.linting.rules import load_rulebook
from medlint.linting.selection import select_rules
from medlint.linting.settings import Settings

if TYPE_CHECKING:
    from medlint.language.reading import Reader
    from medlint.linting.rulebook import Rulebook


class Linter:
    """Lints any number of articles with one set of settings; rules and database are read once, when first needed.

    Every method raises `DataError` for broken rules or a broken database and `UsageError` for settings that make no
    sense. A file that cannot be read is no exception but a report with an `error`.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    def check_text(self, text: str, filename: str = "article.md") -> FileReport:
        """The report on an article in memory; the suffix of `filename` says how to read it (plain text if unknown)."""
        return self._check(parse(text, format_of(Path(filename)) or Format.TEXT, filename))

    def check_file(self, path: str | Path) -> FileReport:
        """The report on one file."""
        try:
            return self._check(read_document(Path(path)))
        except DocumentError as error:
            return FileReport(str(path), error=str(error))

    def check_paths(self, paths: Iterable[str | Path]) -> Report:
        """The report on files and folders, in the order given. A path without an article gives a file with an error."""
        data = self.data
        files = tuple(self._check_target(target) for target in discover(paths))
        return Report(files, __version__, data)

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

    def _check(self, document: Document) -> FileReport:
        return self._checker.check(self._reader.read(document))

    @cached_property
    def _rulebook(self) -> Rulebook:
        return load_rulebook(self.settings.rules)

    @cached_property
    def _checker(self) -> Checker:
        selected = select_rules(self._rulebook.rules, self.settings.select, self.settings.ignore)
        database = load_database(None, *self.settings.claims_db)
        return Checker(selected, self._rulebook.phrasing, database, self.settings.min_confidence)

    @cached_property
    def _reader(self) -> Reader:
        from medlint.language.reading import Reader  # brings in spaCy: only where an article is read

        return Reader.of(self._checker.database.vocabulary())
