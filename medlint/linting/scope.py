"""Of which treatments and in which blocks words must stand for a rule to apply: shared by several kinds."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from medlint.documents.model import BlockKind
from medlint.evidence.models import Identifier
from medlint.language.article import Topic
from medlint.linting.judged import JudgedArticle

PROSE = tuple(kind for kind in BlockKind if kind is not BlockKind.DISCLAIMER)
BODY = tuple(kind for kind in PROSE if kind not in (BlockKind.TITLE, BlockKind.DESCRIPTION))


class Scope(BaseModel):
    """Conditions on where words stand and of what they speak.

    `topic`: "intervention" where the sentence must name a treatment (or take one from its context), "invasive" where
    an invasive one, "condition" where a condition, "any" where neither is needed. `about` narrows to these treatments
    and narrower ones, `not_about` takes some out. `in` lists the kinds of block.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    topic: Literal["any", "intervention", "invasive", "condition"] = "intervention"
    about: tuple[Identifier, ...] = ()
    not_about: tuple[Identifier, ...] = ()
    blocks: tuple[BlockKind, ...] = Field(default=BODY, alias="in")

    def covers(self, topic: Topic, case: JudgedArticle) -> bool:
        """Whether the topic of a sentence is one that the conditions speak of."""
        named = topic.interventions
        if self.topic == "intervention" and not named:
            return False
        if self.topic == "condition" and not topic.conditions:
            return False
        if self.topic == "invasive" and not any(case.is_invasive(name) for name in named):
            return False
        if self.about and not any(case.is_a(name, self.about) for name in named):
            return False
        return not any(case.is_a(name, self.not_about) for name in named)


def alternatives(value: object) -> object:
    """Let a rule file give one set of conditions where a list of alternatives is meant."""
    return value if isinstance(value, (list, tuple)) else [value]
