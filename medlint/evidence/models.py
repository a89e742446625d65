"""What a record of the claims database is made of (pydantic).

The models are the schema: `medlint claims schema` prints them, the loader validates with them. Strength of a
recommendation and certainty of the evidence are separate (GRADE): a strong recommendation may rest on very low
certainty. Every fact names its source, where in it, and how it was seen.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from medlint.language.article import Horizon
from medlint.language.concepts import ConceptKind, Seriousness

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Record(BaseModel):
    """Anything with an identifier; unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier


class Certainty(StrEnum):
    """How sure the body of evidence makes its readers (GRADE)."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"
    UNSTATED = "unstated"


class Direction(StrEnum):
    """Which way a recommendation points."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


class Strength(StrEnum):
    """How strongly a recommendation is made."""

    STRONG = "strong"
    WEAK = "weak"  # also called conditional, "consider"
    CONSENSUS = "consensus"
    UNSTATED = "unstated"


class Duration(StrEnum):
    """How long the condition has lasted where a record applies: acute is under 3 months, chronic 3 months or more."""

    ANY = "any"
    ACUTE = "acute"
    CHRONIC = "chronic"


class EffectSize(StrEnum):
    """What the treatment does to the outcome, beyond its comparator."""

    NONE = "none"
    TRIVIAL = "trivial"  # below the smallest difference that matters to patients
    SMALL = "small"
    MODERATE = "moderate"
    LARGE = "large"
    HARM = "harm"
    UNKNOWN = "unknown"


class Authority(StrEnum):
    """Who speaks in a recommendation. Only a clinical guideline may be told as what guidelines say."""

    CLINICAL = "clinical-guideline"
    REGULATOR = "regulator"
    PAYER = "payer"
    PROCEDURE = "procedure-funding"
    POSITION = "position-statement"
    STANDARD = "content-standard"


class SourceKind(StrEnum):
    """What kind of document a source is."""

    GUIDELINE = "guideline"
    SYSTEMATIC_REVIEW = "systematic-review"
    REGULATOR = "regulator"
    TRIAL = "trial"
    OBSERVATIONAL = "observational"
    REVIEW = "review"
    PAYER = "payer"
    STANDARD = "standard"
    POSITION = "position-statement"
    COMMENTARY = "commentary"
    PATIENT_INFORMATION = "patient-information"
    LAW = "law"
    PRESS = "press-release"


class Source(Record):
    """A bibliographic record.

    `names` are the ways articles refer to it ("BMJ guideline", "NICE NG59"), for the rules on citations; leave it
    empty for sources that articles do not cite by name. `updates` are the years in which other parts of it changed.
    """

    organisation: Text
    title: Text
    year: int = Field(ge=1900, le=2100)
    kind: SourceKind
    status: Literal["current", "superseded", "withdrawn", "contested", "unknown"] = "current"
    superseded_by: Identifier | None = None
    population: Text | None = None
    jurisdiction: Text | None = None
    url: Text | None = None
    doi: Text | None = None
    names: tuple[Text, ...] = ()
    updates: tuple[int, ...] = ()
    contested_by: tuple[Identifier, ...] = ()
    verified: Literal["primary", "secondary"]
    checked_on: date
    review_by: date
    note: Text | None = None


