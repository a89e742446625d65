"""Settings as layers: who says what, from the weakest voice to the strongest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medlint.errors import UsageError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from medlint.linting.configuration.model import Config, Settable

    Read = Callable[[Path], Config]

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
        return _compiled(self.pattern).match_file(inside.as_posix())


@dataclass(frozen=True, slots=True)
class Layer:
    """What one place says. `values` holds what is set there, by field name; `origin` names the place for people."""

    origin: str
    values: Mapping[str, Any] = field(default_factory=dict)


def layers_of_file(path: Path, article: Path | None, read: Read) -> tuple[Layer, ...]:
    """The layers of a configuration file and those that it extends, the deepest first.

    With an `article` (absolute) the overrides that match it follow the file that holds them. Raises `UsageError` for a
    broken file and for files that extend one another in a circle.
    """
    return tuple(_layers(path, article, read, ()))


def layer_of(origin: str, said: Settable, base: Path) -> Layer:
    """What a table says: paths and globs in it are counted from the folder `base`."""
    values = said.model_dump(exclude_none=True, exclude=set(_NOT_VALUES))
    return Layer(origin, {key: placed(key, value, base) for key, value in values.items()})


def _layers(path: Path, article: Path | None, read: Read, above: Sequence[Path]) -> Iterator[Layer]:
    if path in above:
        circle = " -> ".join(each.name for each in (*above[above.index(path) :], path))
        raise UsageError(f"{above[-1]}: configuration files extend one another in a circle: {circle}")
    config, base = read(path), path.parent
    for extended in _extended(config):
        target = (base / Path(extended).expanduser()).resolve()
        if not target.is_file():
            raise UsageError(f"{path}: extends {extended}, and there is no such file")
        yield from _layers(target, article, read, (*above, path))
    yield layer_of(shown(path), config, base)
    for number, override in enumerate(config.overrides, 1):
        if article is not None and any(Glob(pattern, base).matches(article) for pattern in override.files):
            yield layer_of(f"{shown(path)}, override {number} ({', '.join(override.files)})", override, base)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # only where a glob is configured

    return GitIgnoreSpec.from_lines([pattern])


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
        return base / Path(value).expanduser()
    return tuple(base / Path(each).expanduser() for each in value)
