"""A sequence whose members are still on their way while it is read for the first time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class Arriving(Sequence[T]):
    """The members of `source`, each asked for when it is first needed, and then kept."""

    def __init__(self, source: Iterator[T]) -> None:
        self._source = source
        self._arrived: list[T] = []

    def __iter__(self) -> Iterator[T]:
        """What has arrived, then what is on its way."""
        index = 0
        while index < len(self._arrived) or self._fetch():
            yield self._arrived[index]
            index += 1

    def __len__(self) -> int:
        """How many there are; waits for all."""
        while self._fetch():
            pass
        return len(self._arrived)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        """A member, or some; waits for all."""
        whole = tuple(self)
        return whole[index]

    def _fetch(self) -> bool:
        try:
            self._arrived.append(next(self._source))
        except StopIteration:
            return False
        return True
