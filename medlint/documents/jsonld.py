"""Reads JSON-LD, in which health pages tell search engines who wrote and reviewed them, when, from what sources."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

from medlint.documents.metadata import Facts, field_of
from medlint.documents.model import Reference

_Json: TypeAlias = Any  # what json.loads yields
LONGEST = 1_000_000  # characters of all scripts of a page; real ones have a few thousand
_MOST_NODES = 5_000
_NOT_OF_THE_ARTICLE = frozenset(
    {"person", "organization", "organisation", "website", "imageobject", "videoobject", "breadcrumblist", "listitem"}
)
_WITH_OWN_DATES = ("comment", "review", "rating")


def read_json_ld(content: str, start: int, facts: Facts) -> None:
    """Tell `facts` what the JSON-LD `content`, which stands at `start` of the source, says of the page.

    Citations are placed at the script as a whole. Broken or over-large JSON-LD tells nothing.
    """
    if len(content) > LONGEST:
        return
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return
    nodes = list(_nodes(data))
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    for node in nodes:
        if _of_the_article(node):
            _tell(node, named, facts, (start, start + len(content)))


def _nodes(data: _Json) -> Iterator[dict[str, _Json]]:
    """Every object at the top level, in `@graph`, and below `mainEntity`-like properties, breadth first."""
    queue: list[_Json] = [data]
    for value in queue:
        if len(queue) > _MOST_NODES:
            return
        if isinstance(value, list):
            queue.extend(value)
        elif isinstance(value, dict):
            yield value
            queue.extend(inner for inner in value.values() if isinstance(inner, dict | list))


def _of_the_article(node: dict[str, _Json]) -> bool:
    kinds = [kind.lower() for kind in _listed(node.get("@type")) if isinstance(kind, str)]
    return not any(kind in _NOT_OF_THE_ARTICLE or kind.endswith(_WITH_OWN_DATES) for kind in kinds)


def _tell(node: dict[str, _Json], named: dict[str, _Json], facts: Facts, span: tuple[int, int]) -> None:
    for key, value in node.items():
        field = field_of(key)
        if field == "references":
            facts.references.extend(_references(value, span))
        elif field not in {None, "title", "description"}:
            facts.tell(key, *_names(value, named))


def _listed(value: _Json) -> list[_Json]:
    return value if isinstance(value, list) else [value]


def _names(value: _Json, named: dict[str, _Json]) -> Iterator[str]:
    for one in _listed(value):
        if isinstance(one, dict):
            identifier = one.get("@id")
            target = named.get(identifier, one) if isinstance(identifier, str) else one
            one = one.get("name") or target.get("name")  # noqa: PLW2901  # the name stands for its object
        if isinstance(one, str):
            yield one


def _references(value: _Json, span: tuple[int, int]) -> Iterator[Reference]:
    for one in _listed(value):
        text, url = one, None
        if isinstance(one, dict):
            url = next((one[key] for key in ("url", "sameAs", "@id") if isinstance(one.get(key), str)), None)
            text = next((one[key] for key in ("name", "headline", "text") if isinstance(one.get(key), str)), url)
        if isinstance(text, str) and text.strip():
            yield Reference(" ".join(text.split()), *span, url or (text if text.startswith("http") else None))
