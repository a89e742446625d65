"""The rules of a run with what their messages need and the version they come from."""

from __future__ import annotations

from dataclasses import dataclass

from medlint.linting.findings import DataVersion
from medlint.linting.phrasing import Phrasing
from medlint.linting.rule import Rule


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Rules in order of code. The digest of `data` covers every file of the folders of rules, cues included."""

    rules: tuple[Rule, ...]
    phrasing: Phrasing
    data: DataVersion
