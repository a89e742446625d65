"""Rule packs that are installed as Python packages: which folders of rules they bring.

A package names its folder under the entry point group `medlint.rules`, as `acme = "acme_rules:rules"`: the package,
and the folder inside it (dots for folders within folders). Only data is read; the package's code is never run.
"""

from __future__ import annotations

import contextlib
import sys
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

from medlint.errors import DataError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "medlint.rules"


def installed_folders() -> tuple[Path, ...]:
    """The folders of rules of all installed packs, in order of their names.

    Raises `DataError` for a pack whose package or folder there is not.
    """
    if not _is_any_named():
        return ()
    from importlib.metadata import entry_points  # loading it takes longer than looking whether there is a pack

    found = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    return tuple(dict.fromkeys(map(_folder, found)))


def _is_any_named() -> bool:
    """Whether any installed package names the group."""
    group = GROUP.encode()
    for folder in dict.fromkeys(sys.path):
        for file in Path(folder or ".").glob("*.*-info/entry_points.txt"):
            with contextlib.suppress(OSError):
                if group in file.read_bytes():
                    return True
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
