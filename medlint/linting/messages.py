"""Messages: a rule's template filled with the words in the text and what the evidence says, never over-long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import Formatter

LIMIT = 200  # characters of a message
_SHORTEST = 24  # characters that a shortened value keeps
_SHORTENED = ("says", "harms", "source", "text", "condition", "intervention")  # in this order, until the message fits


def fill(template: str, values: Mapping[str, str], missing: Mapping[str, str]) -> str:
    """Fill `{field}` from `values`, else from `missing`, else with nothing; at most `LIMIT` characters.

    Over-long values lose their end to an ellipsis, the evidence first (a finding carries it in full), the words of
    the text later; a message that is still too long loses its own end.
    """
    fields = [name for _, name, _, _ in Formatter().parse(template) if name]
    filled = {name: values.get(name) or missing.get(name, "") for name in fields}
    for name in _SHORTENED:
        excess = len(template.format_map(filled)) - LIMIT
        if excess > 0 and name in filled:
            uses = fields.count(name)
            filled[name] = shorten(filled[name], max(_SHORTEST, len(filled[name]) - -(-excess // uses)))
    return shorten(template.format_map(filled), LIMIT)


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
