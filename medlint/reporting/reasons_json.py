"""Why an article has the findings it has, sentence by sentence, for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from medlint.documents.model import Document
from medlint.language.article import Span
from medlint.language.articlefacts import ArticleFacts
from medlint.linting.reasons import SentenceReasons
from medlint.reporting.extraction import VERSION, claim_fields, disclosure_fields, mention_fields, place_fields
from medlint.reporting.fields import left_out_fields
from medlint.reporting.jsontext import array, dump


def render(
    document: Document, facts: ArticleFacts, sentences: Sequence[SentenceReasons], tool_version: str
) -> Iterator[str]:
    """One JSON object, one line a sentence. Positions and strengths are as in the extraction without reasons."""
    head = {
        "version": VERSION,
        "tool": {"name": "medlint", "version": tool_version},
        "path": document.path,
        "article": asdict(facts),
        "left_out": left_out_fields(document.left_out),
    }
    yield "{" + ",\n ".join(f'"{key}": {dump(value)}' for key, value in head.items())
    yield ',\n "sentences": '
    yield from array(_sentence(document, sentence) for sentence in sentences)
    yield "}\n"


def _sentence(document: Document, sentence: SentenceReasons) -> dict[str, Any]:
    trace = sentence.trace

    def place(span: Span | None, text: str) -> dict[str, Any] | None:
        return place_fields(span, text, document) if span else None

    return {
        "block": document.blocks[trace.sentence.span.block].kind,
        **place_fields(trace.sentence.span, trace.sentence.text, document),
        "mentions": [mention_fields(mention, document) for mention in sentence.mentions],
        "topic": trace.topic._asdict(),
        "carried": [
            {"concept": each.concept, "from": each.origin, "words": place(each.span, each.text)}
            for each in trace.carried
        ],
        "sources": list(trace.sources),
        "figures": list(trace.figures),
        "cues": [
            {"cue": seen.cue, "role": seen.role, **place_fields(seen.span, seen.text, document)} for seen in trace.cues
        ],
        "triggers": [
            {
                "cue": trigger.cue,
                **place_fields(trigger.span, trigger.text, document),
                "scope": place(trigger.scope, trigger.scope_text),
            }
            for trigger in trace.triggers
        ],
        "claims": [
            {**claim_fields(claim, document), "judgement": asdict(judgement)} for claim, judgement in sentence.claims
        ],
        "disclosures": [disclosure_fields(disclosure, document) for disclosure in sentence.disclosures],
        "rules": [
            {
                "code": firing.code,
                "name": firing.name,
                "confidence": firing.confidence,
                **place_fields(firing.span, firing.text, document),
                "held_back": firing.held_back,
            }
            for firing in sentence.firings
        ],
    }
