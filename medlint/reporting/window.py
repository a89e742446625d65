"""The part of a source that is shown with a finding: its words in their sentence, shortened where that is long."""

from __future__ import annotations

from dataclasses import dataclass

from medlint.linting.findings import Finding

CONTEXT = 160  # characters of the sentence shown on either side of the words
LONGEST = 400  # characters of the words themselves
ELLIPSIS = "..."


@dataclass(frozen=True, slots=True)
class Window:
    """The source offsets of what is shown, and what stands for the rest of the sentence before and after it."""

    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words of a finding, what stands before them and after, as in the source."""

    before: str
    words: str
    after: str


def window(finding: Finding, source: str) -> Window:
    """The window on a finding. `source` is the text that the finding's offsets count in."""
    start, end = finding.start.offset, min(finding.end.offset, finding.start.offset + LONGEST)
    first, last = min(finding.sentence[0], start), max(finding.sentence[1], end)
    left, right = max(first, start - CONTEXT), min(last, end + CONTEXT)
    if left > first:
        left = max(source.find(" ", left, start) + 1, left)
    if right < last:
        right = max(source.rfind(" ", end, right), end)
    return Window(left, right, ELLIPSIS if left > first else "", ELLIPSIS if right < last else "")


def excerpt(finding: Finding, source: str) -> Excerpt:
    """The window in three parts; the words alone where there is no source."""
    if not source:
        return Excerpt("", finding.text, "")
    shown = window(finding, source)
    start, end = finding.start.offset, min(finding.end.offset, shown.end)
    return Excerpt(
        f"{shown.before} {source[shown.start : start]}" if shown.before else source[shown.start : start],
        source[start:end],
        f"{source[end : shown.end]} {shown.after}" if shown.after else source[end : shown.end],
    )
