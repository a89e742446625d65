"""Reads HTML, whole pages and the pieces of it that Markdown holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from medlint.documents import entities
from medlint.documents.boilerplate import judge
from medlint.documents.builder import Builder
from medlint.documents.drafts import Draft, Link, Reading
from medlint.documents.elements import VOID
from medlint.documents.frontmatter import front_matter
from medlint.documents.jsonld import LONGEST, read_json_ld
from medlint.documents.limits import UNLIMITED, Limits
from medlint.documents.metadata import Facts, field_of, merged
from medlint.documents.model import BlockKind, Comment, Metadata, Segment
from medlint.documents.segments import SegmentCollector
from medlint.documents.tags import Attribute, Token, TokenKind, attributes, tokens

_COMMENT = re.compile(r"<!--(.*?)--!?>", re.DOTALL)
_BETWEEN_LOOKS = 64  # tags


def read_html(source: str, limits: Limits = UNLIMITED) -> Reading:
    """Read a page. `source` may begin with front matter, as static site generators allow.

    Raises `DocumentError` for what is beyond `limits`.
    """
    builder = Builder(source, wide_gaps=False, limits=limits)
    front = front_matter(source, builder.skipped)
    reader = HtmlReader(builder, source, limits)
    reader.read(source[front.end :], front.end)
    metadata = merged([front.metadata, reader.metadata()])
    return builder.read((*front.drafts, *reader.heads), metadata, (*front.comments, *reader.comments))


class HtmlReader:
    """Feeds HTML to a builder and keeps what the page says of itself; `heads` is the first description in a `<meta>`.

    `comments` are those that it met, also in parts that are skipped.
    """

    def __init__(self, builder: Builder, source: str, limits: Limits = UNLIMITED) -> None:
        self._builder = builder
        self._source = source
        self._limits = limits
        self._marks = 0  # tags and comments met so far
        self._json_ld_length = 0  # characters
        self._meta, self._json_ld = Facts(), Facts()
        self.heads: list[Draft] = []
        self.comments: list[Comment] = []

    def metadata(self) -> Metadata:
        """What `<html>`, `<meta>` and JSON-LD have told so far."""
        return merged([self._json_ld.metadata(), self._meta.metadata()])

    def read(self, text: str, base: int) -> None:
        """Read `text`, which stands for the source from offset `base` on."""
        self._builder.collector.look_through(text, base)
        json_ld = False
        for token in tokens(text):
            if token.kind is TokenKind.TEXT:
                if self._builder.context.skip and not json_ld:
                    self._builder.unread(entities.decoded(text[token.start : token.end]), base + token.start)
                    continue
                content = text[token.start : token.end]
                if json_ld:
                    self._read_json_ld(content, base + token.start)
                self._text(content, base + token.start)
            else:
                self._count()
                json_ld = self._markup(token, base)
        self._builder.collector.look_at_source()

    def _count(self) -> None:
        """Count a tag or a comment; now and then look at the clock."""
        self._marks += 1
        if self._marks % _BETWEEN_LOOKS == 0:
            self._limits.require_segments(self._marks, "tags and comments")
            self._limits.require_time()

    def _read_json_ld(self, content: str, start: int) -> None:
        """Read a script, unless those before it and it are longer than one may be."""
        self._json_ld_length += len(content)
        if self._json_ld_length <= LONGEST:
            read_json_ld(content, start, self._json_ld)

    def _text(self, text: str, start: int) -> None:
        if "&" not in text:
            self._builder.verbatim(start, start + len(text), text)
            return
        for piece, first, last in entities.pieces(text):
            if len(piece) == last - first and piece == text[first:last]:
                self._builder.verbatim(start + first, start + last, piece)
            else:
                self._builder.decoded(piece, start + first, start + last)

    def _markup(self, token: Token, base: int) -> bool:
        """Take in a tag or a comment; whether it opens JSON-LD."""
        start, end = base + token.start, base + token.end
        if token.kind is TokenKind.COMMENT:
            self._comment(start, end)
        elif token.kind is TokenKind.END:
            self._builder.close(token.name)
        elif token.name == "br":
            self._builder.line_break(start, end)
        else:
            found = attributes(token.attributes) if token.attributes else {}
            if token.name in VOID:
                self._void(token, found, base)
            else:
                self._open(token.name, found, start, end)
                return token.name == "script" and "ld+json" in _value(found, "type").lower()
        return False

    def _comment(self, start: int, end: int) -> None:
        """Keep a comment; one that is never closed takes the rest of the page with it, and is counted as such."""
        source = self._source
        if match := _COMMENT.fullmatch(source, start, end):
            self.comments.append(Comment(match[1].strip(), start, end))
        if source.startswith("<!--", start) and not source.endswith(("-->", "--!>"), start, end):
            self._builder.leave_out("unclosed-comment", start, end, source[start + 4 : end])
        else:
            self._builder.leave_out("comment", start, end)

    def _open(self, name: str, found: Mapping[str, Attribute], start: int, end: int) -> None:
        builder = self._builder
        if builder.context.skip is not None:
            builder.open(name)
            return
        skip, region = judge(name, found)
        if name == "button" and builder.context.kind is BlockKind.HEADING:
            skip = None  # the heading of an accordion
        if name == "html" and "lang" in found:
            self._meta.tell("lang", found["lang"].value)
        if name == "table" and _value(found, "role") in {"presentation", "none"}:
            name = "div"
        url = _value(found, "href") if name == "a" else ""
        builder.open(name, skip, region, Link(url, start, end) if url else None)
        if _value(found, "role") == "heading":
            level = _value(found, "aria-level")
            builder.annotate(level=int(level) if level in set("123456") else 2)

    def _void(self, token: Token, found: Mapping[str, Attribute], base: int) -> None:
        start, end = base + token.start, base + token.end
        if token.name == "meta":
            self._tell(found, base + token.attributes_at)
        elif token.name == "hr":
            self._builder.flush()
        elif token.name == "img" and _value(found, "alt").strip():
            self._builder.leave_out("alt", start, end, _value(found, "alt"))
        elif token.name == "wbr":
            pass

    def _tell(self, found: Mapping[str, Attribute], attributes_at: int) -> None:
        content = found.get("content")
        key = next((found[name].value for name in ("name", "property", "itemprop") if name in found), None)
        if content is None or key is None:
            return
        self._meta.tell(key, content.value)
        if field_of(key) == "description" and self._builder.context.skip is None and not self.heads:
            segments = _decoded(self._source, content, attributes_at)
            if segments:
                self.heads.append(Draft.of(BlockKind.DESCRIPTION, segments))


def _value(found: Mapping[str, Attribute], name: str) -> str:
    return found[name].value if name in found else ""


def _decoded(source: str, attribute: Attribute, attributes_at: int) -> tuple[Segment, ...]:
    """The segments of an attribute's value."""
    collector, base = SegmentCollector(source, Counter()), attributes_at + attribute.start
    for piece, first, last in entities.pieces(attribute.raw):
        if piece == attribute.raw[first:last]:
            collector.verbatim(base + first, base + last)
        else:
            collector.decoded(piece, base + first, base + last)
    return collector.take()
