"""What an article tells as a whole."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """The article-level answers that the JSON report carries for every file (design: JSON, version 1)."""

    interventions: tuple[str, ...]
    promotes: bool
    risk: str  # none | vague | minor | serious
    conservative_care: str  # absent | mentioned | first
    limits: str  # absent | present
