"""A baseline: the findings that a site already had, kept in a file and not reported until they change.

A finding is known by its file and its fingerprint (rule, sentence without case and spacing, records), never by a line.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from functools import cached_property
from pathlib import Path

from medlint.atomic_write import write_whole
from medlint.errors import UsageError
from medlint.linting.findings import Confidence, FileReport, Finding, Suppression
from medlint.regular_files import UnreadableError, read_file

VERSION = 1
NAME = "medlint-baseline.json"
LARGEST = 50_000_000  # bytes: some two hundred thousand findings
_MISSING = "there is no such baseline; 'medlint baseline write' makes one, or restore it from version control"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A known finding. `path` is counted from the baseline's folder; `text` and what follows is for people."""

    path: str
    fingerprint: str
    code: str
    confidence: str
    text: str


@dataclass(frozen=True)
class Baseline:
    """The known findings of a site, in order of path."""

    file: Path
    entries: tuple[Entry, ...] = ()

    def apply(self, report: FileReport, mandatory: Collection[str] = ()) -> FileReport:
        """The report without what is known, which moves to `suppressed`; what is `mandatory` stays."""
        known = self._fingerprints.get(self.name_of(report.path))
        if not known:
            return report
        held = [each for each in report.findings if each.fingerprint in known and each.code not in mandatory]
        return replace(
            report,
            findings=tuple(finding for finding in report.findings if finding not in held),
            suppressed=(*report.suppressed, *(replace(finding, suppression=self._why) for finding in held)),
        )

    @property
    def _why(self) -> Suppression:
        return Suppression(f"known: in {self.file.name}")

    @cached_property
    def _fingerprints(self) -> Mapping[str, frozenset[str]]:
        """What is known of each file."""
        by_path: dict[str, set[str]] = {}
        for entry in self.entries:
            by_path.setdefault(entry.path, set()).add(entry.fingerprint)
        return {path: frozenset(known) for path, known in by_path.items()}

    def stale(self, reports: Iterable[FileReport], running: Collection[str], least: Confidence) -> tuple[Entry, ...]:
        """Entries on the files of `reports` (as `apply` leaves them) that match no finding any more.

        A finding that a note keeps back needs no entry: it comes back when the note's time is over.
        Entries of rules that are not `running`, or less sure than `least`, are not judged. An entry on a file that is
        gone is stale.
        """
        found = {self.name_of(report.path): self._needed(report) for report in reports if report.error is None}
        shown = tuple(Confidence)[: tuple(Confidence).index(least) + 1]
        unchecked = self._there_besides(found)
        return tuple(
            entry
            for entry in self.entries
            if entry.path not in unchecked
            and entry.fingerprint not in found.get(entry.path, ())
            and (entry.path not in found or (entry.code in running and entry.confidence in shown))
        )

    def _needed(self, report: FileReport) -> set[str]:
        known = (finding for finding in report.suppressed if finding.suppression == self._why)
        return {finding.fingerprint for finding in (*report.findings, *known)}

    def without(self, gone: Collection[Entry]) -> Baseline:
        """The baseline without some of its entries."""
        out = set(gone)
        return replace(self, entries=tuple(entry for entry in self.entries if entry not in out))

    def joined(self, other: Baseline, paths: Collection[str]) -> Baseline:
        """This baseline with what `other` holds on `paths` in place of its own, and nothing on files that are gone."""
        renewed = {self.name_of(path) for path in paths}
        there = self._there_besides(renewed)
        kept = (entry for entry in self.entries if entry.path in there)
        return replace(self, entries=tuple(sorted((*kept, *other.entries))))

    def _there_besides(self, paths: Collection[str]) -> set[str]:
        """The files with entries that are still there, but for these."""
        others = {entry.path for entry in self.entries}.difference(paths)
        return {path for path in others if os.path.exists(self.file.parent / path)}  # noqa: PTH110 - of any name

    def name_of(self, path: str) -> str:
        """How a file is called in the baseline: by its path from the baseline's folder, with `/`."""
        return _relative(Path(path), self.file.parent)

    def write(self) -> None:
        """Write the file, whole or not at all. Raises `UsageError` where it cannot be written, and for a link."""
        head = f'{{"version": {VERSION},\n "entries": ['
        lines = ",".join(f"\n  {json.dumps(asdict(entry), ensure_ascii=False)}" for entry in sorted(self.entries))
        text = f"{head}{lines}\n ]}}\n"
        write_whole(self.file, text.encode(errors="backslashreplace").decode())  # names of files need not be text


def baseline_of(file: Path, reports: Iterable[FileReport], mandatory: Mapping[str, Collection[str]]) -> Baseline:
    """A baseline of all findings of `reports`, but for the codes that are `mandatory` for a path."""
    empty = Baseline(file)
    entries = {
        Entry(empty.name_of(report.path), finding.fingerprint, finding.code, finding.confidence.value, _short(finding))
        for report in reports
        for finding in report.findings
        if finding.code not in mandatory.get(report.path, ())
    }
    return Baseline(file, tuple(sorted(entries)))


def read_baseline(file: Path) -> Baseline:
    """The baseline in a file. Raises `UsageError` for one that is missing or broken."""
    try:
        content = json.loads(read_file(file, LARGEST).decode("utf-8-sig"))
    except UnreadableError as error:
        raise UsageError(f"{file}: {_MISSING if error.missing else error}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{file}: broken baseline: this is not UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise UsageError(f"{file}: broken baseline: {error}") from None
    except (ValueError, RecursionError) as error:  # Python converts no longer numbers
        problem = "nested too deep" if isinstance(error, RecursionError) else "a number with too many digits"
        raise UsageError(f"{file}: broken baseline: {problem}") from None
    if not isinstance(content, dict) or content.get("version") != VERSION:
        raise UsageError(f"{file}: this is no baseline of version {VERSION}; 'medlint baseline write' makes one")
    entries = content.get("entries")
    if not isinstance(entries, list):
        raise UsageError(f"{file}: broken baseline: 'entries' must be a list")
    return Baseline(file, tuple(_entry(file, number, each) for number, each in enumerate(entries, 1)))


def _entry(file: Path, number: int, content: object) -> Entry:
    """An entry from what stands in the file, where it is number `number`."""
    names = {each.name for each in fields(Entry)}
    if not isinstance(content, dict) or content.keys() != names:
        raise UsageError(f"{file}: broken baseline: entry {number} is no mapping of {', '.join(sorted(names))}")
    if not all(isinstance(value, str) for value in content.values()):
        raise UsageError(f"{file}: broken baseline: entry {number} has a value that is no text")
    return Entry(**content)


def _short(finding: Finding) -> str:
    return " ".join(finding.text.split())[:80]


def _relative(path: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
    except ValueError:  # another drive of Windows
        return path.resolve().as_posix()
