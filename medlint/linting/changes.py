"""What is new since a git revision: findings that the revision does not have, wherever in it their sentences stood."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from medlint.documents.decoding import LARGEST, content_of, decode, format_of
from medlint.errors import DocumentError, UsageError
from medlint.git.revision import Revision
from medlint.linting.findings import FileReport, Finding

_MOST_CHANGED = 20_000_000  # characters of changed articles that are searched for sentences that have moved

Lint = Callable[[str, str], FileReport]  # a text and the name of its file in, the report on it out
Key = tuple[str, str]  # the code of a finding and its sentence


class Base:
    """The revision that a run is compared with. Raises `UsageError`, in every method, as `Revision` does."""

    def __init__(self, name: str) -> None:
        with _about_option():
            self._revision = Revision(name, Path.cwd())

    def only_new(self, report: FileReport, lint: Lint, mandatory: frozenset[str]) -> FileReport:
        """Return the report without the findings that the revision has already; `mandatory` codes always stay.

        A finding is known if the revision gives one of the same rule on the same sentence: in the same file, or in one
        that has been moved, deleted or changed since. One that only a note suppressed there is not known.
        """
        with _about_option():
            open_ones = [each for each in report.findings if each.code not in mandatory]
            known: set[Key] = set()
            for path, text in self._texts(report, open_ones):
                before = report if (path, text) == (report.path, report.source) else lint(text, path)
                known |= {_key(each, text) for each in before.findings}
        kept = (each for each in report.findings if each.code in mandatory or _key(each, report.source) not in known)
        return replace(report, findings=tuple(kept))

    def _texts(self, report: FileReport, findings: list[Finding]) -> Iterator[tuple[str, str]]:
        """Yield the paths and texts of the revision in which the sentences of these findings may stand."""
        sentences = {_sentence(each, report.source) for each in findings}
        own = self._own_text(report.path) if sentences else None
        if own is not None:
            yield report.path, own
            sentences -= {sentence for sentence in sentences if sentence in folded(own)}
        for path, text, as_compared in self._changed if sentences else ():
            if any(sentence in as_compared for sentence in sentences):
                yield path, text

    def _own_text(self, file: str) -> str | None:
        path = self._revision.path_of(Path(file))
        content = self._revision.content(path, LARGEST) if path is not None else None
        return None if content is None else _decoded(content, file)

    @cached_property
    def _changed(self) -> tuple[tuple[str, str, str], ...]:
        """The articles of the revision that are no longer as they were: path, text, and text as it is compared."""
        found, size = [], 0
        for path, text in self._find_changed():
            size += len(text)
            if size > _MOST_CHANGED:
                break
            found.append((path, text, folded(text)))
        return tuple(found)

    def _find_changed(self) -> Iterator[tuple[str, str]]:
        seen: set[str] = set()
        for path, oid in self._revision.files():
            if format_of(Path(path)) is None or oid in seen or _is_still(self._revision.top / path, oid):
                continue
            seen.add(oid)
            content = self._revision.blob(oid, LARGEST)
            if content is not None and (text := _decoded(content, path)) is not None:
                yield path, text


def folded(text: str) -> str:
    """Return a text as sentences are compared: without line breaks and repeated spaces."""
    return " ".join(text.split())


def _key(finding: Finding, source: str) -> Key:
    return finding.code, _sentence(finding, source)


def _sentence(finding: Finding, source: str) -> str:
    return folded(source[slice(*finding.sentence)])


def _decoded(content: bytes, path: str) -> str | None:
    try:
        return decode(content, path)
    except DocumentError:
        return None


def _is_still(file: Path, oid: str) -> bool:
    """Whether a file of today has the content of that object."""
    try:
        content = content_of(file)
    except DocumentError:
        return False
    algorithm = hashlib.sha1 if len(oid) == 40 else hashlib.sha256
    return algorithm(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest() == oid


@contextmanager
def _about_option() -> Iterator[None]:
    """Name the option in errors: the user did not ask for git by any other word."""
    try:
        yield
    except UsageError as error:
        raise UsageError(f"--diff-base: {error}") from None
