"""A linter that remembers: what is linted again as it was, by the same rules and data, is not read a second time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from medlint.caching import keep, prune, recall, recall_json
from medlint.data import data_root, digest
from medlint.documents.decoding import content_of, decode, format_of
from medlint.errors import DocumentError
from medlint.linting.faults import fault_of_file
from medlint.linting.findings import DataVersion, FileReport
from medlint.linting.packs import installed_folders
from medlint.linting.report_json import from_json, to_json
from medlint.linting.settings import Settings
from medlint.shapes import has_shape
from medlint.versions import code_mark

if TYPE_CHECKING:
    from medlint.linting.linter import Linter

LARGEST = 256_000_000  # bytes of findings that are kept: some hundred thousand pages
_VERSION = {"version": str, "digest": str}
_RUN = {"data": {"claims_db": _VERSION, "rules": _VERSION}, "codes": [str], "mandatory": [str]}  # what is kept of a run
_RUNS = 1_000_000  # bytes of what is kept of runs


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a linter without making it: its data, the rules that run, those that nothing keeps back."""

    data: dict[str, DataVersion]
    codes: frozenset[str]
    mandatory: frozenset[str]


class CachedLinter:
    """Lints files like the `Linter` that `make` yields, which is only made where something is new.

    A file is known by its bytes and its format; what is remembered holds for the same settings, day, rules, database,
    code and libraries. Errors are never remembered. Every method raises what those of `Linter` raise.
    """

    def __init__(self, settings: Settings, make: Callable[[], Linter]) -> None:
        self.settings = settings
        self._make = make

    def check_file(self, path: str | Path) -> FileReport:
        """The report on one file."""
        try:
            raw, text = self._read(Path(path))
            name = self._name(raw, Path(path))
            return _recalled(name, str(path), text) or self._lint(name, str(path), text)
        except DocumentError as error:
            return FileReport(str(path), error=str(error))
        except MemoryError as error:
            return FileReport(str(path), error=fault_of_file(str(path), error))

    def check_text(self, text: str, filename: str) -> FileReport:
        """The report on an article in memory; nothing of it is kept."""
        return self.linter.check_text(text, filename)

    @property
    def data(self) -> dict[str, DataVersion]:
        """The versions and digests of the data, by "claims_db" and "rules"."""
        return self._known.data

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the rules that run."""
        return self._known.codes

    @property
    def mandatory(self) -> frozenset[str]:
        """The codes of the rules that nothing may keep back."""
        return self._known.mandatory

    @cached_property
    def linter(self) -> Linter:
        """The linter itself."""
        return self._make()

    def _read(self, path: Path) -> tuple[bytes, str]:
        most = self.settings.max_file_size
        raw = content_of(path, most)
        return raw, decode(raw, path, most)

    def _lint(self, name: str, path: str, text: str) -> FileReport:
        report = self.linter.check_text(text, path)
        if report.error is None:
            keep(name, to_json(report))
        return report

    def _name(self, raw: bytes, path: Path) -> str:
        total = blake2b(self._mark, digest_size=16)
        total.update(f"{format_of(path)}\0".encode())
        total.update(raw)
        key = total.hexdigest()
        return f"findings/{key[:2]}-{key[2:]}.json"

    @cached_property
    def _mark(self) -> bytes:
        """What changes with anything but the file that a finding may depend on."""
        day = self.settings.today or date.today()
        parts = (code_mark(), repr(replace(self.settings, today=day)), *_digests(self.settings))
        return "\0".join(parts).encode(errors="surrogateescape")

    @cached_property
    def _known(self) -> _Known:
        name = f"run-{blake2b(self._mark, digest_size=16).hexdigest()}.json"
        kept = recall_json(name)
        if has_shape(kept, _RUN):
            data = {which: DataVersion(**version) for which, version in kept["data"].items()}
            return _Known(data, frozenset(kept["codes"]), frozenset(kept["mandatory"]))
        linter = self.linter
        known = {which: asdict(version) for which, version in linter.data.items()}
        keep(name, json.dumps({"data": known, "codes": sorted(linter.codes), "mandatory": sorted(linter.mandatory)}))
        prune("run", _RUNS)
        return _Known(linter.data, linter.codes, linter.mandatory)


def _recalled(name: str, path: str, text: str) -> FileReport | None:
    try:
        return from_json(kept, path, text) if (kept := recall(name)) else None
    except (ValueError, RecursionError):  # whoever wrote that, it was not this code
        return None


def _digests(settings: Settings) -> Iterator[str]:
    """The digests of all data that is read: what is shipped, the publisher's own, and what installed packs bring."""
    for folder in (data_root() / "claims_db", *settings.claims_db, data_root() / "rules", *installed_folders()):
        yield digest(folder)
    yield from map(digest, settings.rules)
