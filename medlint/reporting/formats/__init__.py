"""The output formats: each module of this folder is one, named for it, with `render(report, options)`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator

from medlint.linting.findings import Report
from medlint.reporting.options import Options

Render = Callable[[Report, Options], Iterator[str]]


def format_names() -> tuple[str, ...]:
    """The names of all formats, in alphabetical order; none of them is imported."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def load_format(name: str) -> Render:
    """The `render` of a format: it yields a report piece by piece, as text that ends in a newline.

    Raises `ModuleNotFoundError` for a name that is not in `format_names()`.
    """
    render: Render = importlib.import_module(f"{__name__}.{name}").render
    return render
