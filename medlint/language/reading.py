"""Reading an article: a document in, everything it says out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from medlint.documents.limits import UNLIMITED, Limits
from medlint.documents.model import Document
from medlint.language.answers import answers_in
from medlint.language.article import Article, Claim, Disclosure, Mention, Sentence, Span
from medlint.language.blocks import BlockReading
from medlint.language.care import FAILED, NAMELESS
from medlint.language.citations import sources_of
from medlint.language.claims import ADVICE, claims_in
from medlint.language.concepts import ConceptKind, Vocabulary
from medlint.language.contents import HARM, Content
from medlint.language.disclosures import disclosures_in, frame_of
from medlint.language.facts import Read, facts_of, reports_study
from medlint.language.lexicon import Lexicon
from medlint.language.linking import LONG, read_blocks
from medlint.language.patterns import EVERYBODY
from medlint.language.sentences import ReadSentence
from medlint.language.tokens import Tokens
from medlint.language.topics import subject_of, topics_of
from medlint.language.voice import sells

_CLAIM_BY_THEMSELVES = frozenset(ADVICE)
_TELL_BY_THEMSELVES = frozenset((*NAMELESS, FAILED, HARM))


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads documents with one vocabulary; building one costs far more than reading a page."""

    lexicon: Lexicon

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Reader:
        """A reader for a vocabulary and the shipped cues."""
        return cls(Lexicon.of(vocabulary))

    def read(self, document: Document, limits: Limits = UNLIMITED) -> Article:
        """What the document says. Raises `DocumentError` where it is beyond `limits`."""
        blocks = read_blocks(document, self.lexicon, limits)
        limits.require_time()
        sentences = self.sentences(document, blocks)
        by_block: list[list[ReadSentence]] = [[] for _ in blocks]
        for sentence in sentences:
            by_block[sentence.block.number].append(sentence)
        mentions = tuple(mention for block in blocks for mention in _mentions(block))
        claims = _claims(sentences, limits)
        if sold := sells(sentences, claims):
            claims = (*_claims(sentences, limits, sold), *answers_in(by_block))
        subject = subject_of(blocks, self.lexicon.vocabulary)
        disclosures: list[Disclosure] = []
        for sentence in _in_turn(sentences, limits):
            if may_tell(sentence.content):
                disclosures += disclosures_in(sentence, partial(frame_of, document, sentence, by_block), subject)
                limits.require_claims(len(disclosures), "disclosures")
        topics = tuple(s.topic for s in sentences)
        read = Read(topics, mentions, claims, disclosures, sold)
        return Article(
            document,
            tuple(s.sentence for s in sentences),
            topics,
            mentions,
            claims,
            tuple(disclosures),
            facts_of(self.lexicon.vocabulary, read),
            sells=sold,
            reports_study=reports_study(sentences),
        )

    def sentences(self, document: Document, blocks: Sequence[BlockReading]) -> tuple[ReadSentence, ...]:
        """The sentences of the document, each with its parts, topic and sources."""
        said = [sentence for block in blocks for sentence in _said(block.number, block.tokens)]
        placed = [(block, content) for block in blocks for content in block.contents]
        topics = topics_of(document, blocks, self.lexicon.vocabulary)
        sources = sources_of(blocks, said)
        return tuple(
            ReadSentence(number, sentence, block, content, topic, behind)
            for number, (sentence, (block, content), topic, behind) in enumerate(
                zip(said, placed, topics, sources, strict=True)
            )
        )


def read_article(document: Document, vocabulary: Vocabulary, limits: Limits = UNLIMITED) -> Article:
    """What the document says, read with a vocabulary. To read many documents keep a `Reader`.

    Raises `DocumentError` where it is beyond `limits`.
    """
    return Reader.of(vocabulary).read(document, limits)


def _in_turn(sentences: Sequence[ReadSentence], limits: Limits) -> Iterator[ReadSentence]:
    """The sentences one after another; those of a long article forget now and then what was worked out."""
    words = 0
    for number, sentence in enumerate(sentences, 1):
        yield sentence
        words += sentence.last - sentence.first
        if words > LONG:
            limits.require_time()
            for read in sentences[:number]:
                read.forget()
            words = 0


def _claims(sentences: Sequence[ReadSentence], limits: Limits, sold: bool = False) -> tuple[Claim, ...]:
    """The claims of sentences; `sold` tells that the article speaks with a seller's voice."""
    claims: list[Claim] = []
    for sentence in _in_turn(sentences, limits):
        if may_claim(sentence.content, sold):
            claims += claims_in(sentence, sold)
            limits.require_claims(len(claims))
    return tuple(claims)


def may_claim(content: Content, sold: bool = False) -> bool:
    """Whether a claim may be in a sentence: by a pattern, or by a cue alone."""
    promising = content.promising is not None if sold else content.promising == EVERYBODY
    return promising or not content.possible.isdisjoint(_CLAIM_BY_THEMSELVES)


def may_tell(content: Content) -> bool:
    """Whether a disclosure may be in a sentence: by a pattern, by a cue or a harm alone, or by a name of care."""
    return (
        content.promising == EVERYBODY
        or not content.possible.isdisjoint(_TELL_BY_THEMSELVES)
        or any(concept.kind is ConceptKind.CONSERVATIVE_CARE for concept, _, _ in content.found)
    )


def _said(block: int, tokens: Tokens) -> Iterator[Sentence]:
    """The sentences of block number `block`."""
    text, _, starts, ends, sentences = tokens
    for first, last in sentences:
        start, end = starts[first], ends[last - 1]
        yield Sentence(Span(block, start, end), text[start:end])


def _mentions(block: BlockReading) -> list[Mention]:
    text, _, starts, ends, _ = block.tokens
    places = ((concept, starts[first], ends[last - 1]) for concept, first, last in block.found)
    return [
        Mention(Span(block.number, start, end), concept.id, concept.kind, text[start:end])
        for concept, start, end in places
    ]
