"""Lint health articles against dated, graded evidence. The names below are the public API.

Nothing heavy is imported here: each name loads what it needs when it is first used.
"""

from __future__ import annotations

import importlib
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from medlint._version import __version__
    from medlint.linting.findings import FileReport, Finding, Report
    from medlint.linting.linter import Linter
    from medlint.linting.settings import Settings

__all__ = ["FileReport", "Finding", "Linter", "Report", "Settings", "__version__", "lint_file", "lint_text"]

_HOMES = {
    "FileReport": "medlint.linting.findings",
    "Finding": "medlint.linting.findings",
    "Linter": "medlint.linting.linter",
    "Report": "medlint.linting.findings",
    "Settings": "medlint.linting.settings",
    "__version__": "medlint._version",
}


def lint_text(text: str, filename: str = "article.md", settings: Settings | None = None) -> FileReport:
    """Lint one article that is already in memory.

    The suffix of `filename` says how to read the text. A `Linter` is kept for each `settings` (default: all rules, at
    medium confidence or more), so that only the first call pays for loading.

    Raises `medlint.errors.MedlintError` where the data or the settings are broken.
    """
    return _linter(settings).check_text(text, filename)


def lint_file(path: str | Path, settings: Settings | None = None) -> FileReport:
    """Lint one file. A file that cannot be read gives a report whose `error` says why.

    Raises `medlint.errors.MedlintError` where the data or the settings are broken.
    """
    return _linter(settings).check_paths([path]).files[0]


@lru_cache(maxsize=8)
def _linter(settings: Settings | None) -> Linter:
    linting = importlib.import_module("medlint.linting.linter")
    if settings is None:
        settings = importlib.import_module("medlint.linting.settings").Settings()
    linter: Linter = linting.Linter(settings)
    return linter


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
