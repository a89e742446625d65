"""Kind `suppression`: a note that should keep findings back is itself at fault."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

from medlint.linting.drafts import Draft
from medlint.linting.judged import JudgedArticle
from medlint.linting.rule import Rule


class Fault(StrEnum):
    """What may be wrong with a note."""

    UNREADABLE = "unreadable"
    NO_RULE = "no-rule"
    NO_REASON = "no-reason"
    UNKNOWN_RULE = "unknown-rule"
    EXPIRED = "expired"
    UNUSED = "unused"
    FORBIDDEN = "forbidden"


class Conditions(BaseModel):
    """Which fault a rule is about."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fault: Fault


class SuppressionRule(Rule):
    """A rule on the notes themselves. They are judged by `medlint.linting.suppression` once all else is found."""

    kind: Literal["suppression"]
    when: Conditions

    def find(self, case: JudgedArticle) -> Iterator[Draft]:  # noqa: ARG002 - as every kind
        """Nothing: what is wrong with a note shows only when the findings are known."""
        return iter(())


RULE = SuppressionRule
