"""A place in a source, and the format of one: what reports need without all that an article is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

LINE_END = re.compile(r"\r\n?|\n")  # as editors count: form feeds and other separators of Unicode end no line


class Format(StrEnum):
    """The file formats that medlint reads."""

    MARKDOWN = "markdown"
    HTML = "html"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a source: 0-based offset, 1-based line and column, all in code points."""

    offset: int
    line: int
    column: int
