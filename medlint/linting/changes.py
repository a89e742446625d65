"""What is new since a git revision: sentences by their words, so that moving or wrapping one changes nothing."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from medlint.documents.decoding import decode
from medlint.errors import DocumentError, UsageError
from medlint.linting.findings import FileReport

Sentences = Callable[[str, str], frozenset[str]]  # of a text and the name of its file

_LONGEST = 30  # seconds that git may take


class Revision:
    """A state of the repository around the working folder. Raises `UsageError` if git knows no such revision."""

    def __init__(self, name: str) -> None:
        self._name = name
        done = _git(Path.cwd(), "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if done.returncode:
            inside = _git(Path.cwd(), "rev-parse", "--git-dir").returncode == 0
            problem = "is no revision that git knows" if inside else "cannot be looked up: this is no git repository"
            raise UsageError(f"--diff-base: '{name}' {problem}")
        self._commit = done.stdout.decode().strip()

    def text(self, path: Path) -> str | None:
        """A file as it was, or None where it was not there, or no text."""
        done = _git(path.absolute().parent, "show", f"{self._commit}:./{path.name}")
        if done.returncode:
            return None
        try:
            return decode(done.stdout, path)
        except DocumentError:
            return None


def only_new(report: FileReport, revision: Revision, sentences: Sentences) -> FileReport:
    """The report with the findings in sentences that the revision does not have. `sentences` parts a text into them."""
    before = revision.text(Path(report.path)) if report.findings else None
    if before is None:
        return report
    known = sentences(before, report.path)
    fresh = (each for each in report.findings if folded(report.source[slice(*each.sentence)]) not in known)
    return replace(report, findings=tuple(fresh))


def folded(text: str) -> str:
    """A sentence as it is compared: without line breaks and repeated spaces."""
    return " ".join(text.split())


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False, timeout=_LONGEST)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UsageError(f"--diff-base: git cannot be run: {error}") from None
