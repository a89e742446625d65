"""What the language libraries made of a text, handed on from process to process through the user's cache.

Importing them takes longer than all else that is done for a page, and most of a page was read before. What is kept
holds for one version of the code and of the libraries.
"""

from __future__ import annotations

import atexit
import json
from collections.abc import Callable, Mapping
from functools import cache
from itertools import islice
from typing import Any

from medlint.caching import keep, prune, recall_json
from medlint.compiling import mark_of

_BYTES = 10_000_000  # of what is kept of a kind, by all versions together
_memories: dict[str, Memory] = {}  # of this process, by kind


class Memory:
    """JSON values by name. What a process adds is kept when it ends, at most `most` values; the oldest go first.

    A value that is kept and is not sound, as somebody else wrote it, counts as unknown.
    """

    def __init__(self, kind: str, most: int, is_sound: Callable[[str, Any], bool]) -> None:
        self.kind = kind
        self._is_sound = is_sound
        self._most = most
        self._kept: Mapping[str, Any] | None = None
        self._added: dict[str, Any] = {}

    def get(self, name: str) -> Any | None:  # noqa: ANN401 - JSON
        """The value of that name, or `None`."""
        if self._kept is None:
            self._kept = self._recalled()
        kept = self._kept.get(name)
        return kept if kept is not None and self._is_sound(name, kept) else self._added.get(name)

    def add(self, values: Mapping[str, Any]) -> None:
        """Have values kept when the process ends, or before where they are too many to wait."""
        self._added.update(values)
        if len(self._added) > self._most:
            self.keep()

    def keep(self) -> None:
        """Keep what was added beside what is kept."""
        if not self._added:
            return
        kept = {**self._recalled(), **self._added}  # another process may have kept some since
        newest = dict(islice(kept.items(), max(0, len(kept) - self._most), None))
        keep(self._name, json.dumps(newest, separators=(",", ":")))
        prune(self.kind, _BYTES)
        self._added.clear()
        self._kept = None

    @property
    def _name(self) -> str:
        return f"{self.kind}-{mark_of()}.json"

    def _recalled(self) -> Mapping[str, Any]:
        kept = recall_json(self._name)
        return kept if isinstance(kept, dict) else {}


def memory_of(kind: str, most: int, is_sound: Callable[[str, Any], bool]) -> Memory:
    """The memory of a kind in this process, with what tells a sound value by its name."""
    if kind not in _memories:
        _keep_at_the_end()
        _memories[kind] = Memory(kind, most, is_sound)
    return _memories[kind]


def keep_learned() -> None:
    """Keep what this process has learned and not kept."""
    for memory in _memories.values():
        memory.keep()


@cache
def _keep_at_the_end() -> None:
    atexit.register(keep_learned)
