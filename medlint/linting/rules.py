"""Reading the rules: the shipped ones, those of installed packs, and folders that add to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from graphlib import CycleError, TopologicalSorter
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from medlint.data import Snapshot, built, data_root
from medlint.errors import DataError
from medlint.evidence.diagnosing import faults
from medlint.evidence.layers import place
from medlint.evidence.similar import hint
from medlint.linting.findings import DataVersion
from medlint.linting.kinds import kinds
from medlint.linting.packs import installed_folders
from medlint.linting.phrasing import Phrasing
from medlint.linting.rule import Rule
from medlint.linting.rulebook import Rulebook, in_file

INFO = "rules.yaml"
_LETTERS = 3  # of a code, which tell the family
_OTHER = ("cues/", "documents/", "profiles/", "skeletons/")  # what else lies in the folder of rules
M = TypeVar("M", bound=BaseModel)


class _Entry(NamedTuple):
    rule: Rule
    folder: Path
    file: str

    def at(self, *path: str | int) -> str:
        return place(self.folder, self.file, path)


class _Folder(NamedTuple):
    digest: str
    entries: tuple[_Entry, ...]
    phrasing: Phrasing | None


def rules_folder() -> Path:
    """The folder of the rules that medlint ships."""
    return data_root() / "rules"


def load_rules(folders: Iterable[Path] = ()) -> tuple[Rule, ...]:
    """The shipped rules, those of installed packs and those of `folders`, in order of code.

    Raises `DataError` ("file:line: what is wrong, and what was meant").
    """
    return load_rulebook(folders).rules


def codes_in(folder: Path) -> frozenset[str]:
    """The codes of the rules of one folder alone. Raises `DataError` as `load_rules` does."""
    return frozenset(entry.rule.code for entry in built(folder, partial(_read, folder)).entries)


def load_rulebook(folders: Iterable[Path] = ()) -> Rulebook:
    """The rules with the version and the digest of the data they come from, and the words of their messages.

    Raises `DataError` ("file:line: what is wrong, and what was meant").
    """
    home = rules_folder()
    unique: dict[Path, Path] = {}
    for folder in (home, *installed_folders(), *folders):
        unique.setdefault(folder.resolve(), folder)
    read = [built(folder, partial(_read, folder)) for folder in unique.values()]
    entries = [entry for each in read for entry in each.entries]
    _require_unique(entries)
    _require_own_codes(entries, home)
    _require_order(entries)
    phrasing = next(each.phrasing for each in read if each.phrasing)
    rules = tuple(sorted((entry.rule for entry in entries), key=lambda rule: rule.code))
    files = {entry.rule.code: (entry.folder, entry.file) for entry in entries}
    return Rulebook(rules, phrasing, DataVersion(phrasing.version, _digest([each.digest for each in read])), files)


def _read(folder: Path, taken: Snapshot) -> _Folder:
    shipped = folder == rules_folder()
    phrasing = _validated(folder, INFO, Phrasing, taken.tree.get(INFO)) if shipped else None
    return _Folder(taken.digest, tuple(_entries(folder, taken.tree)), phrasing)


def _digest(marks: Sequence[str]) -> str:
    return marks[0] if len(marks) == 1 else sha256("\n".join(marks).encode()).hexdigest()[: len(marks[0])]


def _entries(folder: Path, tree: Mapping[str, object]) -> Iterator[_Entry]:
    for name, content in tree.items():
        if name != INFO and not name.startswith(_OTHER):
            yield _Entry(_validated(folder, name, _model(folder, name, content), content), folder, name)


def _model(folder: Path, name: str, content: object) -> type[Rule]:
    if not isinstance(content, dict):
        raise DataError(f"{folder / name}:1: a rule is a mapping of keys to values")
    kind = str(content.get("kind", ""))
    if kind not in kinds():
        problem = f"no kind of rule is called '{kind}'{hint(kind, kinds())}" if kind else "'kind' is missing"
        raise DataError(f"{place(folder, name, ('kind',))}: {problem}")
    return kinds()[kind]


def _validated(folder: Path, name: str, model: type[M], content: object) -> M:
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = faults(error, model)[0]
        raise DataError(f"{place(folder, name, in_file(first.path, content))}: {first.message}") from None


def _require_unique(entries: Sequence[_Entry]) -> None:
    for field in ("code", "name"):
        seen: dict[str, _Entry] = {}
        for entry in entries:
            value = getattr(entry.rule, field)
            if value in seen:
                raise DataError(f"{entry.at(field)}: {field} '{value}' is that of {seen[value].file} already")
            seen[value] = entry


def _require_own_codes(entries: Sequence[_Entry], home: Path) -> None:
    """Raise for a code of a family that medlint ships, outside of its own folder: a later release may take it."""
    reserved = {entry.rule.code[:_LETTERS] for entry in entries if entry.folder == home}
    for entry in entries:
        if entry.folder != home and entry.rule.code[:_LETTERS] in reserved:
            raise DataError(
                f"{entry.at('code')}: codes with {entry.rule.code[:_LETTERS]} are kept for rules that medlint ships; "
                "take a code of your own, such as HSE901"
            )


def _require_order(entries: Sequence[_Entry]) -> None:
    """Raise for a rule that yields to none there is, or, round about, to itself."""
    by_code = {entry.rule.code: entry for entry in entries}
    for entry in entries:
        for index, code in enumerate(entry.rule.yields_to):
            if code not in by_code:
                raise DataError(f"{entry.at('yields_to', index)}: no rule has the code '{code}'{hint(code, by_code)}")
    try:
        TopologicalSorter({code: entry.rule.yields_to for code, entry in by_code.items()}).prepare()
    except CycleError as error:
        circle = " -> ".join(error.args[1])
        raise DataError(f"{by_code[error.args[1][0]].at('yields_to')}: rules yield in a circle: {circle}") from None
