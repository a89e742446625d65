"""Kind `page`: what the page says of itself lacks an author, a reviewer, a recent review, references."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from medlint.documents.model import Metadata
from medlint.language.article import Span
from medlint.linting.drafts import Draft
from medlint.linting.judged import JudgedArticle
from medlint.linting.rule import Rule

DAYS_PER_MONTH = 30.44


class Conditions(BaseModel):
    """What the metadata must lack. `older_than` counts months from the last review to today."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lacks: Literal["author", "reviewer", "date", "references"] | None = None
    older_than: int | None = Field(default=None, ge=1)

    def hold(self, page: Metadata, today: date) -> bool:
        """Whether the page lacks what it should have, or was last looked at too long ago."""
        dated = page.last_reviewed or page.modified or page.published
        if self.older_than is not None:
            return dated is not None and (today - dated).days > self.older_than * DAYS_PER_MONTH
        return self.lacks is not None and not _has(page, dated)[self.lacks]


class PageRule(Rule):
    """A rule on the metadata of a page."""

    kind: Literal["page"]
    when: Conditions

    def find(self, case: JudgedArticle) -> Iterator[Draft]:
        """At most one draft, at the beginning of the first block."""
        blocks = case.article.document.blocks
        first = next((index for index, block in enumerate(blocks) if block.text), None)
        if first is not None and self.when.hold(case.article.document.metadata, case.today):
            yield Draft(self.code, Span(first, 0, len(blocks[first].text)))


def _has(page: Metadata, dated: date | None) -> dict[str, bool]:
    return {
        "author": bool(page.authors),
        "reviewer": bool(page.reviewers),
        "date": dated is not None,
        "references": bool(page.references),
    }


RULE = PageRule
