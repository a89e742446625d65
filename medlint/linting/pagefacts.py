"""Conditions on what a page as a whole tells and of what it speaks: shared by several kinds."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from medlint.evidence.models import Identifier
from medlint.language.concepts import ConceptKind
from medlint.linting.judged import JudgedArticle


class PageFacts(BaseModel):
    """`risk`, `conservative_care` and `limits` list values of the article's facts.

    `conditions` are conditions of which the page must name one, or a narrower one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    risk: tuple[Literal["none", "vague", "minor", "serious"], ...] = ()
    conservative_care: tuple[Literal["absent", "mentioned", "first"], ...] = ()
    limits: tuple[Literal["absent", "present"], ...] = ()
    conditions: tuple[Identifier, ...] = ()

    def suits(self, case: JudgedArticle) -> bool:
        """Whether the facts of the article are among those listed, and it names one of the conditions."""
        facts = case.article.facts
        return (
            (not self.risk or facts.risk in self.risk)
            and (not self.conservative_care or facts.conservative_care in self.conservative_care)
            and (not self.limits or facts.limits in self.limits)
            and (not self.conditions or self._suffered(case))
        )

    def _suffered(self, case: JudgedArticle) -> bool:
        mentions = case.article.mentions
        return any(m.kind is ConceptKind.CONDITION and case.is_a(m.concept, self.conditions) for m in mentions)
