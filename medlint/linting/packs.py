"""Rule packs that are installed as Python packages: which folders of rules they bring.

A package names its folder under the entry point group `medlint.rules`, as `acme = "acme_rules:rules"`: the package,
and the folder inside it (dots for folders within folders). Only data is read; the package's code is never run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

from medlint.errors import DataError
from medlint.regular_files import UnreadableError, read_file

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "medlint.rules"
_LARGEST = 1_000_000  # bytes of a list of entry points


def installed_folders() -> tuple[Path, ...]:
    """The folders of rules of all installed packs, in order of their names.

    What lies in the working folder is not installed, even where Python would import it from there.

    Raises `DataError` for a pack whose package or folder there is not.
    """
    found = sorted(_points(), key=lambda point: (point.name, point.value))
    return tuple(dict.fromkeys(map(_folder, found)))


def _points() -> Iterator[EntryPoint]:
    """What the installed packages name under the group; of two versions of a package the first on the path counts."""
    seen = set()
    for folder in _homes():
        for file in sorted(folder.glob("*.*-info/entry_points.txt")):
            package = file.parent.name.partition("-")[0].lower()
            if package not in seen and _names_the_group(file):
                from importlib.metadata import Distribution  # loading it takes longer than looking for packs

                seen.add(package)
                yield from Distribution.at(file.parent).entry_points.select(group=GROUP)


def _homes() -> Iterator[Path]:
    """The folders that packages are imported from, but for the working folder."""
    here = os.path.realpath(os.curdir)
    for folder in dict.fromkeys(sys.path):
        if folder and os.path.realpath(folder) != here:
            yield Path(folder)


def _names_the_group(file: Path) -> bool:
    try:
        return GROUP.encode() in read_file(file, _LARGEST)
    except UnreadableError:
        return False


def _folder(point: EntryPoint) -> Path:
    package, *inner = point.module.split(".")
    inner += point.attr.split(".") if point.attr else []
    spec = PathFinder.find_spec(package)  # a top-level package is found without running it
    for home in (spec.submodule_search_locations if spec else None) or ():
        folder = Path(home, *inner)
        if folder.is_dir():
            return folder
    raise DataError(
        f"{point.value}: the installed rule pack '{point.name}' has no such folder: it was built without its YAML "
        "files, or names another; until it is mended, 'pip uninstall' it"
    )
