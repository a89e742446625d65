"""Cues: phrases of everyday and clinical English that carry a meaning, read from `rules/cues/*.yaml`.

A cue file maps `category.name` to `{phrases: [...], ...traits}`. What a trait means is up to the module that asks for
its category; this module only reads, expands and checks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from medlint.data import Snapshot, built, data_root, read_yaml
from medlint.errors import DataError
from medlint.language.templates import expand


@dataclass(frozen=True)
class Cue:
    """One meaning and the phrases that carry it. `category` is the part of `id` before the dot, `file` where it stands.

    The phrases are expanded from their templates when they are first asked for: an index that was kept needs none.
    """

    id: str
    category: str
    templates: tuple[str, ...]
    traits: Mapping[str, Any]
    file: str

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """The phrases, each once. Raises `DataError` for a broken template."""
        return tuple(dict.fromkeys(p for number in range(len(self.templates)) for p in self._expanded(number)))

    def _expanded(self, number: int) -> tuple[str, ...]:
        try:
            return expand(self.templates[number])
        except ValueError as error:
            from medlint.yamltree import line_of, lines  # only where something is wrong

            file = cues_folder() / self.file
            line = line_of(lines(read_yaml(file), str(file)), (self.id, "phrases", number))
            raise DataError(f"{file}:{line}: cue {self.id!r}: {error}") from None


def cues_folder() -> Path:
    """The folder of the cues that medlint ships."""
    return data_root() / "rules" / "cues"


@cache
def load_cues() -> Mapping[str, Cue]:
    """The shipped cues by identifier. Raises `DataError` naming the file and the cue that is broken."""
    return built(cues_folder(), _cues)


def _cues(taken: Snapshot) -> Mapping[str, Cue]:
    files = sorted((name, content) for name, content in taken.tree.items() if name != "patterns.yaml")
    return {cue.id: cue for name, content in files for cue in _read(name, content)}


def _read(name: str, content: object) -> Iterator[Cue]:
    if not isinstance(content, Mapping):
        raise DataError(f"{cues_folder() / name}:1: a cue file maps cue names to phrases")
    for identifier, body in content.items():
        if not isinstance(body, Mapping) or not isinstance(body.get("phrases"), list) or "." not in identifier:
            raise DataError(f"{cues_folder() / name}:1: cue {identifier!r} needs a dotted name and a list of phrases")
        traits = {key: value for key, value in body.items() if key != "phrases"}
        yield Cue(identifier, identifier.partition(".")[0], tuple(map(str, body["phrases"])), traits, name)
