"""Conditions on words that must, or must not, stand anywhere on a page: shared by several kinds."""

from __future__ import annotations

from pydantic import Field, field_validator

from medlint.evidence.models import Text
from medlint.linting.judged import JudgedArticle
from medlint.linting.pagefacts import PageFacts
from medlint.linting.words import index_of


class PageWords(PageFacts):
    """`page_with`: one of these phrases stands on the page; `page_without`: none of these does."""

    page_with: tuple[Text, ...] = ()
    page_without: tuple[Text, ...] = ()

    @field_validator("page_with", "page_without")
    @classmethod
    def _phrases(cls, phrases: tuple[str, ...]) -> tuple[str, ...]:
        index_of(phrases)
        return phrases

    def on_page(self, case: JudgedArticle) -> bool:
        """Whether the page as a whole meets the conditions. Linear in its length; ask once an article."""
        held = self.suits(case) and (not self.page_with or stands(self.page_with, case))
        return held and not stands(self.page_without, case)


class SentenceWords(PageWords):
    """`with`: one of these phrases stands in the same sentence; `without`: none of these does."""

    with_words: tuple[Text, ...] = Field(default=(), alias="with")
    without: tuple[Text, ...] = ()

    @field_validator("with_words", "without")
    @classmethod
    def _in_sentence(cls, phrases: tuple[str, ...]) -> tuple[str, ...]:
        index_of(phrases)
        return phrases

    def in_sentence(self, sentence: str) -> bool:
        """Whether the words of a sentence meet the conditions."""
        return (not self.with_words or _has_phrase(self.with_words, sentence)) and not _has_phrase(
            self.without, sentence
        )


def stands(phrases: tuple[str, ...], case: JudgedArticle) -> bool:
    """Whether one of the phrases stands in any sentence of the article."""
    return bool(phrases) and case.sentence_words.has(index_of(phrases))


def _has_phrase(phrases: tuple[str, ...], text: str) -> bool:
    return bool(phrases) and any(True for _ in index_of(phrases).find(text))
