"""The phrase lists and hints of `rules/documents/`, loaded when first needed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from medlint.data import compiled, data_root
from medlint.errors import DataError

_FOLDER = "rules/documents"
_NUMBERING = re.compile(r"^\s*[\divxIVX]{1,4}[.):]\s+")
_NOT_WORDS = re.compile(r"[^\w' ]+")


@cache
def _tree() -> Mapping[str, object]:
    return compiled(data_root() / _FOLDER)


def phrases(name: str) -> Mapping[str, Any]:
    """The content of `rules/documents/<name>.yaml`. Raises `DataError` where the data are missing or broken."""
    tree = _tree()
    if f"{name}.yaml" not in tree:
        raise DataError(f"{_FOLDER}/{name}.yaml:1: there is no such file")
    return cast("Mapping[str, Any]", tree[f"{name}.yaml"])


def plain(text: str) -> str:
    """`text` as headings are compared: lower case, without numbering, punctuation and double spaces."""
    body = _NUMBERING.sub("", text).replace("\u2019", "'").replace("&", " and ").lower()
    return " ".join(_NOT_WORDS.sub(" ", body).split())
