"""Kind `page`: what the page says of itself lacks an author, a recent review, sources of others, interests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from medlint.documents.model import Metadata
from medlint.language.article import Span
from medlint.linting.citedsites import only_site
from medlint.linting.drafts import Draft
from medlint.linting.judged import JudgedArticle
from medlint.linting.pagewords import PageWords
from medlint.linting.rule import Rule

DAYS_PER_MONTH = 30.44


class Conditions(PageWords):
    """What must hold of the page; conditions left out hold for any page.

    `lacks` names what the metadata must lack; `older_than` counts months from the last review to today; `promotes`:
    the article promotes a treatment; `cites_one_site`: every reference leads to one and the same site, which is no
    library or authority; `page_with` and `page_without` list phrases that must, or must not, stand on the page.
    """

    lacks: Literal["author", "reviewer", "date", "references"] | None = None
    older_than: int | None = Field(default=None, ge=1)
    promotes: bool | None = None
    cites_one_site: bool = False

    @model_validator(mode="after")
    def _asks_something(self) -> Conditions:
        if not self.model_fields_set:
            raise PydanticCustomError("conditions", "no condition is given: every page would be reported")
        return self

    def hold(self, case: JudgedArticle) -> bool:
        """Whether the page meets every condition."""
        page = case.article.document.metadata
        return (
            (self.lacks is None or not _has(page)[self.lacks])
            and (self.older_than is None or _is_older(page, self.older_than, case.today))
            and self.promotes in (None, case.article.facts.promotes)
            and (not self.cites_one_site or _site(case) is not None)
            and self.on_page(case)
        )


class PageRule(Rule):
    """A rule on the metadata of a page."""

    of_article: ClassVar[bool] = True
    kind: Literal["page"]
    when: Conditions

    def overdue_after(self, months: int) -> PageRule:
        """The rule with another number of months, if it is about the age of the last review."""
        if self.when.older_than is None:
            return self
        return self.model_copy(update={"when": self.when.model_copy(update={"older_than": months})})

    def find(self, case: JudgedArticle) -> Iterator[Draft]:
        """At most one draft, at the beginning of the first block."""
        blocks = case.article.document.blocks
        first = next((index for index, block in enumerate(blocks) if block.text), None)
        if first is not None and self.when.hold(case):
            values = {"cited": _site(case) or ""} if self.when.cites_one_site else {}
            yield Draft(self.code, Span(first, 0, len(blocks[first].text)), values=values)


def _site(case: JudgedArticle) -> str | None:
    known = (source.url for source in case.database.sources.values() if source.url)
    return only_site(case.article.document.metadata.references, known)


def _is_older(page: Metadata, months: int, today: date) -> bool:
    dated = _dated(page)
    return dated is not None and (today - dated).days > months * DAYS_PER_MONTH


def _dated(page: Metadata) -> date | None:
    return page.last_reviewed or page.modified or page.published


def _has(page: Metadata) -> dict[str, bool]:
    return {
        "author": bool(page.authors),
        "reviewer": bool(page.reviewers),
        "date": _dated(page) is not None,
        "references": bool(page.references),
    }


RULE = PageRule
