"""The rules of a run with what their messages need and the version they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from medlint.data import snapshot
from medlint.evidence.layers import place
from medlint.linting.findings import DataVersion
from medlint.linting.phrasing import Phrasing
from medlint.linting.rule import Rule


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Rules in order of code. The digest of `data` covers every file of the folders of rules, cues included.

    `files` are the folder and the name of each rule's file, by its code.
    """

    rules: tuple[Rule, ...]
    phrasing: Phrasing
    data: DataVersion
    files: Mapping[str, tuple[Path, str]]

    def place(self, rule: Rule, path: tuple[str | int, ...]) -> str:
        """Where a value of a rule stands ("file:line"), by its path; parses the file again, so for errors only."""
        folder, file = self.files[rule.code]
        return place(folder, file, in_file(path, snapshot(folder).tree[file]))


def in_file(path: tuple[str | int, ...], content: object) -> tuple[str | int, ...]:
    """The path as the file has it: a single set of conditions is read as a list of one."""
    single = isinstance(content, dict) and isinstance(content.get("when"), dict)
    return (path[0], *path[2:]) if single and path[:2] == ("when", 0) else path
