"""Values as TOML writes them; what TOML has no word for is written as Python would, which no reader accepts."""

from __future__ import annotations

import json
import math


def toml(table):
    """A table as the text of a file, one key a line."""
    return "".join(f"{_key(key)} = {_value(value)}\n" for key, value in table.items())


def _value(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, float) and math.isnan(value):
        return "nan"
    return "null" if value is None else str(value).lower()


def _key(key):
    return key if key and all(each.isascii() and (each.isalnum() or each in "-_") for each in key) else _text(key)


def _text(text):
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
