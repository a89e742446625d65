"""Checking a claims database: its form, then every invariant over what is sound."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from medlint.evidence.invariants import discover
from medlint.evidence.inventory import take_inventory
from medlint.evidence.loading import claims_folder
from medlint.evidence.problems import Problem


def check(database_folders: Sequence[Path | None] = (), today: date | None = None) -> tuple[Problem, ...]:
    """Everything that is wrong with the database in these folders, in order of file and line.

    `None` stands for the shipped database, as does giving no folder. `today` decides what is overdue.
    """
    folders = [folder or claims_folder() for folder in database_folders or (None,)]
    inventory = take_inventory(folders, today or date.today())
    found = (problem for invariant in discover().values() for problem in invariant(inventory))
    return tuple(sorted({*inventory.faults, *found}))
