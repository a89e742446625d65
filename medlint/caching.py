"""The user's cache folder: text by name. A machine without a usable one works as well, only slower."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

_ABANDONED = 86_400  # seconds after which no process still writes


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
    """The text kept under `name`, or `None` where there is none that can be read or that is as it was written."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        content = (folder / name).read_bytes()
        mark, _, text = content.partition(b"\n")
        return text.decode() if mark == _mark(text) else None
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
        content = text.encode()
        beside.write_bytes(_mark(content) + b"\n" + content)
        beside.replace(folder / name)
    except (OSError, ValueError):
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def prune(pattern: str, most: int) -> None:
    """Delete the oldest of the entries whose names match `pattern`, until at most `most` are left.

    What a process left behind that was killed while it wrote goes too, a day later.
    """
    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError):
        newest_first = sorted(folder.glob(pattern), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in newest_first[most:]:
            path.unlink(missing_ok=True)
        for path in folder.glob("*.tmp"):
            if time.time() - path.stat().st_mtime > _ABANDONED:
                path.unlink(missing_ok=True)


def _mark(content: bytes) -> bytes:
    """What tells that an entry is as it was written: disks and people change bytes."""
    return blake2b(content, digest_size=16).hexdigest().encode()
