"""The configuration of a run: for each article the nearest file, under the environment, under flags."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medlint.errors import UsageError
from medlint.linting.configuration.layers import Glob, Layer, layers_of_file
from medlint.linting.configuration.locating import nearest
from medlint.linting.configuration.resolving import Resolved, resolve
from medlint.linting.configuration.voices import environment_layers, flag_layers
from medlint.linting.settings import Settings

if TYPE_CHECKING:
    from medlint.linting.configuration.model import Config

_SHIPPED = ("profile", "jurisdiction")  # what names settings that medlint ships


class Configuration:
    """What is configured for each article and for a run as a whole. Files are read once.

    `flags` are values by key, `file` is used for every article in place of the nearest, and `isolated` leaves files
    out. Every method raises `UsageError` for whatever is wrong with the configuration.
    """

    def __init__(
        self,
        flags: Mapping[str, Any] | None = None,
        file: Path | None = None,
        isolated: bool = False,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self._given = (dict(flags or {}), file, isolated, dict(environment))
        self._above = (*environment_layers(environment), *flag_layers(flags or {}))
        self._file = Path(os.path.normpath(file.absolute())) if file else None  # globs count from its folder
        self._isolated = isolated
        self._read = cache(_read)
        self._nearest = cache(nearest)
        if self._file is not None and not isolated:
            self._read(self._file)  # a wrong name is said before anything is linted

    def __reduce__(self) -> tuple[type[Configuration], tuple[Any, ...]]:
        """What another process makes the same configuration of."""
        return Configuration, self._given

    def of(self, article: Path) -> Resolved:
        """What holds for one article, each value with its origin; the article need not exist."""
        whole = Path(os.path.normpath(article.absolute()))  # `..` would hide which folder it is in
        return self._resolve(self.file_for(whole.parent), whole)

    def run(self) -> Resolved:
        """What holds for the run as a whole: by the file nearest to the working folder."""
        return self._resolve(self.file_for(Path.cwd()), None)

    def file_for(self, folder: Path) -> Path | None:
        """The configuration file that holds in a folder (absolute), if any."""
        if self._isolated:
            return None
        return self._file or self._nearest(folder)

    def is_given(self, key: str) -> bool:
        """Whether a flag or a variable of the environment sets a key, whatever files say."""
        return any(key in layer.values for layer in self._above)

    def idle_overrides(self, folder: Path) -> tuple[str, ...]:
        """The overrides of the configuration file of a folder that match no file below it, as people call them.

        Nothing is said of a file that stands elsewhere: what its globs cover need not lie below the folder.
        """
        base = Path(os.path.normpath(folder.absolute()))
        file = self.file_for(base)
        overrides = self._read(file).overrides if file and file.parent == base else ()
        waiting = {
            f"override {number} ({', '.join(each.files)})": [Glob(pattern, base) for pattern in each.files]
            for number, each in enumerate(overrides, 1)
        }
        for here, _, names in os.walk(base) if waiting else ():
            if not waiting:
                break
            for path in (Path(here, name) for name in names):
                matched = [name for name, globs in waiting.items() if any(glob.matches(path) for glob in globs)]
                for name in matched:
                    del waiting[name]
        return tuple(waiting)

    def _resolve(self, file: Path | None, article: Path | None) -> Resolved:
        said: tuple[Layer, ...] = layers_of_file(file, article, self._read) if file else ()
        own = (*said, *self._above)
        resolved = resolve(own)
        if all(resolved[key].value is None for key in _SHIPPED):
            return resolved
        from medlint.linting.configuration.profiles import profile_layers  # only where one is chosen

        return resolve((*profile_layers(resolved), *own))


def _read(file: Path) -> Config:
    from medlint.linting.configuration.reading import read_config  # only where there is a file

    return read_config(file)


def settings_of(resolved: Resolved, today: date | None = None) -> Settings:
    """How to lint an article for which this holds; `today` is the real day unless given."""
    value = {key: each.value for key, each in resolved.items()}
    return Settings(
        select=value["select"],
        ignore=value["ignore"],
        min_confidence=value["confidence"],
        claims_db=value["claims_db"],
        rules=value["rules"],
        extend_select=value["extend_select"],
        extend_ignore=value["extend_ignore"],
        severity=tuple(value["severity"].items()),
        mandatory=value["mandatory"],
        review_months=value["review_months"],
        home=value["home"],
        max_file_size=value["max_file_size"],
        max_block_length=value["max_block_length"],
        max_blocks=value["max_blocks"],
        max_segments=value["max_segments"],
        max_words=value["max_words"],
        max_sentences=value["max_sentences"],
        max_names=value["max_names"],
        max_claims=value["max_claims"],
        max_findings=value["max_findings"],
        max_seconds=value["max_seconds"],
        today=today,
    )


def parse_day(text: str, origin: str) -> date:
    """A day written YYYY-MM-DD. Raises `UsageError` for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{origin}: '{text}' is no day: write it YYYY-MM-DD") from None
