"""Names of treatments and conditions in everyday words, and words that only look like them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from measures.counting import Counts
from measures.engine import Engine
from medlint.language.concepts import ConceptKind

_LINKED = (ConceptKind.INTERVENTION, ConceptKind.CONDITION)


def measure_linking(path: Path, engine: Engine) -> Counts:
    """Whether each mention is linked to its concept, and no decoy to any of these concepts."""
    gold: dict[str, list[dict[str, Any]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    mentions, decoys = gold["mentions"], gold["decoys"]
    wanted = {mention["concept"] for mention in mentions}
    pairs = [(True, mention["concept"] in _concepts(mention, engine)) for mention in mentions]
    return Counts.of([*pairs, *((False, bool(wanted & _concepts(decoy, engine))) for decoy in decoys)])


def _concepts(case: dict[str, Any], engine: Engine) -> set[str]:
    """The concepts named by words that share a character with the span of a case."""
    article = engine.check(case["text"]).article
    start = case["text"].index(case["span"])
    end = start + len(case["span"])
    named = (m for m in article.mentions if m.kind in _LINKED and m.span.start < end and start < m.span.end)
    return {mention.concept for mention in named}
