"""How much one file may ask of a run: what is beyond names the limit and the setting that moves it."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter

from medlint.documents.model import Document
from medlint.errors import DocumentError
from medlint.linting.settings import Settings


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits for the file at `path`; its time runs from when they were made."""

    path: str
    block_length: int
    seconds: float
    ends: float

    @classmethod
    def of(cls, settings: Settings, path: str) -> Limits:
        """The limits that the settings name, from now on."""
        return cls(path, settings.max_block_length, settings.max_seconds, perf_counter() + settings.max_seconds)

    def require_short_blocks(self, document: Document) -> None:
        """Raise `DocumentError` for a block that is too long."""
        for block in document.blocks:
            if len(block.text) > self.block_length:
                line = document.position(block.source_span(0, 1)[0]).line
                raise DocumentError(
                    f"{self.path}: line {line}: a {block.kind} of {len(block.text):,} characters is longer than the "
                    f"limit of {self.block_length:,} (max-block-length)"
                )

    def require_time(self) -> None:
        """Raise `DocumentError` once the time is over."""
        if perf_counter() > self.ends:
            raise DocumentError(f"{self.path}: takes longer than the limit of {self.seconds:g} seconds (max-seconds)")
