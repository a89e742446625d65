"""Evidence as people read it: what a source says, under its name and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from medlint.evidence.citing import Citation
    from medlint.linting.findings import EvidenceNote

MOST = 3  # sources shown with one finding


def cited(note: EvidenceNote | Citation) -> str:
    """One record: the source's title and year, then what the record says."""
    return f"{_named(note)}: {note.says}"


def grouped(notes: Sequence[EvidenceNote], most: int = MOST) -> Iterator[str]:
    """The notes on a finding, those of one source together, the first `most` sources; then how many are left."""
    groups: dict[str, list[str]] = {}
    for note in notes:
        groups.setdefault(_named(note), []).append(note.says)
    yield from (f"{name}: {' '.join(says)}" for name, says in list(groups.items())[:most])
    if len(groups) > most:
        yield f"{len(groups) - most} more in the JSON report."


def _named(note: EvidenceNote | Citation) -> str:
    year = f" ({note.year})" if note.year else ""
    return f"{note.title or note.source}{year}"
