"""Errors that reach a user as one line. Anything else that escapes is a bug in medlint."""

from __future__ import annotations


class MedlintError(Exception):
    """Something the user can act on. `str(error)` is one line, without a trailing full stop or a traceback."""


class DocumentError(MedlintError):
    """An article that cannot be read: missing, unreadable, undecodable, binary, too large."""


class DataError(MedlintError):
    """A file of claims_db or rules that is broken. The message starts with `file:line:`."""


class UsageError(MedlintError):
    """Options or configuration that make no sense, such as an unknown rule code."""
