"""The words of messages that belong to no single rule, from `rules/rules.yaml`, with the version of the rules."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, field_validator
from pydantic_core import PydanticCustomError

from medlint.evidence.models import Text
from medlint.language.article import Effect, Horizon


class Phrasing(BaseModel):
    """How messages put the rungs of the ladders, and what stands for a value that a finding lacks."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Text
    allowed: Mapping[str, Text]
    horizon: Mapping[Horizon, Text]
    missing: Mapping[str, Text]

    @field_validator("allowed")
    @classmethod
    def _every_rung(cls, words: Mapping[str, Text]) -> Mapping[str, Text]:
        if absent := {rung.name.lower() for rung in Effect} ^ set(words):
            raise PydanticCustomError("rungs", "missing or unknown: {names}", {"names": ", ".join(sorted(absent))})
        return words

    def values(self, effect: Effect | None, horizon: Horizon | None) -> dict[str, str]:
        """The fields `allowed` and `horizon` of a message."""
        return {
            "allowed": self.allowed[effect.name.lower()] if effect is not None else "",
            "horizon": self.horizon.get(horizon, "") if horizon is not None else "",
        }
