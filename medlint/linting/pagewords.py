"""Conditions on words that must, or must not, stand anywhere on a page: shared by several kinds."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from medlint.linting.judged import JudgedArticle
from medlint.linting.pagefacts import PageFacts
from medlint.linting.phraselists import Phrases
from medlint.linting.words import WordIndex, index_of


class PageWords(PageFacts):
    """`page_with`: one of these phrases stands on the page; `page_without`: none of these does."""

    page_with: Phrases = ()
    page_without: Phrases = ()

    def on_page(self, case: JudgedArticle) -> bool:
        """Whether the page as a whole meets the conditions. Linear in its length; ask once an article."""
        held = self.suits(case) and (not self.page_with or stands(self.page_with, case))
        return held and not stands(self.page_without, case)

    def looked_for(self) -> Iterator[WordIndex]:
        """The indexes of the phrases that are looked for all over a page."""
        yield from (index_of(phrases) for phrases in (self.page_with, self.page_without) if phrases)


class SentenceWords(PageWords):
    """`with`: one of these phrases stands in the same sentence; `without`: none of these does."""

    with_words: Phrases = Field(default=(), alias="with")
    without: Phrases = ()

    def in_sentence(self, number: int, case: JudgedArticle) -> bool:
        """Whether the words of sentence `number` meet the conditions."""
        wanted = not self.with_words or _has_phrase(self.with_words, number, case)
        return wanted and not _has_phrase(self.without, number, case)


def stands(phrases: tuple[str, ...], case: JudgedArticle) -> bool:
    """Whether one of the phrases stands in any sentence of the article."""
    return bool(phrases) and case.sentence_words.has(index_of(phrases))


def _has_phrase(phrases: tuple[str, ...], number: int, case: JudgedArticle) -> bool:
    return bool(phrases) and bool(case.sentence_words.find(index_of(phrases), number))