class Ambiguity(BaseModel):
    """A name that means the concept only near one of the cues of its field."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    alias: Text
    near: tuple[Text, ...] = Field(min_length=1)


class ConceptRecord(Record):
    """A thing that articles name; `kind` comes from the file it stands in.

    `aliases` are clinical names, `lay` what patients and marketing say: singular and without spelling or hyphen
    variants, which are generated. `decoys` contain an alias but mean something else. `broader` are wider concepts: an
    article's claim about a narrower one is also judged by what holds for the broader.
    """

    kind: ConceptKind
    name: Text
    aliases: tuple[Text, ...] = ()
    lay: tuple[Text, ...] = ()
    ambiguous: tuple[Ambiguity, ...] = ()
    decoys: tuple[Text, ...] = ()
    broader: tuple[Identifier, ...] = ()
    invasive: bool = False  # interventions: needle, implant, device, surgery or biological product
    generic: bool = False  # interventions: too general to be the topic of a sentence where a particular one is at hand
    seriousness: Seriousness | None = None  # harms
    duration: Duration | None = None  # conditions
    pattern: Literal["axial", "radicular", "claudication", "fracture", "post-surgical"] | None = None  # conditions
    counts: bool = True  # conservative care: False for what must not count, such as bed rest
    note: Text | None = None


class Fact(Record):
    """What every fact carries: where it stands in its source, how and where it was seen, by whom and when.

    `says` restates the fact in our own words, one or two sentences that a finding can quote.
    """

    source: Identifier
    says: Text
    locator: Text
    verified: Literal["primary", "secondary"]
    seen_at: Text
    checked_by: Text
    checked_on: date
    review_by: date
    note: Text | None = None


Concepts = Annotated[tuple[Identifier, ...], Field(min_length=1)]


class Recommendation(Fact):
    """What a body recommends: source x interventions x conditions x duration."""

    interventions: Concepts
    conditions: Concepts
    duration: Duration = Duration.ANY
    direction: Direction
    strength: Strength
    certainty: Certainty = Certainty.UNSTATED
    authority: Authority
    population: Text | None = None
    jurisdiction: Text | None = None


class Evidence(Fact):
    """What may honestly be said of an effect: interventions x conditions x outcome x horizon.

    `horizon` is the time at which the effect was measured; `effect` is against `comparator`. `figure` keeps the
    number in words for people.
    """

    interventions: Concepts
    conditions: Concepts
    duration: Duration = Duration.ANY
    outcome: Identifier
    horizon: Horizon
    effect: EffectSize
    certainty: Certainty
    comparator: Literal["sham", "placebo", "active", "usual-care", "surgery", "none", "mixed"]
    figure: Text | None = None


class HarmRecord(Fact):
    """A harm of an intervention. `must_disclose`: an article that promotes the intervention must name it."""

    interventions: Concepts
    harm: Identifier
    seriousness: Seriousness
    frequency: Text
    must_disclose: bool = False


class Requirement(Fact):
    """What must come before, or bounds, a treatment: conservative care, imaging, guidance, interval, maximum."""

    interventions: Concepts
    kind: Literal["conservative-care", "imaging", "guidance", "interval", "maximum", "selection", "technique", "other"]
    authority: Authority
    value: Text | None = None
    jurisdiction: Text | None = None


class Contraindication(Fact):
    """Who should not have the treatment, or only with care."""

    interventions: Concepts
    item: Text
    kind: Literal["absolute", "relative", "unstated"] = "unstated"
    lay: tuple[Text, ...] = ()


class Regulation(Fact):
    """Where a product or use stands with a regulator."""

    interventions: Concepts
    jurisdiction: Text
    status: Literal["approved", "cleared", "licensed", "off-label", "unapproved", "warning", "restricted"]
    must_disclose: bool = False


class Controversy(Record):
    """A dispute, with both sides. `about` are the records or sources in dispute."""

    interventions: Concepts
    topic: Text
    about: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    supporters: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    critics: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    supporters_say: Text
    critics_say: Text
    handling: Text
    checked_on: date
    review_by: date


class Wording(Record):
    """Honest wording that an editor may use, with the facts it stands on. `may_say` is a sentence fit for a page."""

    interventions: Concepts
    conditions: Concepts
    topic: Literal["effect", "duration", "surgery", "safety", "risk", "conservative-care", "cure", "diagnosis"]
    may_say: Text
    must_not_say: Text | None = None
    basis: Annotated[tuple[Identifier, ...], Field(min_length=1)]


class Misattribution(Fact):
    """A source often cited for what it does not say."""

    interventions: Concepts
    conditions: Concepts
    often_said: Text


class NoRecommendation(Record):
    """An explicit gap: guidelines were searched for this intervention and none was found."""

    interventions: Concepts
    searched: Text
    checked_on: date
    review_by: date


class RedFlag(Fact):
    """A sign for which people must seek urgent help."""

    conditions: Concepts
    sign: Text
    lay: tuple[Text, ...] = ()
    action: Text


class ContentStandard(Fact):
    """What a content standard, advertising code or law requires of health articles."""

    topic: Text
    jurisdiction: Text | None = None


class TopicFile(BaseModel):
    """One file of `claims_db/topics/`: everything the database holds of one intervention or one general topic."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    recommendations: tuple[Recommendation, ...] = ()
    no_recommendation: tuple[NoRecommendation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    harms: tuple[HarmRecord, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    contraindications: tuple[Contraindication, ...] = ()
    regulation: tuple[Regulation, ...] = ()
    controversies: tuple[Controversy, ...] = ()
    wording: tuple[Wording, ...] = ()
    misattributions: tuple[Misattribution, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    standards: tuple[ContentStandard, ...] = ()


class SourceFile(BaseModel):
    """One file of `claims_db/sources/`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sources: tuple[Source, ...]


class ConceptFile(BaseModel):
    """One file of `claims_db/concepts/`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    concepts: tuple[ConceptRecord, ...]


class DatabaseInfo(BaseModel):
    """`claims_db/database.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Text
    version: Text
    released: date
    curators: tuple[Text, ...]
    review_by: date
    licence: Text
