"""Members that are still on their way while a sequence is read for the first time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from medlint.linting.arriving import Arriving


def numbers(asked: list[int]) -> Iterator[int]:
    for number in range(3):
        asked.append(number)
        yield number


def test_a_member_is_asked_for_when_it_is_needed() -> None:
    asked: list[int] = []
    members = iter(Arriving(numbers(asked)))
    assert (next(members), asked) == (0, [0])


def test_every_reader_sees_all_members() -> None:
    arriving = Arriving(numbers([]))
    assert next(iter(arriving)) == 0
    assert list(arriving) == list(arriving) == [0, 1, 2]
    assert len(arriving) == 3
    assert (arriving[2], arriving[1:]) == (2, (1, 2))


def test_what_the_source_raises_is_raised() -> None:
    def source() -> Iterator[int]:
        yield 1
        raise ValueError

    with pytest.raises(ValueError):
        list(Arriving(source()))
