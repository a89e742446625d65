"""What a run is asked to do: which rules, how sure, with which data. Immutable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from medlint.documents.decoding import LARGEST
from medlint.linting.findings import Confidence, Severity

LONGEST_BLOCK = 1_000_000  # characters: no paragraph that people read comes near
LONGEST_TIME = 120.0  # seconds: a page of the size of a book takes some

# Together these keep a process below 500 MB. A text of 10 MB in paragraphs is within them.
MOST_BLOCKS = 100_000
MOST_SEGMENTS = 500_000
MOST_WORDS = 2_500_000
MOST_SENTENCES = 100_000
MOST_NAMES = 250_000
MOST_CLAIMS = 50_000
MOST_FINDINGS = 10_000  # nobody reads as many of one file, and reports hold them all


@dataclass(frozen=True, slots=True)
class Settings:
    """How to lint.

    `select` and `ignore` hold codes (`OVS103`), prefixes of codes (`OVS`), names (`cure`) or families (`risk`); with an
    empty `select` every rule runs that is on by default. Findings below `min_confidence` are not shown. `claims_db` and
    `rules` are folders read in addition to the shipped ones.

    `extend_select` and `extend_ignore` add to both; what is `mandatory` runs always, and can be neither ignored nor
    suppressed. `severity` pairs selectors with severities, of which the one that names fewest rules counts.
    `review_months` says when a page's review is overdue, counted to `today` (the real day unless set). `home` are the
    jurisdictions whose guidelines are named first, as sources have them: `United Kingdom`.

    A file of more than `max_file_size` bytes, with a block of more than `max_block_length` characters, or that takes
    more than `max_seconds`, gives an error instead of findings. So does one with more than so many blocks, segments
    (pieces into which markup, line ends and wide spaces part its text), words, sentences, names, claims or findings.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: Confidence = Confidence.MEDIUM
    claims_db: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    mandatory: tuple[str, ...] = ()
    review_months: int | None = None
    home: tuple[str, ...] = ()
    max_file_size: int = LARGEST
    max_block_length: int = LONGEST_BLOCK
    max_blocks: int = MOST_BLOCKS
    max_segments: int = MOST_SEGMENTS
    max_words: int = MOST_WORDS
    max_sentences: int = MOST_SENTENCES
    max_names: int = MOST_NAMES
    max_claims: int = MOST_CLAIMS
    max_findings: int = MOST_FINDINGS
    max_seconds: float = LONGEST_TIME
    today: date | None = None
