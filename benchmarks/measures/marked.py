"""Figures between two markers of a Markdown file."""

from __future__ import annotations

from pathlib import Path

BEGIN, END = "<!-- figures: begin -->\n", "<!-- figures: end -->\n"


def is_marked(path: Path) -> bool:
    """Whether there is such a file with both markers."""
    if not path.is_file():
        return False
    _, begin, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    return bool(begin) and END in rest


def put_between_markers(path: Path, figures: str) -> None:
    """Write the figures in place of what stands between the markers."""
    before, begin, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    path.write_text(f"{before}{begin}\n{figures}\n{end}{after}", encoding="utf-8")
