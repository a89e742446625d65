"""The user's cache folder: text by name. A machine without a usable one works as well, only slower."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Where caches live, or `None` where there is nowhere or `MEDLINT_NO_CACHE` is set.

    `MEDLINT_CACHE_DIR`, else `medlint` in `LOCALAPPDATA` (Windows), in `XDG_CACHE_HOME`, or in `~/.cache`.
    """
    if environment.get("MEDLINT_NO_CACHE"):
        return None
    if own := environment.get("MEDLINT_CACHE_DIR"):
        return Path(own)
    shared = environment.get("LOCALAPPDATA") if os.name == "nt" else environment.get("XDG_CACHE_HOME")
    if shared:
        return Path(shared) / "medlint"
    try:
        return Path.home() / ".cache" / "medlint"
    except RuntimeError:  # no home folder, as in some containers
        return None


def recall(name: str) -> str | None:
    """The text kept under `name`, or `None` where there is none that can be read."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        return (folder / name).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None


def keep(name: str, text: str) -> None:
    """Keep `text` under `name`, whole or not at all: it is written beside its place, then renamed."""
    folder = cache_folder()
    if folder is None:
        return
    beside = folder / f"{name}.{os.getpid()}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8")
        beside.replace(folder / name)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def prune(pattern: str, most: int) -> None:
    """Delete the oldest of the entries whose names match `pattern`, until at most `most` are left."""
    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError):
        newest_first = sorted(folder.glob(pattern), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in newest_first[most:]:
            path.unlink(missing_ok=True)
