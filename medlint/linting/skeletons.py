"""A first rule to write one's own from: a whole rule file with examples that pass, under a new name and code."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from medlint.atomic_write import write_whole
from medlint.errors import UsageError
from medlint.linting.rules import rules_folder

PREFIX = "HSE"  # for "house": medlint itself never uses it
_FIRST = 901
_LAST = 999
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE_THERE, _NAME_THERE = "HSE000", "skeleton-name"


def skeleton_kinds() -> tuple[str, ...]:
    """The kinds of rule of which there is a skeleton."""
    return tuple(sorted(path.stem for path in _folder().glob("*.yaml")))


def write_skeleton(name: str, kind: str, folder: Path, taken: Collection[str]) -> tuple[Path, str]:
    """Write a rule file called `name` into `folder`, which is made if need be; its place and its code.

    The code is the first of the house's own that is not in `taken`. Raises `UsageError` for a name that is none, where
    the file is there already or cannot be written, and where no code is left.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(f"'{name}' is no name for a rule: lower-case words joined by hyphens, such as no-wonder-cures")
    code = free_code(taken)
    text = (_folder() / f"{kind}.yaml").read_text(encoding="utf-8")
    path = folder / f"{name}.yaml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from None
    write_whole(path, text.replace(_CODE_THERE, code).replace(_NAME_THERE, name), new=True)
    return path, code


def free_code(taken: Collection[str]) -> str:
    """The first code of the house's own that is not taken. Raises `UsageError` where none is left."""
    codes = (f"{PREFIX}{number}" for number in range(_FIRST, _LAST + 1))
    code = next((code for code in codes if code not in taken), None)
    if code is None:
        raise UsageError(f"all codes from {PREFIX}{_FIRST} to {PREFIX}{_LAST} are taken")
    return code


def _folder() -> Path:
    return rules_folder() / "skeletons"
