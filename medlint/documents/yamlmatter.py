"""Reads YAML front matter: title and description are prose, with their places; the rest is metadata."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import yaml
from yaml.scanner import Scanner

from medlint.documents.drafts import Draft
from medlint.documents.metadata import Facts, field_of
from medlint.documents.model import BlockKind, Comment, Metadata, Reference, Segment
from medlint.documents.segments import SegmentCollector

_DEEPEST = 20
_OWN = "medlint"
_NULL = "tag:yaml.org,2002:null"
_PROSE = {"title": BlockKind.TITLE, "description": BlockKind.DESCRIPTION}
_ESCAPES = {
    '"': re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*|.)"),
    "'": re.compile(r"''"),
}
_NO_ESCAPE = re.compile(r"(?!)")


Told = tuple[tuple[Draft, ...], Metadata, tuple[Comment, ...]]


class _Loader(yaml.SafeLoader):
    """The pure Python loader, whose nodes know their places, without aliases and deep nesting."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent) or self._depth > _DEEPEST:
            raise yaml.YAMLError("aliases and deep nesting are not for front matter")
        self._depth += 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node


def read_yaml(source: str, start: int, end: int) -> Told | None:
    """What the YAML in `source[start:end]` tells: title and description, metadata, comments; `None` if no mapping.

    Raises `ValueError` for YAML that is broken, uses aliases or is nested too deep.
    """
    try:
        root = yaml.compose(source[start:end], Loader=_Loader)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None
    if root is None:
        return (), Metadata(), ()
    return _read(root, source, start) if isinstance(root, yaml.MappingNode) else None


def _read(root: yaml.MappingNode, source: str, start: int) -> Told:
    facts = Facts()
    prose: dict[BlockKind, Draft] = {}
    comments: list[Comment] = []
    for key, value in root.value:
        field = field_of(str(key.value))
        kind = _PROSE.get(field or "")
        if key.value == _OWN:
            comments.extend(_comments(value, source, start))
        if field == "references":
            facts.references.extend(_references(value, start))
        elif field is not None:
            facts.tell(str(key.value), *_texts(value))
        if kind is not None and kind not in prose and isinstance(value, yaml.ScalarNode) and value.tag != _NULL:
            draft = Draft.of(kind, _segments(value, source, start))
            prose |= {kind: draft} if draft.text else {}
    return tuple(prose[kind] for kind in _PROSE.values() if kind in prose), facts.metadata(), tuple(comments)


def _comments(value: yaml.Node, source: str, base: int) -> Iterator[Comment]:
    """The entries of what is said to medlint; one that is no text stands as the source has it."""
    for one in _listed(value):
        start, end = base + one.start_mark.index, base + one.end_mark.index
        text = one.value if isinstance(one, yaml.ScalarNode) else source[start:end]
        yield Comment(text.strip(), start, start + len(source[start:end].rstrip()), about_page=True)


def _listed(value: yaml.Node) -> list[yaml.Node]:
    return value.value if isinstance(value, yaml.SequenceNode) else [value]


def _texts(value: yaml.Node) -> Iterator[str]:
    """The text of a scalar, of the scalars of a list, and of the `name` of mappings."""
    for one in _listed(value):
        if isinstance(one, yaml.MappingNode):
            yield from (v.value for k, v in one.value if k.value == "name" and isinstance(v, yaml.ScalarNode))
        elif isinstance(one, yaml.ScalarNode) and one.tag != _NULL:
            yield one.value


def _references(value: yaml.Node, base: int) -> Iterator[Reference]:
    for one in _listed(value):
        told: dict[str, str] = {}
        if isinstance(one, yaml.MappingNode):
            told = {str(k.value): v.value for k, v in one.value if isinstance(v, yaml.ScalarNode)}
        own = one.value if isinstance(one, yaml.ScalarNode) and one.tag != _NULL else ""
        url = told.get("url") or told.get("link") or (own if own.startswith("http") else None)
        text = own or told.get("title") or told.get("name") or url or ""
        if text.strip():
            yield Reference(" ".join(text.split()), base + one.start_mark.index, base + one.end_mark.index, url)


def _segments(scalar: yaml.ScalarNode, source: str, base: int) -> tuple[Segment, ...]:
    """The segments of a scalar, without its quotes; escapes stand for other characters."""
    start, end, style = base + scalar.start_mark.index, base + scalar.end_mark.index, scalar.style
    if style in {"|", ">"}:
        start = source.find("\n", start, end) + 1 or end
    elif style:
        start, end = start + 1, end - 1
    collector = SegmentCollector(source, Counter())
    done = start
    for escape in _ESCAPES.get(style or "", _NO_ESCAPE).finditer(source, start, end):
        collector.verbatim(done, escape.start())
        collector.decoded(_unescaped(escape.group()), *escape.span())
        done = escape.end()
    collector.verbatim(done, end)
    return collector.take()


def _unescaped(escape: str) -> str:
    if escape == "''":
        return "'"
    if escape[1] in Scanner.ESCAPE_CODES:
        number = int(escape[2:], 16)
        return "\ufffd" if number > 0x10FFFF or 0xD800 <= number < 0xE000 else chr(number)
    return str(Scanner.ESCAPE_REPLACEMENTS.get(escape[1], " "))
