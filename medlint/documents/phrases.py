"""The phrase lists and hints of `rules/documents/`, loaded when first needed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from medlint.data import Snapshot, built, data_root
from medlint.errors import DataError
from medlint.shapes import has_shape

_FOLDER = "rules/documents"
_NUMBERS = frozenset({"longest", "most-words", "first-blocks"})
_PLAIN = (str, int, [str])
_SHAPE = (*_PLAIN, {str: (*_PLAIN, {str: _PLAIN})})
_NUMBERING = re.compile(r"^\s*[\divxIVX]{1,4}[.):]\s+")
_NOT_WORDS = re.compile(r"[^\w' ]+")


@cache
def _tree() -> Mapping[str, object]:
    return built(data_root() / _FOLDER, _files)


def _files(taken: Snapshot) -> Mapping[str, object]:
    """The files. Raises `DataError` for one that is not a mapping of names to what the readers expect."""
    for name, content in taken.tree.items():
        if not has_shape(content, {str: _SHAPE}) or _is_odd(content):
            raise DataError(f"{_FOLDER}/{name}:1: this is no mapping of names to lists of phrases")
    return taken.tree


def _is_odd(content: Any) -> bool:  # noqa: ANN401 - YAML
    """Whether a number stands where none is expected, or the other way round, or a text is empty."""
    if isinstance(content, Mapping):
        return any((name in _NUMBERS) != (type(each) is int) or _is_odd(each) for name, each in content.items())
    return "" in content if isinstance(content, list) else content == ""


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
