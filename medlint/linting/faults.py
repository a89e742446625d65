"""What goes wrong in medlint itself while it lints a file: said of that file, so that the others are still linted."""

from __future__ import annotations

import traceback

_REPORT = "a fault of medlint itself, please report it"


def fault_of_file(path: str, error: Exception) -> str:
    """One line on an article that could not be linted at all; want of memory is no fault of medlint's."""
    if isinstance(error, MemoryError):
        return f"{path}: cannot be linted: there is not enough memory for it"
    return f"{path}: cannot be linted: {_REPORT} ({named(error)})"


def fault_of_rule(path: str, code: str, error: Exception) -> str:
    """One line on a rule that could not be held against an article; what other rules found stands."""
    return f"{path}: rule {code} failed, the others ran: {_REPORT} ({named(error)})"


def trace_of(error: Exception) -> str:
    """The traceback, for `--debug`."""
    return "".join(traceback.format_exception(error))


def named(error: Exception) -> str:
    """The kind of an error and what it says."""
    return f"{type(error).__name__}: {error}".rstrip(": ")
