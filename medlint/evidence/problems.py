"""What a check of the database reports, and a record together with where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from medlint.errors import DataError
from medlint.evidence.models import Record
from medlint.yamltree import Path, line_of

Gravity = Literal["error", "warning"]
_PLACED = re.compile(r"(?P<file>.+?):(?P<line>\d+): (?P<message>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong with the database: an error makes answers wrong, a warning leaves them poorer."""

    file: str
    line: int
    message: str
    severity: Gravity = "error"


@dataclass(frozen=True, slots=True)
class Entry:
    """A record, its file, and its path of keys and indices there; `lines` are those of the whole file."""

    record: Record
    file: str
    path: Path
    lines: Mapping[Path, int]

    def problem(self, message: str, *within: str | int, severity: Gravity = "error") -> Problem:
        """A problem at the value `within` the record (a key, then perhaps an index), else at the record itself."""
        return Problem(self.file, self._line(within), message, severity)

    def where(self, *within: str | int) -> str:
        """The file and line of a value `within` the record, else of the record itself."""
        return f"{self.file}:{self._line(within)}"

    def _line(self, within: Path) -> int:
        return line_of(self.lines, (*self.path, *within))


def as_problem(error: DataError) -> Problem:
    """An error of the data layer as a problem."""
    placed = _PLACED.fullmatch(str(error))
    return Problem(placed["file"], int(placed["line"]), placed["message"]) if placed else Problem("", 1, str(error))
