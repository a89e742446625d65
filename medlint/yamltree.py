"""YAML as plain data: text, numbers, booleans, lists and mappings, with the line on which each value stands.

Anchors, aliases, tags, keys that are no text, keys given twice and very deep nesting are refused: data files need none
of them, and they are how a small file grows into a huge or surprising one. Dates stay text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from typing import Any, ClassVar, TypeVar

import yaml

from medlint.errors import DataError

DEEPEST = 100  # levels of nesting
_LONGEST_NUMBER = 100  # characters
_MAYBE_DEEP = 2000  # no file with fewer opening brackets and shorter lines than this overflows the parser's stack
_MAYBE_SHARED = re.compile(r"(?:^|[\s\[{,])[&*](?=\S)", re.MULTILINE)
_TOO_DEEP = "nested too deep"
_COLON = "mapping values are not allowed"  # what a colon in a text without quotes looks like to a parser
_LIBYAML_TOO_DEEP = "exceeded maximum nesting depth"  # libyaml has a limit of its own, deeper than `DEEPEST`
_PREFIX = "tag:yaml.org,2002:"
_KINDS = ("null", "bool", "int", "float", "str", "seq", "map")

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # PyYAML may be built without libyaml
Path = tuple[str | int, ...]
_Value = TypeVar("_Value")


class _Reader(_Base):  # type: ignore[misc]
    """The safe loader without dates and tags, strict about keys."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag.removeprefix(_PREFIX) in _KINDS]
        for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }
    yaml_constructors: ClassVar[dict[str | None, Any]] = {
        tag: constructor
        for tag, constructor in _Base.yaml_constructors.items()
        if tag is None or tag.removeprefix(_PREFIX) in _KINDS
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen = set()
        for key, _ in node.value:
            if key.tag != _PREFIX + "str":
                raise yaml.constructor.ConstructorError(None, None, "a key must be text: quote it", key.start_mark)
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"key {key.value!r} twice", key.start_mark)
            seen.add(key.value)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep=deep)
        return mapping

    def construct_number(self, node: yaml.ScalarNode) -> Any:  # noqa: ANN401 - of whichever kind
        """A number that is short enough: to convert a long one takes time by the square of its length, or fails."""
        if len(node.value) > _LONGEST_NUMBER:
            problem = f"a number of more than {_LONGEST_NUMBER} characters; put text in quotes"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)
        return _Base.yaml_constructors[node.tag](self, node)


for _number in ("int", "float"):
    _Reader.add_constructor(_PREFIX + _number, _Reader.construct_number)


def parse(content: bytes, name: str) -> object:
    """The value of a YAML file; `None` for an empty one. Raises `DataError` ("name:line: what is wrong")."""
    return _guarded(content, name, lambda text: yaml.load(text, Loader=_Reader))


def lines(content: bytes, name: str) -> Mapping[Path, int]:
    """The 1-based line of every value of a file that parses, by its path of keys and indices; `()` is the file itself.

    A value in a mapping is placed at its key.
    """
    root = _guarded(content, name, lambda text: yaml.compose(text, Loader=_Reader))
    places: dict[Path, int] = {(): 1}
    queue: list[tuple[Path, Any]] = [((), root)]
    while queue:
        path, node = queue.pop()
        if isinstance(node, yaml.MappingNode):
            children = [(key.value, key, value) for key, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            children = [(index, value, value) for index, value in enumerate(node.value)]
        else:
            continue
        for step, mark, value in children:
            places[(*path, step)] = mark.start_mark.line + 1
            queue.append(((*path, step), value))
    return places


def line_of(places: Mapping[Path, int], path: Path) -> int:
    """The line of `path`, or of the nearest value around it that the file has."""
    while path not in places:
        path = path[:-1]
    return places[path]


def _guarded(content: bytes, name: str, read: Callable[[str], _Value]) -> _Value:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DataError(f"{name}:{line}: this is not UTF-8 text") from None
    try:
        _refuse_tricks(text, name)
        return read(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = ", ".join(filter(None, (error.context, error.problem)))
        if _LIBYAML_TOO_DEEP in problem:
            problem = _TOO_DEEP
        elif _COLON in problem:
            problem += "; put a text with a colon in quotes"
        raise DataError(f"{name}:{mark.line + 1 if mark else 1}: broken YAML: {problem}") from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise DataError(f"{name}:{line}: broken YAML: {error.reason}") from None
    except (ValueError, RecursionError) as error:
        raise DataError(f"{name}:1: broken YAML: {error}") from None


def _refuse_tricks(text: str, name: str) -> None:
    """Raise `DataError` for anchors, aliases and deep nesting, looking closely only where the text could hold them."""
    brackets = text.count("[") + text.count("{")
    longest = max(map(len, text.splitlines()), default=0)
    if brackets + longest < _MAYBE_DEEP and not _MAYBE_SHARED.search(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Reader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _refusal(name, "anchors and aliases are not allowed", event)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise _refusal(name, _TOO_DEEP, event)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _refusal(name: str, problem: str, at: yaml.Event) -> DataError:
    line = at.start_mark.line + 1 if at.start_mark else 1
    return DataError(f"{name}:{line}: broken YAML: {problem}")
