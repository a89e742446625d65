"""What medlint reads in an article, before any rule speaks: claims, disclosures, mentions, facts, as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from medlint.documents.model import Document
from medlint.language.article import Article, Claim, Disclosure, Mention, Span
from medlint.reporting.fields import left_out_fields
from medlint.reporting.jsontext import array, dump

VERSION = 1


def extraction(article: Article, tool_version: str) -> Iterator[str]:
    """One JSON object, one line a claim, disclosure or mention.

    Positions are as in the report of a check: 0-based code points of the decoded file, half-open; lines and columns
    1-based. `strength` is the level on the ladder of effects (0 denied to 6 absolute) or, for a recommendation, on
    that of advice (-2 should not to 3 recommended).
    """
    document = article.document
    head = {
        "version": VERSION,
        "tool": {"name": "medlint", "version": tool_version},
        "path": document.path,
        "format": document.format,
        "title": document.metadata.title,
        "skipped": dict(document.skipped),
        "left_out": left_out_fields(document.left_out),
        "article": asdict(article.facts),
    }
    lists = {
        "claims": (claim_fields(claim, document) for claim in article.claims),
        "disclosures": (disclosure_fields(disclosure, document) for disclosure in article.disclosures),
        "mentions": (mention_fields(mention, document) for mention in article.mentions),
    }
    yield "{" + ",\n ".join(f'"{key}": {dump(value)}' for key, value in head.items())
    for key, items in lists.items():
        yield f',\n "{key}": '
        yield from array(items)
    yield "}\n"


def claim_fields(claim: Claim, document: Document) -> dict[str, Any]:
    """A claim, for programs."""
    advice = claim.kind == "recommendation"
    level = claim.advice if advice else claim.effect
    return {
        "kind": claim.kind,
        **place_fields(claim.span, claim.text, document),
        "topic": claim.topic._asdict(),
        "assertion": claim.assertion._asdict(),
        "strength": {"level": int(level), "name": level.name.lower().replace("_", "-")},
        "horizon": claim.horizon,
        "outcome": claim.outcome,
        "figure": asdict(claim.figure) if claim.figure else None,
        "comparator": claim.comparator,
        "cues": list(claim.cues),
    }


def disclosure_fields(disclosure: Disclosure, document: Document) -> dict[str, Any]:
    """A disclosure, for programs."""
    return {
        "kind": disclosure.kind,
        **place_fields(disclosure.span, disclosure.text, document),
        "concept": disclosure.concept,
        "interventions": list(disclosure.interventions),
        "seriousness": disclosure.seriousness,
        "first": disclosure.first,
    }


def mention_fields(mention: Mention, document: Document) -> dict[str, Any]:
    """A mention, for programs."""
    return {"concept": mention.concept, "kind": mention.kind, **place_fields(mention.span, mention.text, document)}


def place_fields(span: Span, text: str, document: Document) -> dict[str, Any]:
    """The words of a span, and where in the source they begin and end."""
    start, end = document.blocks[span.block].source_span(span.start, span.end)
    return {"text": text, "start": asdict(document.position(start)), "end": asdict(document.position(end))}
