"""The user's cache folder: text by name. A machine without a usable one works as well, only slower.

The name of an entry is a kind, a hyphen and what the entry is known by; a kind with many entries has folders, as in
"findings/a1-...". What else lies in the folder is left alone.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import time
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from medlint.atomic_write import replacing
from medlint.regular_files import UnreadableError, read_file

KINDS = ("data", "phrases", "words", "exceptions", "tokens", "abbreviations", "run", "findings")
_LARGEST = 256_000_000  # bytes of an entry
_UNFINISHED = ".tmp"
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
    """The text kept under `name`, or `None` where there is none that can be read or that is as it was written.

    The entry counts as used now.
    """
    folder = cache_folder()
    if folder is None:
        return None
    try:
        content = read_file(folder / name, _LARGEST, follow=False)
        mark, _, text = content.partition(b"\n")
        if mark != _mark(text):
            return None
        with contextlib.suppress(OSError):
            os.utime(folder / name, follow_symlinks=os.utime not in os.supports_follow_symlinks)
        return text.decode()
    except (UnreadableError, ValueError):
        return None


def recall_json(name: str) -> Any:  # noqa: ANN401 - JSON
    """The JSON value kept under `name`, or `None` where there is none that can be read."""
    try:
        return json.loads(recall(name) or "null")
    except (ValueError, RecursionError):
        return None


def keep(name: str, text: str) -> None:
    """Keep `text` under `name`, whole or not at all."""
    folder = cache_folder()
    if folder is None:
        return
    path = folder / name
    with contextlib.suppress(OSError, ValueError):
        mark = _mark(text.encode()).decode()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # what is kept quotes articles: nobody else's business
        path.parent.mkdir(exist_ok=True)
        if path.parent != folder and path.parent.is_symlink():  # it may lead anywhere
            return
        with replacing(path, prefix=f"{path.name}.", suffix=_UNFINISHED) as stream:
            stream.write(f"{mark}\n{text}")


def prune(kind: str, most: int) -> None:
    """Delete the entries of a kind that were used longest ago, until they hold at most `most` bytes.

    What a process left behind that was killed while it wrote goes too, a day later.
    """
    with contextlib.suppress(OSError):
        held = [(status.st_mtime, status.st_size, path) for path, status in _files(kind)]
        excess = sum(size for _, size, _ in held) - most
        for used, size, path in sorted(held):
            abandoned = path.suffix == _UNFINISHED and time.time() - used > _ABANDONED
            if excess > 0 or abandoned:
                path.unlink(missing_ok=True)
                excess -= size


def usage() -> dict[str, tuple[int, int]]:
    """Of each kind that has entries: how many, and how many bytes they take."""
    sizes = {kind: [status.st_size for _, status in _files(kind)] for kind in KINDS}
    return {kind: (len(held), sum(held)) for kind, held in sizes.items() if held}


def clear() -> int:
    """Delete every entry; how many that were. Raises `OSError` where one cannot be deleted."""
    paths = [path for kind in KINDS for path, _ in _files(kind)]
    for path in paths:
        path.unlink(missing_ok=True)
    return len(paths)


def _files(kind: str) -> Iterator[tuple[Path, os.stat_result]]:
    """The files of a kind, those that are being written too, with what the system says of them.

    A link is no entry, whether to a file or to a folder of them: what it leads to is not the cache's.
    """
    folder = cache_folder()
    if folder is None:
        return
    for place, pattern in ((folder, f"{kind}-*"), (folder / kind, "*-*")):
        if place != folder and place.is_symlink():
            continue
        for path in place.glob(pattern):
            with contextlib.suppress(OSError):  # another run may have deleted it
                status = path.lstat()
                if stat.S_ISREG(status.st_mode):
                    yield path, status


def _mark(content: bytes) -> bytes:
    """What tells that an entry is as it was written: disks and people change bytes."""
    return blake2b(content, digest_size=16).hexdigest().encode()
