"""Of which treatments and in which blocks words must stand for a rule to apply: shared by several kinds."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, Field

from medlint.documents.model import BlockKind
from medlint.evidence.models import Identifier
from medlint.language.article import Topic
from medlint.linting.judged import JudgedArticle
from medlint.linting.pagewords import SentenceWords

PROSE = tuple(kind for kind in BlockKind if kind is not BlockKind.DISCLAIMER)
BODY = tuple(kind for kind in PROSE if kind not in (BlockKind.TITLE, BlockKind.DESCRIPTION))


class Scope(SentenceWords):
    """Conditions on where words stand and of what they speak.

    `topic`: "intervention" where the sentence must name a treatment (or take one from its context), "invasive" where
    an invasive one, "condition" where a condition, "health" where the article as a whole must speak of any of these,
    "any" where nothing is needed. `about` narrows to these treatments and narrower ones, `not_about` takes some out.
    `sells`: the article speaks with a seller's voice. `in` lists the kinds of block. `with`, `without`, `page_with` and
    `page_without` list phrases that must or must not stand in the same sentence or anywhere on the page.
    """

    topic: Literal["any", "health", "intervention", "invasive", "condition"] = "intervention"
    about: tuple[Identifier, ...] = ()
    not_about: tuple[Identifier, ...] = ()
    sells: bool | None = None
    blocks: tuple[BlockKind, ...] = Field(default=BODY, alias="in")

    def covers(self, topic: Topic, case: JudgedArticle) -> bool:
        """Whether the topic of a sentence is one that the conditions speak of."""
        named = topic.interventions
        if self.sells not in (None, case.article.sells) or (self.topic == "health" and not case.is_medical):
            return False
        if self.topic == "intervention" and not named:
            return False
        if self.topic == "condition" and not topic.conditions:
            return False
        if self.topic == "invasive" and not any(case.is_invasive(name) for name in named):
            return False
        if self.about and not any(case.is_a(name, self.about) for name in named):
            return False
        return not any(case.is_a(name, self.not_about) for name in named)


def alternatives(conditions: type[BaseModel]) -> BeforeValidator:
    """Let a rule file give one set of conditions where a list of alternatives is meant."""

    def listed(value: object) -> object:
        return value if isinstance(value, (list, tuple)) else [value]

    return BeforeValidator(listed, json_schema_input_type=conditions | Annotated[list[conditions], Field(min_length=1)])  # type: ignore[valid-type]
