"""Real pages with the labels of two annotators: overstated sentences, and what each article tells.

A sentence that both annotators marked must be found. One that only one of them marked is neither right nor wrong to
find. A label of the whole article counts where the two agree.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from measures.counting import Counts, ratio
from measures.engine import Checked, Engine
from medlint.linting.findings import Finding

_BREAK = re.compile(r"\n+|(?<=[.!?])[\"')\]]*\s+")
FACTS = {"risk": "risk", "conservative_care": "conservative", "limits": "limits"}  # ours, and the annotators' names
# What makes a page one that must be warned of: its label is not among these, and one of the codes must say so.
NEEDS = {
    "risk": ("risk", "serious", ("RSK201", "RSK202", "RSK203")),
    "conservative-care": ("conservative", "first", ("CON301", "CON302")),
}

Place = tuple[int, int]


def sentence_places(text: str) -> list[Place]:
    """The half-open places of the sentences of a text: a line break or the white space behind a full stop ends one."""
    places, start = [], 0
    for gap in _BREAK.finditer(text):
        if gap.start() > start:
            places.append((start, gap.start()))
        start = gap.end()
    return [*places, (start, len(text))] if start < len(text) else places


def touched(spans: Iterable[Place], places: Sequence[Place]) -> set[int]:
    """The numbers of the sentences that share a character with one of the spans."""
    return {number for start, end in spans for number, (a, b) in enumerate(places) if start < b and a < end}


@dataclass(frozen=True)
class Page:
    """One page: its text, where it comes from, both annotators' spans and labels, and what medlint found."""

    id: str
    site: str
    text: str
    spans: tuple[tuple[tuple[int, int, str], ...], ...]
    labels: tuple[dict[str, str], ...]
    checked: Checked

    @cached_property
    def places(self) -> list[Place]:
        """The places of the sentences."""
        return sentence_places(self.text)

    @cached_property
    def marked(self) -> tuple[set[int], ...]:
        """The sentences that each annotator marked."""
        return tuple(touched(((start, end) for start, end, _ in spans), self.places) for spans in self.spans)

    @property
    def both(self) -> set[int]:
        """The sentences that both marked."""
        return set.intersection(*self.marked)

    @property
    def either(self) -> set[int]:
        """The sentences that at least one marked."""
        return set.union(*self.marked)

    def sentences(self, findings: Iterable[Finding]) -> set[int]:
        """The sentences that findings touch."""
        return touched(((f.start.offset, f.end.offset) for f in findings), self.places)

    def kinds(self, number: int) -> set[str]:
        """What the annotators call a sentence."""
        return {
            label
            for spans in self.spans
            for start, end, label in spans
            if number in touched([(start, end)], self.places)
        }

    def agreed(self, label: str) -> str | None:
        """The value of an article label where the annotators agree."""
        values = {labels.get(label) for labels in self.labels}
        return values.pop() if len(values) == 1 else None


@dataclass(frozen=True, slots=True)
class Overstatement:
    """Sentences flagged, of them rightly or arguably so; sentences that must be found, of them found."""

    flagged: int = 0
    right: int = 0
    must: int = 0
    found: int = 0

    @property
    def precision(self) -> float | None:
        """The share of flagged sentences that at least one annotator marked."""
        return ratio(self.right, self.flagged)

    @property
    def recall(self) -> float | None:
        """The share of the sentences marked by both that were found."""
        return ratio(self.found, self.must)


def load_pages(folder: Path, engine: Engine) -> list[Page]:
    """The pages of the benchmark, read and linted, in the order of their labels."""
    sites = load_sites(folder / "pages" / "SOURCES.md")
    rows = [json.loads(line) for line in (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines()]
    return [_page(row, sites.get(row["id"], "unknown"), folder / "pages", engine) for row in rows]


def load_sites(path: Path) -> dict[str, str]:
    """The site of each page, from the list of sources: the repository and, in it, the folder of the publisher."""
    if not path.is_file():
        return {}
    lines = re.finditer(r"^- ([\w-]+): [^/\s]+/(\S+), ([^/\s]+)/", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {match[1]: f"{match[2]}/{match[3]}" for match in lines}


def _page(row: dict[str, Any], site: str, folder: Path, engine: Engine) -> Page:
    text = (folder / f"{row['id']}.md").read_text(encoding="utf-8")
    spans = tuple(tuple((start, end, label) for start, end, label in one) for one in row["sets"])
    return Page(row["id"], site, text, spans, tuple(row["article"]), engine.check(text))


def overstatement(pages: Iterable[Page], dropped: Collection[Finding] = ()) -> Overstatement:
    """How well overstated sentences are found, as if the `dropped` findings were not there."""
    total = Overstatement()
    for page in pages:
        flagged = page.sentences(f for f in page.checked.overstatements if f not in dropped)
        caught = page.sentences(f for f in page.checked.caught if f not in dropped)
        total = Overstatement(
            total.flagged + len(flagged),
            total.right + len(flagged & page.either),
            total.must + len(page.both),
            total.found + len(page.both & caught),
        )
    return total


def by_label(pages: Iterable[Page]) -> dict[str, tuple[int, int]]:
    """For each kind of overstatement how many sentences both annotators marked, and how many of them were found."""
    must: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for page in pages:
        caught = page.sentences(page.checked.caught)
        for number in page.both:
            must.update(page.kinds(number))
            found.update(page.kinds(number) if number in caught else ())
    return {kind: (must[kind], found[kind]) for kind in sorted(must)}


def by_rule(pages: Iterable[Page]) -> dict[str, tuple[int, int, int]]:
    """For each rule how many findings it shows, on sentences marked by both, by one, and by neither annotator."""
    counts: dict[str, list[int]] = {}
    for page in pages:
        for finding in page.checked.caught:
            counts.setdefault(finding.code, [0, 0, 0])[standing(page, finding)] += 1
    return {code: (both, one, none) for code, (both, one, none) in sorted(counts.items())}


def standing(page: Page, finding: Finding) -> int:
    """0 where a finding touches a sentence that both annotators marked, 1 where one did, 2 where neither did."""
    sentences = page.sentences([finding])
    return 0 if sentences & page.both else 1 if sentences & page.either else 2


def article_labels(pages: Sequence[Page]) -> dict[str, tuple[int, int]]:
    """For each fact of an article how many labels the annotators agree on, and how many of them medlint gives too."""
    return {
        ours: (
            sum(page.agreed(theirs) is not None for page in pages),
            sum(page.agreed(theirs) == getattr(page.checked.report.article, ours) for page in pages),
        )
        for ours, theirs in FACTS.items()
    }


def warned(pages: Sequence[Page]) -> dict[str, Counts]:
    """For each family whether the pages that promote a treatment and leave something out are warned of."""
    promoting = [page for page in pages if page.agreed("promotes") == "yes"]
    return {family: Counts.of(_needs(promoting, *need)) for family, need in NEEDS.items()}


def _needs(pages: Iterable[Page], label: str, fine: str, codes: tuple[str, ...]) -> Iterable[tuple[bool, bool]]:
    for page in pages:
        said = {labels[label] == fine for labels in page.labels}
        if len(said) == 1:
            yield not said.pop(), any(finding.code in codes for finding in page.checked.shown)
