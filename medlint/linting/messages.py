"""Messages: a rule's template filled with the words in the text and what the evidence says, never over-long.

A template knows `{field}` and, for a brace in the message itself, `{{` and `}}`. It is no format string of Python: a
width such as `{text:>99999999}` would let one line of a rule pack fill the memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

LIMIT = 200  # characters of a message
# What a message may name in braces.
FIELDS = frozenset(
    {"text", "intervention", "condition", "says", "source", "allowed", "horizon", "harms", "comparator", "figure"}
    | {"cited", "actual", "problem"}
)
MOST_FIELDS = 20  # in one template
_SHORTEST = 24  # characters that a shortened value keeps
_SHORTENED = ("says", "harms", "source", "text", "condition", "intervention")  # in this order, until the message fits
_ESCAPED = ("{{", "}}")
_PIECE = re.compile(r"\{\{|\}\}|\{(?P<name>[a-z_]+)\}|\{[^{}]*\}?|\}")


class _Piece(NamedTuple):
    """Plain text of a template and the field behind it; the last text has none."""

    text: str
    field: str | None


class Parsed(NamedTuple):
    """A template taken apart: its plain text, the fields that it names in order, and what is wrong with it."""

    pieces: tuple[_Piece, ...]
    fields: tuple[str, ...]
    problem: str | None

    @property
    def fixed(self) -> int:
        """The characters of a message that stay the same whatever is filled in."""
        return sum(len(piece.text) for piece in self.pieces)

    def filled(self, values: Mapping[str, str]) -> str:
        """The message with `values` in place of the fields."""
        return "".join(part for text, name in self.pieces for part in (text, values[name] if name else ""))


@lru_cache(maxsize=1024)
def parse(template: str) -> Parsed:
    """Take a template apart. What is no field is kept as plain text; the first such piece is the `problem`."""
    pieces: list[_Piece] = []
    text: list[str] = []
    end = 0
    for match in _PIECE.finditer(template):
        text.append(template[end : match.start()])
        end = match.end()
        if match["name"]:
            pieces.append(_Piece("".join(text), match["name"]))
            text.clear()
        else:
            text.append(match[0][0] if match[0] in _ESCAPED else match[0])
    pieces.append(_Piece("".join((*text, template[end:])), None))
    fields = tuple(piece.field for piece in pieces if piece.field)
    return Parsed(tuple(pieces), fields, next(_problems(template, fields), None))


def _problems(template: str, fields: Sequence[str]) -> Iterator[str]:
    for match in _PIECE.finditer(template):
        if not match["name"] and match[0] not in _ESCAPED:
            yield _problem(match[0])
    if len(fields) > MOST_FIELDS:
        yield f"{len(fields)} fields in braces, and a message has at most {MOST_FIELDS}"


def _problem(piece: str) -> str:
    if not piece.endswith("}") or piece == "}":
        return f"a single '{piece[0]}': a field is {{text}}, and a brace in the message itself is written twice"
    name = re.match(r"\{([a-z_]*)", piece)
    meant = name[1] if name and name[1] in FIELDS else "text"
    return f"'{shorten(piece, 40)}' is no field: only a plain name stands in braces, such as {{{meant}}}"


def fill(template: str, values: Mapping[str, str], missing: Mapping[str, str]) -> str:
    """Fill `{field}` from `values`, else from `missing`, else with nothing; at most `LIMIT` characters.

    Over-long values lose their end to an ellipsis, the evidence first (a finding carries it in full), the words of
    the text later; a message that is still too long loses its own end. Nothing in a template or a value makes it fail.
    """
    parsed = parse(template)
    filled = {name: values.get(name) or missing.get(name, "") for name in parsed.fields}
    for name in _SHORTENED:
        excess = len(parsed.filled(filled)) - LIMIT
        if excess > 0 and name in filled:
            uses = parsed.fields.count(name)
            filled[name] = shorten(filled[name], max(_SHORTEST, len(filled[name]) - -(-excess // uses)))
    return shorten(parsed.filled(filled), LIMIT)


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters of a text, cut at a word where one ends in its second half, with an ellipsis."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    if not text[limit - 1].isspace() and kept.rfind(" ") >= limit // 2:
        kept = kept[: kept.rfind(" ")]
    return kept.rstrip(" ,;:.") + "…"


def listing(names: Sequence[str]) -> str:
    """Names as prose: `a`, `a or b`, `a, b or c`."""
    return " or ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
