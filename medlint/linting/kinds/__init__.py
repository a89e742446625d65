"""The kinds of rule, one module each. A module here that names its rule class `RULE` is a kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from medlint.linting.rule import Rule


@cache
def kinds() -> Mapping[str, type[Rule]]:
    """The rule class of each kind by the name that rule files use."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return {module.__name__.rpartition(".")[2]: module.RULE for module in modules}
