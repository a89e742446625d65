"""The shapes of JSON values: what is read from a cache may be whole and yet not what was kept there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Shape: TypeAlias = Any  # see `has_shape`
LARGEST = 2**53  # no number that is kept is as large, and one of thousands of digits cannot be shown


def has_shape(value: object, shape: Shape) -> bool:
    """Whether a JSON value has a shape, which is written as an example of it with types for values.

    `str`, `int`, `float`, `bool` and `None` stand for themselves (an `int` is within `LARGEST`), a tuple for any of its
    shapes, `[shape]` for a list of any length, `{str: shape}` for a mapping with any keys, another mapping for one with
    exactly these keys.
    """
    if isinstance(shape, type):
        return type(value) is shape and (shape is not int or -LARGEST < value < LARGEST)  # type: ignore[operator]
    if isinstance(shape, tuple):
        return any(has_shape(value, each) for each in shape)
    if isinstance(shape, list):
        return isinstance(value, list) and all(has_shape(each, shape[0]) for each in value)
    if isinstance(shape, dict):
        return isinstance(value, dict) and _is_mapping(value, shape)
    return value is None


def _is_mapping(value: Mapping[str, object], shape: Mapping[Any, Shape]) -> bool:
    if str in shape:
        return all(has_shape(each, shape[str]) for each in value.values())
    return value.keys() == shape.keys() and all(has_shape(value[key], shape[key]) for key in shape)
