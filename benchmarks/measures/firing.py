"""How often each cue and pattern speaks: one that does so on a single page is questioned, as it may be fitted to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from measures.engine import Checked, Engine
from measures.pages import Page, standing


@dataclass(frozen=True, slots=True)
class Firing:
    """One cue or pattern: on how many pages it leads to overstatement findings, how they stand, where else it does.

    `both`, `one` and `neither` count findings by how many annotators marked their sentence; `elsewhere` the other
    texts, without labels for it, in which it speaks.
    """

    cue: str
    pages: int
    both: int
    one: int
    neither: int
    elsewhere: int

    @property
    def shown(self) -> int:
        """How many findings on the pages rest on it."""
        return self.both + self.one + self.neither

    @property
    def questioned(self) -> bool:
        """Whether it speaks on one page only."""
        return self.pages == 1


def firings(pages: Iterable[Page], elsewhere: Iterable[Checked], engine: Engine) -> list[Firing]:
    """The cues and patterns behind the overstatement findings on the pages, those on the fewest pages first."""
    on: dict[str, set[str]] = {}
    standings: dict[str, list[int]] = {}
    for page in pages:
        for finding in page.checked.overstatements:
            for cue in engine.cues(page.checked, finding):
                on.setdefault(cue, set()).add(page.id)
                standings.setdefault(cue, [0, 0, 0])[standing(page, finding)] += 1
    others = _texts(elsewhere, engine)
    found = (_firing(cue, len(ids), standings[cue], others.get(cue, 0)) for cue, ids in on.items())
    return sorted(found, key=lambda firing: (firing.pages, firing.elsewhere, firing.cue))


def _firing(cue: str, pages: int, standings: Sequence[int], elsewhere: int) -> Firing:
    both, one, neither = standings
    return Firing(cue, pages, both, one, neither, elsewhere)


def _texts(elsewhere: Iterable[Checked], engine: Engine) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for checked in elsewhere:
        for cue in {cue for finding in checked.overstatements for cue in engine.cues(checked, finding)}:
            counts[cue] = counts.get(cue, 0) + 1
    return counts
