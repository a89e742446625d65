"""Settings as layers: who says what, from the weakest voice to the strongest."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medlint.errors import UsageError
from medlint.linting.gitglobs import parse_glob

if TYPE_CHECKING:
    from medlint.linting.configuration.model import Config, Settable

    Read = Callable[[Path], Config]

MOST_EXTENDED = 100  # files for one that is read
DEEPEST_EXTENDED = 20  # files that extend one another in a row

_FOLDER_KEYS = ("claims_db", "rules", "baseline")
_NOT_VALUES = frozenset({"extend", "overrides", "files"})


@dataclass(frozen=True, slots=True)
class Glob:
    """A pattern as in `.gitignore`, and the folder that it is counted from."""

    pattern: str
    base: Path

    def matches(self, path: Path) -> bool:
        """Whether the pattern covers an absolute path below `base`."""
        try:
            inside = path.relative_to(self.base)
        except ValueError:
            return False
        glob = parse_glob(self.pattern)
        return glob is not None and not glob.negated and glob.covers(inside.as_posix())


@dataclass(frozen=True, slots=True)
class Layer:
    """What one place says. `values` holds what is set there, by field name; `origin` names the place for people."""

    origin: str
    values: Mapping[str, Any] = field(default_factory=dict)


def layers_of_file(path: Path, article: Path | None, read: Read) -> tuple[Layer, ...]:
    """The layers of a configuration file and those that it extends, the deepest first.

    With an `article` (absolute) the overrides that match it follow the file that holds them. Raises `UsageError` for a
    broken file, for files that extend one another in a circle, and for more than `MOST_EXTENDED` of them.
    """
    layers: list[Layer] = []
    for number, (file, config) in enumerate(_files(path, read, ())):
        if number > MOST_EXTENDED:
            raise UsageError(f"{path}: extends more than {MOST_EXTENDED} files, those that they extend counted in")
        layers += _layers(file, config, article)
    return tuple(layers)


def layer_of(origin: str, said: Settable, base: Path) -> Layer:
    """What a table says: paths and globs in it are counted from the folder `base`."""
    values = said.model_dump(exclude_none=True, exclude=set(_NOT_VALUES))
    return Layer(origin, {key: placed(key, value, base) for key, value in values.items()})


def _files(path: Path, read: Read, above: Sequence[Path]) -> Iterator[tuple[Path, Config]]:
    """The files that a file extends, each behind those that it extends itself, and the file."""
    if path in above:
        circle = " -> ".join(each.name for each in (*above[above.index(path) :], path))
        raise UsageError(f"{above[-1]}: configuration files extend one another in a circle: {circle}")
    if len(above) > DEEPEST_EXTENDED:
        raise UsageError(f"{above[0]}: extends a file that extends a file, more than {DEEPEST_EXTENDED} times over")
    config = read(path)
    for extended in _extended(config):
        target = path.parent / expanded(extended)
        if not os.path.lexists(target):
            raise UsageError(f"{path}: extends {extended}, and there is no such file")
        yield from _files(Path(os.path.realpath(target)), read, (*above, path))
    yield path, config


def _layers(path: Path, config: Config, article: Path | None) -> Iterator[Layer]:
    base = path.parent
    yield layer_of(shown(path), config, base)
    for number, override in enumerate(config.overrides, 1):
        if article is not None and any(Glob(pattern, base).matches(article) for pattern in override.files):
            yield layer_of(f"{shown(path)}, override {number} ({', '.join(override.files)})", override, base)


def _extended(config: Config) -> tuple[str, ...]:
    if config.extend is None:
        return ()
    return (config.extend,) if isinstance(config.extend, str) else config.extend


def shown(path: Path) -> str:
    """A path as people call it: from the working folder where it lies below that."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)


def placed(key: str, value: Any, base: Path) -> Any:  # noqa: ANN401 - whatever the key holds
    """A value with its globs and folders counted from the folder `base`."""
    if key in ("exclude", "include"):
        return tuple(Glob(pattern, base) for pattern in value)
    if key not in _FOLDER_KEYS:
        return value
    if isinstance(value, str):
        return base / expanded(value)
    return tuple(base / expanded(each) for each in value)


def expanded(path: str) -> Path:
    """A path with the home folder for a `~` in front; as it is where nobody has that home."""
    return Path(os.path.expanduser(path))  # noqa: PTH111 - Path.expanduser raises an error for a home of nobody
