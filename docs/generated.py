"""What the scripts that write a page share: compare it with what it should be, or renew it."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path


def keep(page: Path, new: str) -> int:
    """Compare or, with `--write` on the command line, renew a page; 0 where it is as it should be."""
    if "--write" in sys.argv[1:]:
        page.parent.mkdir(exist_ok=True)
        page.write_text(new, encoding="utf-8", newline="\n")
        return 0
    old = page.read_text(encoding="utf-8") if page.exists() else ""
    sys.stdout.writelines(
        difflib.unified_diff(old.splitlines(True), new.splitlines(True), page.name, "as it should be")
    )
    return int(old != new)
