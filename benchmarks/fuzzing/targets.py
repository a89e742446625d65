"""What is done with a page, and what must hold of it then; a failure is an exception."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache

# what is read late elsewhere is read here, so that a fuzzer can watch it
import medlint.documents.html
import medlint.documents.markdown
import medlint.documents.text
import medlint.language.reading  # noqa: F401
from medlint.documents.decoding import decode
from medlint.documents.model import Block, Document
from medlint.documents.position import Format
from medlint.documents.reading import parse
from medlint.errors import DocumentError
from medlint.language.article import Claim, Disclosure, Mention
from medlint.language.concepts import Vocabulary
from medlint.language.reading import Reader
from medlint.linting.findings import Confidence
from medlint.linting.linter import Linter
from medlint.linting.settings import Settings

_SUFFIXES = {Format.MARKDOWN: "page.md", Format.HTML: "page.html", Format.TEXT: "page.txt"}


def documents(format: Format, source: str) -> None:
    """Decode and parse: every block stands in the source, its segments one behind another."""
    with suppress(DocumentError):
        decode(source.encode("utf-8", "surrogateescape"), "page")
    document = parse(source, format)
    for block in document.blocks:
        end = 0
        for segment in block.segments:
            assert end <= segment.start < segment.end <= len(document.source), f"segment out of place: {segment}"
            end = segment.end
        assert block.source_span(0, len(block.text))[1] == end, f"block out of place: {block.text[:40]!r}"


def language(_format: Format, source: str) -> None:
    """Read plain text: every claim and mention is what the block has at its place."""
    article = _reader().read(parse(source, Format.TEXT))
    told: tuple[Claim | Mention | Disclosure, ...] = (*article.claims, *article.mentions, *article.disclosures)
    for one in told:
        text = article.document.blocks[one.span.block].text[one.span.start : one.span.end]
        assert text == one.text, f"out of place: {one}"


def whole(format: Format, source: str) -> None:
    """Lint: every finding's words are words of a block at that very place, or a comment."""
    report = _linter().check_text(source, _SUFFIXES[format])
    assert report.error is None, report.trace or report.error
    document = parse(source, format)
    for finding in report.findings:
        start, end = finding.start.offset, finding.end.offset
        assert _stands(document, finding.text, start, end), f"finding out of place: {finding}"


def _stands(document: Document, text: str, start: int, end: int) -> bool:
    if any((comment.start, comment.end) == (start, end) for comment in document.comments):
        return document.source[start:end] == text
    around = (block for block in document.blocks if block.segments[0].start <= start <= end <= block.segments[-1].end)
    return any(_says(block, text, start, end) for block in around)


def _says(block: Block, text: str, start: int, end: int) -> bool:
    at = block.text.find(text)
    while at >= 0 and block.source_span(at, at + len(text)) != (start, end):
        at = block.text.find(text, at + 1)
    return at >= 0


@cache
def _linter() -> Linter:
    return Linter(Settings(min_confidence=Confidence.LOW))


@cache
def _reader() -> Reader:
    from medlint.evidence.loading import load_database

    vocabulary: Vocabulary = load_database().vocabulary()
    return Reader.of(vocabulary)


TARGETS: dict[str, Callable[[Format, str], None]] = {"documents": documents, "language": language, "whole": whole}
