"""What a shell completes when somebody presses Tab: rules, profiles and formats, from the shipped data alone.

A key press must not wait, so nothing is validated, no library is loaded, and rules of one's own are not looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from medlint.reporting.formats import format_names

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

Named = Iterable[tuple[str, str]]  # a word and what it stands for


def rules(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Codes, names and families of rules; of a list parted by commas the last entry."""
    before, comma, last = typed.rpartition(",")
    return _items(_selectors(), last, before + comma)


def adjusted_rules(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """`RULE=`, after which a severity is named."""
    return _items(((f"{word}=", about) for word, about in _selectors()), typed)


def profiles(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The names of profiles."""
    found = (each for each in _shipped() if each.get("sort") == "profile")
    return _items(((each["name"], each["summary"]) for each in found), typed)


def reports(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """`FORMAT=`, after which a file is named."""
    return _items(((f"{name}=", "") for name in format_names()), typed)


def _selectors() -> Iterator[tuple[str, str]]:
    found = sorted((each for each in _shipped() if "code" in each), key=lambda each: str(each["code"]))
    for key in ("code", "name"):
        yield from ((each[key], each["summary"]) for each in found)
    yield from ((family, "a family of rules") for family in sorted({each["family"] for each in found}))


def _shipped() -> list[Mapping[str, Any]]:
    from medlint.data import data_root, snapshot

    return [each for each in snapshot(data_root() / "rules").tree.values() if isinstance(each, dict)]


def _items(words: Named, typed: str, before: str = "") -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    folded = typed.casefold()
    return [
        CompletionItem(before + word, help=about or None) for word, about in words if word.casefold().startswith(folded)
    ]
