"""Gathers what a page says of itself under many names into one `Metadata`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from medlint.documents.dates import parse_date
from medlint.documents.model import Metadata, Reference
from medlint.documents.phrases import phrases

_IGNORED_IN_KEYS = re.compile(r"[-_\s]+")
_AND = re.compile(r"\s+(?:and|&)\s+|\s*;\s*")
_LONGEST_NAME = 120
NOTHING = Metadata()


@cache
def _places() -> dict[str, tuple[str, int]]:
    return {key: (field, rank) for field, keys in phrases("metadata").items() for rank, key in enumerate(keys)}


def field_of(key: str) -> str | None:
    """The field of `Metadata` that a key of front matter, `<meta>` or JSON-LD tells, if any."""
    place = _places().get(_normalised(key))
    return place[0] if place else None


def _normalised(key: str) -> str:
    return _IGNORED_IN_KEYS.sub("", key.lower())


class Facts:
    """What one source of metadata tells, key by key; of several keys for one field the better known one counts."""

    def __init__(self) -> None:
        self._told: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        self.references: list[Reference] = []

    def tell(self, key: str, *values: str) -> None:
        """Take down the values of a key; unknown keys and empty values are ignored."""
        place = _places().get(_normalised(key))
        clean = tuple(" ".join(value.split()) for value in values if value.strip())
        if place is not None and clean:
            self._told.setdefault(place[0], []).append((place[1], clean))

    def metadata(self) -> Metadata:
        """The metadata told so far."""
        if not self._told and not self.references:
            return NOTHING
        return Metadata(
            title=self._first("title"),
            description=self._first("description"),
            language=self._first("language"),
            authors=self._names("authors"),
            reviewers=self._names("reviewers"),
            published=self._date("published"),
            modified=self._date("modified"),
            last_reviewed=self._date("last_reviewed"),
            references=tuple(self.references),
        )

    def _ranked(self, field: str) -> list[tuple[int, tuple[str, ...]]]:
        return sorted(self._told.get(field, ()), key=lambda told: told[0])

    def _first(self, field: str) -> str | None:
        ranked = self._ranked(field)
        return ranked[0][1][0] if ranked else None

    def _names(self, field: str) -> tuple[str, ...]:
        ranked = self._ranked(field)
        best = [values for rank, values in ranked if rank == ranked[0][0]]
        return unique(name for values in best for value in values for name in split_names(value))

    def _date(self, field: str) -> date | None:
        dates = (parse_date(value) for _, values in self._ranked(field) for value in values)
        return next((day for day in dates if day is not None), None)


def split_names(text: str) -> tuple[str, ...]:
    """The people named in a byline; commas stay, as they set off titles ("Jane Doe, MD")."""
    if text.startswith(("http://", "https://")):  # a link to a profile is no name
        return ()
    return tuple(name.strip(" ,") for name in _AND.split(text) if name.strip(" ,") and len(name) <= _LONGEST_NAME)


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names without repetitions, whatever their case."""
    return tuple({name.casefold(): name for name in names}.values())


def merged(sources: Sequence[Metadata]) -> Metadata:
    """What the sources tell together: each field from the first that tells it, the references of all."""
    telling = [source for source in sources if source != NOTHING]
    if not telling:  # as of most pages
        return NOTHING
    told = {field: _first_told(telling, field) for field in Metadata.__dataclass_fields__}
    return Metadata(**{**told, "references": tuple(r for source in telling for r in source.references)})


def _first_told(sources: Iterable[Metadata], field: str) -> Any:  # noqa: ANN401 - of the type of the field
    told = (getattr(source, field) for source in sources)
    return next(filter(None, told), getattr(NOTHING, field))
