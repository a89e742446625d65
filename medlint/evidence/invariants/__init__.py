"""What must hold of a claims database as a whole. Each public function of a module here is one invariant."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping

from medlint.evidence.inventory import Inventory
from medlint.evidence.problems import Problem

Invariant = Callable[[Inventory], Iterator[Problem]]


def discover() -> Mapping[str, Invariant]:
    """Every invariant by name, in order of name."""
    modules = [importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__)]
    found = {
        name: function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }
    return dict(sorted(found.items()))
