"""The HTML elements as far as blocks of prose are concerned. Every format is read in these terms."""

from __future__ import annotations

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})
CELLS = frozenset({"td", "th"})
TABLE_PARTS = frozenset({"thead", "tbody", "tfoot"})

# fmt: off
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "noscript", "ol", "optgroup", "option",
    "p", "pre", "search", "section", "select", "summary", "table", "tbody", "td", "template", "tfoot", "th", "thead",
    "title", "tr", "ul",
})
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})
# fmt: on

_ROW = frozenset({"p", "td", "th", "tr"})
_TERM = frozenset({"p", "dt", "dd"})
_PARAGRAPH = frozenset({"p"})
_CLOSED_BY = {
    "template": frozenset[str](),
    "noscript": frozenset[str](),
    "li": frozenset({"p", "li"}),
    "dt": _TERM,
    "dd": _TERM,
    "td": frozenset({"p", "td", "th"}),
    "th": frozenset({"p", "td", "th"}),
    "tr": _ROW,
    "caption": _PARAGRAPH,
} | dict.fromkeys(TABLE_PARTS, _ROW | TABLE_PARTS)


def closed_by(tag: str) -> frozenset[str]:
    """The elements that end where a block element `tag` begins, as their end tags may be left out."""
    return _CLOSED_BY.get(tag, _PARAGRAPH)
