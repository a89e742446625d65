"""The limits that the settings of a run put on one file."""

from __future__ import annotations

from time import perf_counter

from medlint.documents.limits import Limits
from medlint.linting.settings import Settings


def limits_of(settings: Settings, path: str) -> Limits:
    """The limits for the file at `path`; its time runs from now on."""
    return Limits(
        path=path,
        blocks=settings.max_blocks,
        segments=settings.max_segments,
        words=settings.max_words,
        sentences=settings.max_sentences,
        names=settings.max_names,
        claims=settings.max_claims,
        findings=settings.max_findings,
        block_length=settings.max_block_length,
        seconds=settings.max_seconds,
        ends=perf_counter() + settings.max_seconds,
    )
