"""Which code a result depends on: this tool's own and that of the libraries that read text. Nothing is imported."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from medlint._version import __version__
from medlint.data import PACKAGE, data_root

READING = ("spacy", "scispacy")  # the libraries by which a text is read


@cache
def code_mark() -> str:
    """What changes with every change of code that a result may depend on.

    Of an installed release that is its version; in a checkout, where code changes under one version, the code itself.
    """
    libraries = [f"{name} {version_of(name)}" for name in READING]
    own = __version__ if data_root() != PACKAGE.parent else _sources()
    return " ".join((f"medlint {own}", *libraries, f"Python {sys.version}"))


def version_of(package: str) -> str | None:
    """The version of an installed package, or `None`; from the name of its metadata folder where there is one.

    The standard library's `importlib.metadata` answers the same, but loading it takes as long as reading an article.
    """
    spec = find_spec(package)
    if spec is None:
        return None
    beside = Path(next(iter(spec.submodule_search_locations or ()), spec.origin or "")).parent
    named = [folder.name for folder in beside.glob(f"{package}-*.dist-info")]
    return named[0][len(package) + 1 :].removesuffix(".dist-info") if len(named) == 1 else _by_metadata(package)


def _by_metadata(package: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version  # only where the folder does not tell

    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _sources() -> str:
    total = blake2b(digest_size=16)
    for path in sorted(PACKAGE.rglob("*.py")):
        total.update(f"{path}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()
