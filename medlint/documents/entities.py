"""Character references of HTML (`&rsquo;`, `&#233;`) and where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_REFERENCE = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,32}|#[0-9]{1,32}|[a-zA-Z][a-zA-Z0-9]{0,31});?")


def decoded(text: str) -> str:
    """`text` with its character references decoded; `html.unescape` raises an error on a reference of 5,000 digits."""
    return "".join([piece for piece, _, _ in pieces(text)]) if "&" in text else text


def pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """Part `text` into (decoded text, start, end), in order; a piece that stands for itself is as long as its slice.

    A reference that decodes to nothing is left out.
    """
    done = 0
    for reference in _REFERENCE.finditer(text):
        decoded = unescape(reference.group())
        if decoded == reference.group():
            continue
        start, end = reference.span()
        if start > done:
            yield text[done:start], done, start
        if decoded:
            yield decoded, start, end
        done = end
    if done < len(text):
        yield text[done:], done, len(text)
