"""Profiles and jurisdictions: named sets of rules and severities that medlint ships, as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from medlint.data import Snapshot, built, data_root
from medlint.errors import DataError, UsageError
from medlint.evidence.diagnosing import faults
from medlint.evidence.layers import place
from medlint.evidence.similar import hint
from medlint.linting.configuration.layers import Layer
from medlint.linting.configuration.model import Settable, Text, Texts
from medlint.linting.configuration.resolving import Resolved, Value

_KEYS = ("profile", "jurisdiction")
_NOT_VALUES = frozenset({"name", "also", "sort", "summary", "profile", "jurisdiction"})


class Profile(Settable):
    """A file of `rules/profiles`: what it is for, and the settings that it stands for. `also` are shorter names."""

    name: Text
    also: Texts = ()
    sort: Literal["profile", "jurisdiction"]
    summary: Text = Field(description="For whom it is, in one sentence.")


@cache
def load_profiles() -> Mapping[tuple[str, str], Profile]:
    """The shipped profiles by sort and name. Raises `DataError` for a broken file."""
    folder = data_root() / "rules" / "profiles"
    return built(folder, partial(_profiles, folder))


def _profiles(folder: Path, taken: Snapshot) -> Mapping[tuple[str, str], Profile]:
    found: dict[tuple[str, str], Profile] = {}
    for file, content in taken.tree.items():
        try:
            profile = Profile.model_validate(content)
        except ValidationError as error:
            first = faults(error, Profile)[0]
            raise DataError(f"{place(folder, file, first.path)}: {first.message}") from None
        found[profile.sort, profile.name] = profile
    return found


def profile_layers(resolved: Resolved) -> Iterator[Layer]:
    """The layers of the profile and the jurisdiction that are chosen, to lie below all else.

    Raises `UsageError` for a name that there is not.
    """
    for sort in _KEYS:
        chosen = resolved[sort]
        if chosen.value is None:
            continue
        profile = _named(sort, chosen)
        yield Layer(f"{sort} {profile.name}", profile.model_dump(exclude_none=True, exclude=set(_NOT_VALUES)))


def _named(sort: str, chosen: Value) -> Profile:
    profiles = [profile for (each, _), profile in load_profiles().items() if each == sort]
    known = {name: profile for profile in profiles for name in (profile.name, *profile.also)}
    if chosen.value not in known:
        meant = hint(chosen.value, known) or f"; there are {', '.join(sorted(known))}"
        raise UsageError(f"{chosen.origin}: there is no {sort} '{chosen.value}'{meant}")
    return known[chosen.value]
