"""Shorthand for tests that read articles."""

import re

from medlint.documents.model import BlockKind
from medlint.documents.position import Format
from medlint.documents.reading import parse

METADATA_KINDS = (BlockKind.TITLE, BlockKind.DESCRIPTION)


def markdown(source):
    return parse(source, Format.MARKDOWN)


def html(source):
    return parse(source, Format.HTML)


def plain(source):
    return parse(source, Format.TEXT)


def outline(document):
    """Every block as (kind, text)."""
    return [(block.kind.value, block.text) for block in document.blocks]


def texts(document, kind=None):
    return [block.text for block in document.blocks if kind is None or block.kind.value == kind]


def block(document, start):
    """The one block whose text begins with `start`."""
    [found] = [block for block in document.blocks if block.text.startswith(start)]
    return found


def heading_above(document, start):
    section = block(document, start).section
    return None if section is None else document.blocks[section].text


def introduced_by(document, start):
    lead_in = block(document, start).lead_in
    return None if lead_in is None else document.blocks[lead_in].text


def places(document, phrase):
    """Line and column of every place where `phrase` stands as whole words in the prose of the body."""
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, phrase.split())) + r"(?!\w)")
    found = []
    for one in document.blocks:
        if one.kind not in METADATA_KINDS:
            for match in pattern.finditer(one.text):
                position = document.position(one.source_span(*match.span())[0])
                found.append([position.line, position.column])
    return found


def assert_well_formed(document):
    """Segments lie in order in the source, and sections and lead-ins point back at what they may."""
    for number, one in enumerate(document.blocks):
        assert one.text and one.text == one.text.strip()
        end = 0
        for segment in one.segments:
            assert end <= segment.start <= segment.end <= len(document.source)
            assert segment.text and (segment.start < segment.end)
            end = segment.end
        start, stop = one.source_span(0, len(one.text))
        assert (start, stop) == (one.segments[0].start, one.segments[-1].end)
        if one.section is not None:
            assert one.section < number and document.blocks[one.section].kind is BlockKind.HEADING
        if one.lead_in is not None:
            assert one.lead_in < number
