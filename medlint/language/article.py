"""What the language layer finds in a document: mentions, claims, disclosures, and the facts of the whole article.

A `Span` is in code points of one block's text; `Document.blocks[span.block].source_span(...)` maps it to the source.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple

from medlint.documents.model import Document
from medlint.language.articlefacts import ArticleFacts
from medlint.language.concepts import ConceptKind


class Span(NamedTuple):
    """Half-open span `[start, end)` of the text of block number `block`."""

    block: int
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence of a block."""

    span: Span
    text: str


class Mention(NamedTuple):
    """A concept named in the text."""

    span: Span
    concept: str
    kind: ConceptKind
    text: str


class Origin(StrEnum):
    """Where a sentence takes its topic from."""

    SENTENCE = "sentence"
    PREVIOUS_SENTENCE = "previous-sentence"
    LEAD_IN = "lead-in"
    HEADING = "heading"
    SECTION = "section"
    TITLE = "title"
    NONE = "none"


class Topic(NamedTuple):
    """The treatments and conditions a sentence speaks of, and where each was found."""

    interventions: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    interventions_from: Origin = Origin.NONE
    conditions_from: Origin = Origin.NONE


class Assertion(NamedTuple):
    """How a span is asserted. `attributed_to` is the words that name whoever says it; `source` a known source's id."""

    negated: bool = False
    possible: bool = False
    asked: bool = False
    conditional: bool = False
    compared: bool = False
    boosted: bool = False
    attributed_to: str | None = None
    source: str | None = None


class ClaimKind(StrEnum):
    """What a claim asserts of a treatment."""

    EFFICACY = "efficacy"
    CURE = "cure"
    DURABILITY = "durability"
    SAFETY = "safety"
    COMPARISON = "comparison"
    FIGURE = "figure"
    RECOMMENDATION = "recommendation"
    INDICATION = "indication"
    MECHANISM = "mechanism"
    DIAGNOSIS = "diagnosis"


class Effect(IntEnum):
    """The ladder of how strongly an effect is asserted (Adams et al. 2017: direct > can > may, might)."""

    DENIED = 0
    UNCERTAIN = 1
    MAY = 2
    CAN = 3
    LIKELY = 4
    PLAIN = 5
    ABSOLUTE = 6


class Advice(IntEnum):
    """The ladder of how strongly something is recommended."""

    SHOULD_NOT = -2
    NOT_ROUTINELY = -1
    NONE = 0
    MAY_BE_CONSIDERED = 1
    REASONABLE = 2
    RECOMMENDED = 3


class Horizon(StrEnum):
    """How long an effect is said, or known, to last. Order: `HORIZONS`."""

    UNSTATED = "unstated"
    HOURS = "hours-days"
    WEEKS = "weeks"  # up to 6 weeks
    MONTHS = "months"  # up to 3 months
    MEDIUM = "medium"  # 3 to 12 months
    LONG = "long"  # over 12 months, or "lasting" with no limit named
    PERMANENT = "permanent"


HORIZONS = tuple(Horizon)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a claim rests on: `value` in percent for rates and shares, else in `unit`."""

    text: str
    value: float | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What the article asserts of a treatment.

    `span` covers the words that make the claim, `sentence` indexes `Article.sentences`. `effect` is set for every kind
    but recommendation, which sets `advice`. `comparator` is a concept identifier or a word such as "surgery".
    `cues` are the identifiers of the cues it was read from.
    """

    span: Span
    text: str
    sentence: int
    kind: ClaimKind
    topic: Topic
    assertion: Assertion
    effect: Effect = Effect.PLAIN
    advice: Advice = Advice.NONE
    horizon: Horizon = Horizon.UNSTATED
    outcome: str | None = None
    figure: Figure | None = None
    comparator: str | None = None
    cues: tuple[str, ...] = ()


class DisclosureKind(StrEnum):
    """What an article tells beside its claims."""

    HARM = "harm"
    VAGUE_RISK = "vague-risk"
    LIMIT = "limit"
    CONSERVATIVE_CARE = "conservative-care"
    CONTRAINDICATION = "contraindication"
    POPULATION = "population"
    UNCERTAINTY = "uncertainty"
    NO_TREATMENT = "no-treatment"
    URGENT_SIGN = "urgent-sign"
    REGULATORY = "regulatory"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Something the article tells. `interventions` is its scope; empty means the treatments of the whole article.

    `first` is set when conservative care is said to come first; `seriousness` for a harm.
    """

    span: Span
    text: str
    sentence: int
    kind: DisclosureKind
    concept: str | None = None
    interventions: tuple[str, ...] = ()
    seriousness: str | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """A document as read."""

    document: Document
    sentences: tuple[Sentence, ...]
    topics: tuple[Topic, ...]  # one for each sentence
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    disclosures: tuple[Disclosure, ...]
    facts: ArticleFacts
    sells: bool = False  # it speaks with the voice of somebody who offers a treatment
    reports_study: bool = False  # it tells what a study found, as news and press releases do
