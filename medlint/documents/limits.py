"""How much one page may hold, and how long it may take: what is beyond names the limit and the setting that moves it.

Whoever gathers something counts it while it is gathered, so that no page fills the memory before it is refused.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from math import inf
from time import perf_counter

from medlint.documents.model import Document
from medlint.errors import DocumentError

_NONE = sys.maxsize


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits for the page at `path`, by default none; `ends` is when its time is over, by `time.perf_counter`.

    Every method raises `DocumentError` for what is beyond.
    """

    path: str = "<text>"
    blocks: int = _NONE
    segments: int = _NONE
    words: int = _NONE
    sentences: int = _NONE
    names: int = _NONE
    claims: int = _NONE
    findings: int = _NONE
    block_length: int = _NONE
    seconds: float = inf
    ends: float = inf

    def require_blocks(self, count: int) -> None:
        """Blocks of prose, and elements that are open inside one another."""
        if count > self.blocks:
            raise self._beyond(self.blocks, "blocks", "max-blocks")

    def require_segments(self, count: int, what: str = "segments") -> None:
        """Pieces that marks, tags, line ends and wide spaces part the text into; `what` names them for people."""
        if count > self.segments:
            raise self._beyond(self.segments, what, "max-segments")

    def require_words(self, count: int) -> None:
        """Words and punctuation marks."""
        if count > self.words:
            raise self._beyond(self.words, "words", "max-words")

    def require_sentences(self, count: int) -> None:
        """Sentences of all blocks."""
        if count > self.sentences:
            raise self._beyond(self.sentences, "sentences", "max-sentences")

    def require_names(self, count: int) -> None:
        """Phrases that may name a treatment, a condition, a source and the like."""
        if count > self.names:
            raise self._beyond(self.names, "names of treatments, conditions and the like", "max-names")

    def require_claims(self, count: int, what: str = "claims") -> None:
        """Claims, or what an article tells beside them; `what` names them for people."""
        if count > self.claims:
            raise self._beyond(self.claims, what, "max-claims")

    def require_findings(self, count: int, what: str = "findings") -> None:
        """Findings, and whatever else goes into reports; `what` names them for people."""
        if count > self.findings:
            raise self._beyond(self.findings, what, "max-findings")

    def require_short_blocks(self, document: Document) -> None:
        """No block longer than the limit, in characters."""
        for block in document.blocks:
            if len(block.text) > self.block_length:
                line = document.position(block.source_span(0, 1)[0]).line
                raise DocumentError(
                    f"{self.path}: line {line}: a {block.kind} of {len(block.text):,} characters is longer than the "
                    f"limit of {self.block_length:,} (max-block-length)"
                )

    def require_time(self) -> None:
        """Time left."""
        if perf_counter() > self.ends:
            raise DocumentError(f"{self.path}: takes longer than the limit of {self.seconds:g} seconds (max-seconds)")

    def _beyond(self, limit: int, what: str, setting: str) -> DocumentError:
        return DocumentError(f"{self.path}: more than {limit:,} {what} ({setting})")


UNLIMITED = Limits()
