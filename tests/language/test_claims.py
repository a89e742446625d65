from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from medlint.language.article import Article, Claim

Read = Callable[[str], Article]
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "claims/cases.yaml").read_text(encoding="utf-8"))


def told(claim: Claim) -> dict[str, Any]:
    return {
        "words": claim.text,
        "kind": claim.kind.value,
        "effect": claim.effect.name.lower(),
        "advice": int(claim.advice),
        "horizon": claim.horizon.value,
        "boosted": claim.assertion.boosted,
        "comparator": claim.comparator,
        "percent": claim.figure.value if claim.figure else None,
    }


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_the_claims_of_a_sentence(read: Read, case: dict[str, Any]) -> None:
    found = [told(claim) for claim in read("# Nerve burning\n\n" + case["text"]).claims]
    for wanted in case.get("claims", ()):
        assert any(wanted.items() <= claim.items() for claim in found), found
    unwanted = set(case.get("unwanted", ()))
    assert not unwanted & {claim["kind"] for claim in found}, found


def test_a_claim_covers_its_words_in_the_source(read: Read) -> None:
    article = read("It gives *long-lasting* &amp; safe relief.")
    claim = next(c for c in article.claims if c.kind == "durability")
    block = article.document.blocks[claim.span.block]
    start, end = block.source_span(claim.span.start, claim.span.end)
    assert article.document.source[start:end] == "long-lasting* &amp; safe relief"


def test_a_claim_knows_the_source_its_sentence_names(read: Read) -> None:
    article = read("The Acme guideline strongly recommends nerve burning.")
    (claim,) = [c for c in article.claims if c.kind == "recommendation"]
    assert (claim.assertion.source, int(claim.advice)) == ("guide-2025", 3)


@pytest.mark.parametrize(
    "text",
    [
        "It was rejected by the Other Society; the Acme guideline strongly recommends nerve burning.",
        "The Other Society would wait, but the Acme guideline strongly recommends nerve burning.",
        "The Other Society would wait, while the Acme guideline (2025) strongly recommends nerve burning.",
    ],
)
def test_a_claim_in_a_clause_of_its_own_has_the_source_that_is_named_there(read: Read, text: str) -> None:
    (claim,) = [c for c in read(text).claims if c.kind == "recommendation"]
    assert claim.assertion.source == "guide-2025"


def test_a_reference_marker_stands_for_the_source_named_beside_it(read: Read) -> None:
    article = read("The Acme guideline [1] was published last year.\n\nNerve burning is strongly recommended [1].")
    (claim,) = [c for c in article.claims if c.kind == "recommendation"]
    assert claim.assertion.source == "guide-2025"
