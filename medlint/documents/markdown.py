"""Reads Markdown (CommonMark with tables, footnotes, struck-out text and alerts) and the HTML inside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import pyromark

from medlint.documents.builder import Builder
from medlint.documents.drafts import Link, Reading
from medlint.documents.frontmatter import front_matter
from medlint.documents.html import HtmlReader
from medlint.documents.limits import UNLIMITED, Limits
from medlint.documents.metadata import merged
from medlint.documents.offsets import CodePoints

if TYPE_CHECKING:
    from pyromark.event import Range

_Detail: TypeAlias = Any  # what the parser tells of an event: nothing, text or a mapping
_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_GFM
)
_ELEMENTS = {
    "Paragraph": "p",
    "Item": "li",
    "List": "ul",
    "Table": "table",
    "TableHead": "tr",
    "TableRow": "tr",
    "Strong": "b",
    "FootnoteDefinition": "section",
}
_MARKS = "\n\r`*_~[]()<>!|\\&#-+.:"  # whatever may begin or end a piece, a block or an item
_BETWEEN_LOOKS = 64  # events
_LEFT_OUT = {"CodeBlock": ("pre", "code"), "Image": ("img", "alt"), "Strikethrough": ("del", "deleted")}


def read_markdown(source: str, limits: Limits = UNLIMITED) -> Reading:
    """Read a page of Markdown, with or without front matter. Raises `DocumentError` for what is beyond `limits`."""
    _require_few_marks(source, limits)
    builder = Builder(source, limits=limits)
    front = front_matter(source, builder.skipped)
    html = HtmlReader(builder, source, limits)
    _Adapter(builder, html, source, front.end).run(limits)
    metadata = merged([front.metadata, html.metadata()])
    return builder.read((*front.drafts, *html.heads), metadata, (*front.comments, *html.comments))


class _Adapter:
    """Tells a builder what the Markdown parser finds, in terms of HTML elements."""

    def __init__(self, builder: Builder, html: HtmlReader, source: str, base: int) -> None:
        self._builder = builder
        self._html = html
        self._source = source
        self._base = base
        self._body = source[base:]
        self._points = CodePoints(self._body)
        self._html_pieces: list[tuple[int, int]] = []
        self._cell = "td"

    def run(self, limits: Limits) -> None:
        """Read everything, with a look at the clock now and then."""
        for number, (event, span) in enumerate(pyromark.events_with_range(self._body, options=_OPTIONS)):
            if number % _BETWEEN_LOOKS == 0:
                limits.require_time()
            name, detail = (event, None) if isinstance(event, str) else next(iter(event.items()))
            if name == "Start":
                self._start(*_tag(detail), span)
            elif name == "End":
                self._end(*_tag(detail))
            elif name in _LEAVES:
                _LEAVES[name](self, detail, *self._place(span))

    def _place(self, span: Range) -> tuple[int, int]:
        """Where bytes of the body stand in the source."""
        return self._base + self._points.at(span["start"]), self._base + self._points.at(span["end"])

    def text(self, text: str, start: int, end: int) -> None:
        """Text, as it stands or as an escape or entity stands for it."""
        if len(text) == end - start:
            self._builder.verbatim(start, end, text)
        elif text and end > start:
            self._builder.decoded(text, start, end)

    def html(self, _: _Detail, start: int, end: int) -> None:
        """A line of an HTML block."""
        self._html_pieces.append((start, end))

    def inline_html(self, _: _Detail, start: int, end: int) -> None:
        """A tag or comment in running text."""
        self._html.read(self._source[start:end], start)

    def code(self, _: _Detail, start: int, end: int) -> None:
        """Code in running text."""
        self._builder.leave_out("code", start, end, self._source[start:end])

    def footnote_reference(self, _: _Detail, start: int, end: int) -> None:
        """The mark of a footnote."""
        self._builder.leave_out("reference-marker", start, end)

    def line_break(self, _: _Detail, start: int, end: int) -> None:
        """The end of a line inside a block."""
        self._builder.fold(start, end)

    def rule(self, *_: object) -> None:
        """A line across the page."""
        self._builder.flush()

    def _start(self, tag: str, detail: _Detail, span: Range) -> None:
        builder = self._builder
        if tag == "Link":
            builder.open("a", link=Link(detail["dest_url"], *self._place(span)))
        elif tag in _LEFT_OUT:
            element, reason = _LEFT_OUT[tag]
            builder.open(element, skip=reason)
        elif tag == "HtmlBlock":
            self._html_pieces.clear()
        else:
            self._cell = {"TableHead": "th", "TableRow": "td"}.get(tag, self._cell)
            builder.open(self._element(tag, detail))
            if tag == "FootnoteDefinition":
                builder.annotate(note=True)

    def _end(self, tag: str, detail: _Detail) -> None:
        if tag == "HtmlBlock":
            self._read_html_block()
        elif tag in _LEFT_OUT:
            self._builder.close(_LEFT_OUT[tag][0])
        else:
            self._builder.close("a" if tag == "Link" else self._element(tag, detail))

    def _element(self, tag: str, detail: _Detail) -> str:
        if tag == "Heading":
            level: str = detail["level"] if isinstance(detail, dict) else detail
            return level.lower()
        if tag == "BlockQuote":
            return "div" if detail else "blockquote"  # an alert ("[!NOTE]") quotes nobody
        return self._cell if tag == "TableCell" else _ELEMENTS.get(tag, tag.lower())

    def _read_html_block(self) -> None:
        """Read the lines of an HTML block as one text in which the quote marks between them are blank."""
        if not self._html_pieces:
            return
        parts: list[str] = []
        at = self._html_pieces[0][0]
        for start, end in self._html_pieces:
            parts.append(" " * (start - at) + self._source[start:end])
            at = end
        self._html.read("".join(parts), self._html_pieces[0][0])


_LEAVES: Mapping[str, Callable[[_Adapter, _Detail, int, int], None]] = {
    "Text": _Adapter.text,
    "Html": _Adapter.html,
    "InlineHtml": _Adapter.inline_html,
    "Code": _Adapter.code,
    "FootnoteReference": _Adapter.footnote_reference,
    "SoftBreak": _Adapter.line_break,
    "HardBreak": _Adapter.line_break,
    "Rule": _Adapter.rule,
}


def _require_few_marks(source: str, limits: Limits) -> None:
    """Count what the parser might make pieces of: it makes all of them at once, and each takes a hundred bytes."""
    if len(source) > limits.segments:
        limits.require_segments(sum(map(source.count, _MARKS)), "marks and line ends")


def _tag(detail: _Detail) -> tuple[str, _Detail]:
    """The name of a tag event and what it tells."""
    return (detail, None) if isinstance(detail, str) else next(iter(detail.items()))
