"""Whether the text says where a claim comes from."""

from __future__ import annotations

import re

from medlint.language.article import Claim
from medlint.language.concepts import ConceptKind
from medlint.linting.judged import JudgedArticle

# A reference in the text: "[3]", "³", "(Smith 2019)", "(12)", "et al", a year in brackets.
_REFERENCE = re.compile(
    r"\[\d{1,3}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]|\bet al\b|\([^()]{0,80}\b(?:19|20)\d\d\b[^()]{0,20}\)|[.,”]\d{1,3}(?:,\d{1,3})*$"
)


def is_sourced(claim: Claim, case: JudgedArticle) -> bool:
    """Whether the page lists sources, or the sentence of the claim names its own or carries a reference mark."""
    return (
        bool(case.article.document.metadata.references)
        or claim.assertion.attributed_to is not None
        or claim.assertion.source is not None
        or _REFERENCE.search(case.article.sentences[claim.sentence].text) is not None
        or _names_source(claim, case)
    )


def _names_source(claim: Claim, case: JudgedArticle) -> bool:
    around = case.article.sentences[claim.sentence].span
    return any(mention.kind is ConceptKind.SOURCE for mention in case.mentioned(around))
