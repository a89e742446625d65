"""Why each sentence of an article does or does not lead to a finding: the way from its words to the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from medlint.evidence.verdicts import Judgement
from medlint.language.article import Article, Claim, Disclosure, Mention, Span
from medlint.language.tracing import SentenceTrace
from medlint.linting.checking import Checker
from medlint.linting.drafts import Draft
from medlint.linting.findings import Confidence, Finding
from medlint.linting.judged import JudgedArticle
from medlint.linting.rule import Rule

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Firing:
    """A rule that saw something at `span`. `held_back` says why it is not shown; `None` where it is."""

    code: str
    name: str
    span: Span
    text: str
    confidence: Confidence
    held_back: str | None = None


@dataclass(frozen=True, slots=True)
class SentenceReasons:
    """One sentence: how it was read, what it says, what that comes to, and which rules spoke."""

    trace: SentenceTrace
    mentions: tuple[Mention, ...]
    claims: tuple[tuple[Claim, Judgement], ...]
    disclosures: tuple[Disclosure, ...]
    firings: tuple[Firing, ...]


def reasons(article: Article, traces: Sequence[SentenceTrace], checker: Checker) -> tuple[SentenceReasons, ...]:
    """The reasons for every sentence of an article; `traces` are those of the same document, one for each sentence."""
    case = checker.judged(article)
    places = {trace.sentence.span: number for number, trace in enumerate(traces)}
    mentions = _by_sentence(article.mentions, lambda mention: places.get(case.sentence(mention.span).span))
    claims = _by_sentence(zip(article.claims, case.judgements, strict=True), lambda judged: judged[0].sentence)
    disclosures = _by_sentence(article.disclosures, lambda disclosure: disclosure.sentence)
    fired = _by_sentence(firings(case, checker), lambda firing: places.get(case.sentence(firing.span).span))
    return tuple(
        SentenceReasons(trace, mentions(number), claims(number), disclosures(number), fired(number))
        for number, trace in enumerate(traces)
    )


def _by_sentence(items: Iterable[T], number: Callable[[T], int | None]) -> Callable[[int], tuple[T, ...]]:
    groups: dict[int | None, list[T]] = {}
    for item in items:
        groups.setdefault(number(item), []).append(item)
    return lambda key: tuple(groups.get(key, ()))


def firings(case: JudgedArticle, checker: Checker) -> Iterator[Firing]:
    """Everything that the rules see in an article, shown or held back, rule by rule."""
    shown = checker.findings(case)
    for rule in checker.rules:
        for draft in rule.find(case):
            yield Firing(
                rule.code,
                rule.name,
                draft.span,
                case.words(draft.span),
                draft.confidence or rule.confidence,
                _held_back(draft, rule, shown, case, checker),
            )


def _held_back(draft: Draft, rule: Rule, shown: Sequence[Finding], case: JudgedArticle, checker: Checker) -> str | None:
    start, end = case.block(draft.span).source_span(draft.span.start, draft.span.end)
    if any(f.code == rule.code and (f.start.offset, f.end.offset) == (start, end) for f in shown):
        return None
    surest_first = tuple(Confidence)
    sure = draft.confidence or rule.confidence
    if surest_first.index(sure) > surest_first.index(checker.min_confidence):
        return f"its confidence is {sure}"
    on_its_words = [f for f in shown if f.start.offset < end and start < f.end.offset]
    stronger = sorted({f.code for f in on_its_words} & {*rule.yields_to, rule.code})
    return f"gave way to {', '.join(stronger)}" if stronger else "said once for the article"
