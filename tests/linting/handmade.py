"""Articles, a database and rules made by hand, with only what a test is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from medlint.documents.model import Block, BlockKind, Document, Metadata, Segment
from medlint.documents.position import Format
from medlint.evidence.database import Database
from medlint.evidence.judging import judge
from medlint.evidence.models import (
    ConceptRecord,
    DatabaseInfo,
    Evidence,
    HarmRecord,
    Recommendation,
    Record,
    Requirement,
    Source,
    Wording,
)
from medlint.language.article import (
    Article,
    ArticleFacts,
    Assertion,
    Claim,
    ClaimKind,
    Disclosure,
    DisclosureKind,
    Mention,
    Sentence,
    Span,
    Topic,
)
from medlint.language.concepts import ConceptKind
from medlint.linting.checking import Checker
from medlint.linting.findings import Finding
from medlint.linting.judged import JudgedArticle
from medlint.linting.kinds import kinds
from medlint.linting.phrasing import Phrasing
from medlint.linting.rule import Rule
from medlint.linting.rules import load_rulebook

TODAY = date(2026, 11, 1)
CHECKED, DUE = date(2026, 1, 1), date(2028, 1, 1)


def concept(identifier: str, kind: str, *broader: str, **changes: Any) -> dict[str, Any]:
    return {"id": identifier, "kind": kind, "name": identifier.replace("-", " "), "broader": broader, **changes}


def fact(identifier: str, **changes: Any) -> dict[str, Any]:
    base = {"id": identifier, "source": "society", "says": f"What {identifier} says.", "locator": "abstract"}
    seen = {"verified": "primary", "seen_at": "x", "checked_by": "x", "checked_on": CHECKED, "review_by": DUE}
    return {**base, **seen, "interventions": ["epidural"], **changes}


def source(identifier: str, year: int, **changes: Any) -> dict[str, Any]:
    base = {"id": identifier, "organisation": "An organisation", "title": "A title", "year": year, "kind": "guideline"}
    return {**base, "verified": "primary", "checked_on": CHECKED, "review_by": DUE, **changes}


CONCEPTS = (
    concept("surgery", "intervention", invasive=True, generic=True),
    concept("spine-surgery", "intervention", "surgery", invasive=True),
    concept("injection", "intervention", invasive=True),
    concept("epidural", "intervention", "injection", invasive=True),
    concept("facet-injection", "intervention", "injection", invasive=True),
    concept("tablet", "intervention"),
    concept("back-pain", "condition"),
    concept("sciatica", "condition", "back-pain", pattern="radicular"),
    concept("axial-pain", "condition", "back-pain", pattern="axial"),
    concept("pain", "outcome"),
    concept("exercise", "conservative-care"),
    concept("soreness", "harm", seriousness="minor"),
    concept("infection", "harm", seriousness="serious"),
    concept("spinal-infection", "harm", "infection", seriousness="serious"),
    concept("headache", "harm", seriousness="serious"),
    concept("stroke", "harm", seriousness="catastrophic"),
    concept("paralysis", "harm", seriousness="catastrophic"),
)
SOURCES = (
    source("society", 2020, names=["Acme Society", "Acme guideline"], updates=[2023]),
    source("insurer", 2021, kind="payer"),
)


def evidence(identifier: str, **changes: Any) -> dict[str, Any]:
    base = {"effect": "small", "certainty": "low", "outcome": "pain", "horizon": "weeks", "comparator": "placebo"}
    return fact(identifier, **{**base, "conditions": ["sciatica"], **changes})


def advice(identifier: str, direction: str, **changes: Any) -> dict[str, Any]:
    base = {"direction": direction, "strength": "strong", "authority": "clinical-guideline", "conditions": ["sciatica"]}
    return fact(identifier, **{**base, **changes})


def harm(identifier: str, named: str, seriousness: str, *, must: bool = True, **changes: Any) -> dict[str, Any]:
    base = {"harm": named, "seriousness": seriousness, "frequency": "rare", "must_disclose": must}
    return fact(identifier, **{**base, **changes})


def requirement(identifier: str, kind: str, **changes: Any) -> dict[str, Any]:
    return fact(identifier, **{"kind": kind, "authority": "clinical-guideline", **changes})


RECORDS: tuple[tuple[type[Record], dict[str, Any]], ...] = (
    (Evidence, evidence("ev-weeks")),
    (Evidence, evidence("ev-later", effect="none", certainty="moderate", horizon="medium")),
    (Recommendation, advice("rec-sciatica", "for", strength="weak")),
    (Recommendation, advice("rec-axial", "against", conditions=["axial-pain"])),
    (HarmRecord, harm("harm-soreness", "soreness", "minor", must=False)),
    (HarmRecord, harm("harm-infection", "spinal-infection", "serious")),
    (HarmRecord, harm("harm-stroke", "stroke", "catastrophic")),
    (HarmRecord, harm("harm-paralysis", "paralysis", "catastrophic")),
    (Requirement, requirement("req-insurer", "conservative-care", authority="payer", source="insurer")),
    (Requirement, requirement("req-care", "conservative-care")),
    (Requirement, requirement("req-maximum", "maximum", value="4 a year", authority="payer", source="insurer")),
    (
        Wording,
        {"id": "say-effect", "interventions": ["epidural"], "conditions": ["sciatica"], "topic": "effect"}
        | {"may_say": "It may ease leg pain for some weeks.", "basis": ["ev-weeks"]},
    ),
)


def database(*records: tuple[type[Record], dict[str, Any]], concepts: Iterable[dict[str, Any]] = CONCEPTS) -> Database:
    """The database of the records above, or of those given."""
    info = {
        "name": "handmade",
        "version": "1",
        "released": CHECKED,
        "curators": ["x"],
        "review_by": DUE,
        "licence": "x",
    }
    return Database(
        info=DatabaseInfo.model_validate(info),
        digest="0" * 16,
        sources={made["id"]: Source.model_validate(made) for made in SOURCES},
        concepts={made["id"]: ConceptRecord.model_validate(made) for made in concepts},
        records={made["id"]: model.model_validate(made) for model, made in records or RECORDS},
    )


@dataclass
class Page:
    """An article in the making: blocks of prose in which words are looked up to place claims and all else."""

    blocks: list[Block] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    disclosures: list[Disclosure] = field(default_factory=list)
    topics: dict[int, Topic] = field(default_factory=dict)
    sentences: list[Sentence] = field(default_factory=list)
    metadata: Metadata = field(default_factory=Metadata)
    facts: dict[str, Any] = field(default_factory=dict)
    source: str = ""
    sells: bool = False
    reports_study: bool = False

    def prose(self, text: str, kind: BlockKind = BlockKind.PARAGRAPH, topic: Topic | None = None) -> Page:
        """Add a block; each `. ` ends a sentence. `topic` is that of its sentences."""
        start = len(self.source)
        self.source += text + "\n"
        self.blocks.append(Block(kind, (Segment(text, start, start + len(text)),), text))
        place = 0
        for part in text.replace(". ", ".\0").split("\0"):
            self.topics[len(self.sentences)] = topic or Topic()
            span = Span(len(self.blocks) - 1, text.index(part, place), text.index(part, place) + len(part))
            self.sentences.append(Sentence(span, part))
            place = span.end
        return self

    def claim(
        self,
        words: str,
        kind: ClaimKind = ClaimKind.EFFICACY,
        interventions: Sequence[str] = ("epidural",),
        conditions: Sequence[str] = ("sciatica",),
        said: Assertion | None = None,
        **changes: Any,
    ) -> Page:
        """Add a claim made by `words`."""
        span, number = self.find(words)
        topic = Topic(tuple(interventions), tuple(conditions))
        self.topics[number] = topic
        self.claims.append(Claim(span, words, number, kind, topic, said or Assertion(), **changes))
        return self

    def mention(self, words: str, identifier: str, kind: ConceptKind = ConceptKind.INTERVENTION) -> Page:
        """Add a mention of a concept by `words`."""
        self.mentions.append(Mention(self.find(words)[0], identifier, kind, words))
        return self

    def harm(self, words: str, identifier: str, interventions: Sequence[str] = ()) -> Page:
        """Add a harm told by `words`."""
        span, number = self.find(words)
        told = Disclosure(span, words, number, DisclosureKind.HARM, identifier, tuple(interventions))
        self.disclosures.append(told)
        return self

    def find(self, words: str) -> tuple[Span, int]:
        """Where words stand, in the last block that has them, and the number of their sentence."""
        index = max(i for i, block in enumerate(self.blocks) if words in block.text)
        start = self.blocks[index].text.index(words)
        span = Span(index, start, start + len(words))
        number = max(
            i for i, s in enumerate(self.sentences) if s.span.block == index and s.span.start <= start < s.span.end
        )
        return span, number

    def article(self) -> Article:
        """The article as read."""
        document = Document("page.md", Format.MARKDOWN, self.source, tuple(self.blocks), self.metadata)
        known = {
            "interventions": (),
            "promotes": True,
            "risk": "none",
            "conservative_care": "absent",
            "limits": "absent",
        }
        return Article(
            document,
            tuple(self.sentences),
            tuple(self.topics[number] for number in range(len(self.sentences))),
            tuple(self.mentions),
            tuple(self.claims),
            tuple(self.disclosures),
            ArticleFacts(**{**known, **self.facts}),
            self.sells,
            self.reports_study,
        )

    def judged(self, held_against: Database | None = None) -> JudgedArticle:
        """The article with its claims judged."""
        base, article = held_against or database(), self.article()
        return JudgedArticle(article, base, tuple(judge(claim, base) for claim in article.claims), TODAY)


def rule(kind: str, when: object, **changes: Any) -> Rule:
    """A rule of a kind with these conditions."""
    base = {
        "code": "TST101",
        "name": "test-rule",
        "family": "test",
        "kind": kind,
        "severity": "warning",
        "confidence": "high",
        "summary": "x",
        "why": "x",
        "standards": ["society"],
        "since": "0.1.0",
        "message": "“{text}”",
        "bad": ["x", "x", "x"],
        "good": ["x", "x", "x"],
        "when": when,
    }
    return kinds()[kind].model_validate({**base, **changes})


def phrasing() -> Phrasing:
    """The shipped words of messages."""
    return load_rulebook().phrasing


def findings(case: JudgedArticle, *rules: Rule) -> tuple[Finding, ...]:
    """What the rules find in a judged article."""
    return Checker(rules, phrasing(), case.database).findings(case)


def words(case: JudgedArticle, *rules: Rule) -> list[str]:
    """The words at which the rules find something."""
    return [finding.text for finding in findings(case, *rules)]
