"""Folders searched from the top down, however deep they are nested."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

OnError = Callable[[OSError], None]


def walk(folder: Path, on_error: OnError) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield each folder with the names of the folders and of the other files in it, as `os.walk` does.

    Names taken out of the list of folders are not searched; links to folders never are. A folder that cannot be read
    is passed to `on_error` and left out. Unlike `os.walk` of Python 3.11, this does not recurse.
    """
    waiting = [str(folder)]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as listed:
                entries = list(listed)
        except OSError as error:
            on_error(error)
            continue
        folders = [entry.name for entry in entries if _is_folder(entry)]
        links = {entry.name for entry in entries if entry.is_symlink()}
        yield here, folders, [entry.name for entry in entries if not _is_folder(entry)]
        within = (name for name in reversed(folders) if name not in links)
        waiting += [os.path.join(here, name) for name in within]  # noqa: PTH118 - Path takes longer


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # such as a circle of links
        return False
