"""Paths as code hosts want them: relative to the folder of the run, with forward slashes."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def relative(path: str) -> str:
    """The path from the working folder, where there is one, with forward slashes; never `./` in front."""
    try:
        found = os.path.relpath(path) if Path(path).is_absolute() else os.path.normpath(path)
    except ValueError:  # another drive
        found = path
    return Path(found).as_posix()


def uri(path: str) -> tuple[str, bool]:
    """The path as a URI reference, and whether it is relative to the working folder; one outside is absolute."""
    inside = relative(path)
    if inside.startswith("../") or Path(inside).is_absolute():
        return Path(path).resolve().as_uri(), False
    return quote(inside, safe="/!$&'()*+,;=@~", errors="surrogateescape"), True
