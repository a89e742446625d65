"""Answers that promise: "Is it safe?" "Absolutely.". The question says what the answer claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from medlint.documents.model import BlockKind
from medlint.language.article import Assertion, Claim, ClaimKind, Effect, Horizon
from medlint.language.sentences import ReadSentence

_SHORTEST, _LONGEST = 3, 5  # tokens of an answer that says nothing besides; a bare "yes." opens what follows
_YES, _NO = "answer-yes", "answer-no"

# What is claimed by which answer to which question.
_CLAIMED = {
    ("ask.safe", _YES): ClaimKind.SAFETY,
    ("ask.harm", _NO): ClaimKind.SAFETY,
    ("ask.works", _YES): ClaimKind.EFFICACY,
    ("ask.lasts", _YES): ClaimKind.DURABILITY,
    ("ask.returns", _NO): ClaimKind.DURABILITY,
}


def answers_in(by_block: Sequence[Sequence[ReadSentence]]) -> Iterator[Claim]:
    """The claims of short answers, in order of place; `by_block` holds the sentences of every block of the article.

    An answer follows its question in the same block, or opens the block straight behind a heading that asks. A bare
    "yes" or "no" only counts where nothing is said behind it.
    """
    for index, block in enumerate(by_block):
        for place, sentence in enumerate(block):
            question = block[place - 1] if place else _heading(by_block, index)
            if question is not None and _asks(question) and (_is_emphatic(sentence) or len(block) == 1):
                yield from _answered(question, sentence)


def _heading(by_block: Sequence[Sequence[ReadSentence]], index: int) -> ReadSentence | None:
    before = by_block[index - 1] if index else ()
    return before[-1] if before and before[-1].block.block.kind is BlockKind.HEADING else None


def _asks(sentence: ReadSentence) -> bool:
    return sentence.block.tokens.keys[sentence.last - 1] == "?"


def _is_emphatic(sentence: ReadSentence) -> bool:
    short = sentence.last - sentence.first <= _LONGEST
    return short and (sentence.last - sentence.first >= _SHORTEST or sentence.has("answer-yes.absolute"))


def _answered(question: ReadSentence, answer: ReadSentence) -> Iterator[Claim]:
    opening = [part for part in answer.of(_YES, _NO) if part.first == answer.first]
    if not opening or answer.last - answer.first > _LONGEST:
        return
    part = max(opening, key=lambda part: part.last)  # "absolutely not" is no "absolutely"
    kinds = {kind for (asked, said), kind in _CLAIMED.items() if question.has(asked) and said == part.category}
    if len(kinds) == 1:
        (kind,) = kinds
        yield Claim(
            span=answer.span(answer.first, part.last),
            text=answer.text(answer.first, part.last),
            sentence=answer.number,
            kind=kind,
            topic=answer.topic,
            assertion=Assertion(boosted=kind is ClaimKind.EFFICACY),
            effect=Effect.ABSOLUTE if kind is ClaimKind.EFFICACY else Effect.PLAIN,
            horizon=Horizon.PERMANENT if kind is ClaimKind.DURABILITY else Horizon.UNSTATED,
            cues=("sold-answer", part.name),
        )
