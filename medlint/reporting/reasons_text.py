"""Why an article has the findings it has, sentence by sentence, for people who write cues and rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from medlint.documents.leftout import told
from medlint.documents.model import Document
from medlint.evidence.verdicts import Judgement
from medlint.language.article import Assertion, Claim, ClaimKind, Disclosure, Horizon, Origin
from medlint.language.articlefacts import ArticleFacts
from medlint.language.tracing import Carried, Role, SeenTrigger, SentenceTrace
from medlint.linting.reasons import Firing, SentenceReasons
from medlint.reporting.layout import wrap
from medlint.reporting.options import Options
from medlint.reporting.terminal import paint, printable

_LABEL = 10  # columns, the blank behind it included
_INDENT = "  "
_JOIN = " · "
_FLAGS = ("negated", "possible", "asked", "conditional", "compared", "boosted")


def render(
    document: Document, facts: ArticleFacts, sentences: Sequence[SentenceReasons], options: Options
) -> Iterator[str]:
    """The facts of the article, then a paragraph for each sentence with a line for each thing that was seen in it."""
    names = ", ".join(facts.interventions) or "none known"
    yield f"{paint(printable(document.path, options.encoding), options, bold=True)}\n"
    yield _line("article", f"treatments: {names}", options)
    facts_told = f"risk {facts.risk}, conservative care {facts.conservative_care}, limits {facts.limits}"
    yield _line("", f"{'promotes' if facts.promotes else 'promotes nothing'}; {facts_told}", options)
    if document.left_out:
        yield _line("not read", told(document.left_out), options)
    for sentence in sentences:
        yield "\n" + _head(document, sentence.trace, options)
        for label, text in _lines(document, sentence):
            yield _line(label, text, options)


def _head(document: Document, trace: SentenceTrace, options: Options) -> str:
    block = document.blocks[trace.sentence.span.block]
    start, _ = block.source_span(trace.sentence.span.start, trace.sentence.span.end)
    place = document.position(start)
    mark = f"{place.line}:{place.column} [{block.kind}] "
    body = wrap(trace.sentence.text, options, first=mark, rest=_INDENT)
    return f"{paint(mark, options, bold=True)}{body[len(mark) :]}\n"


def _line(label: str, text: str, options: Options) -> str:
    first = f"{_INDENT}{label:<{_LABEL}}"
    body = wrap(text, options, first=first, rest=" " * len(first))
    return f"{_INDENT}{paint(label, options, dim=True)}{body[len(_INDENT) + len(label) :]}\n"


def _lines(document: Document, sentence: SentenceReasons) -> Iterator[tuple[str, str]]:
    """What was seen, in the order in which it is read: a label and its text; nothing where there was nothing."""
    trace = sentence.trace
    seen = (
        ("names", _JOIN.join(f"{m.concept} ({m.kind}) {_quoted(m.text)}" for m in sentence.mentions)),
        ("about", _JOIN.join(_carried(document, each) for each in trace.carried)),
        ("sources", ", ".join(trace.sources)),
        ("figures", _JOIN.join(map(_quoted, trace.figures))),
        ("cues", _cues(trace, Role.MEANING)),
        ("guards", _cues(trace, Role.GUARD)),
        ("unheard", _cues(trace, Role.OVERRULED)),
    )
    yield from ((label, text) for label, text in seen if text)
    yield from (("asserted", _trigger(trigger)) for trigger in trace.triggers)
    for claim, judgement in sentence.claims:
        yield "claim", _claim(claim)
        yield "", f"read from {', '.join(claim.cues)}"
        yield "verdict", _verdict(judgement)
    yield from (("told", _disclosure(disclosure)) for disclosure in sentence.disclosures)
    yield from (("rule", _firing(firing)) for firing in sentence.firings)


def _quoted(text: str) -> str:
    return f"“{text}”"


def _cues(trace: SentenceTrace, role: Role) -> str:
    return _JOIN.join(f"{seen.cue} {_quoted(seen.text)}" for seen in trace.cues if seen.role is role)


def _carried(document: Document, carried: Carried) -> str:
    if carried.origin is Origin.SENTENCE:
        return carried.concept
    if carried.span is None:
        return f"{carried.concept}, named most in the article"
    block = document.blocks[carried.span.block]
    place = document.position(block.source_span(carried.span.start, carried.span.end)[0])
    where = carried.origin.replace("-", " ")
    return f"{carried.concept}, from the {where} ({place.line}:{place.column} {_quoted(carried.text)})"


def _trigger(trigger: SeenTrigger) -> str:
    over = f"over {_quoted(trigger.scope_text)}" if trigger.scope else "over nothing"
    return f"{trigger.cue} {_quoted(trigger.text)} {over}"


def _claim(claim: Claim) -> str:
    level = claim.advice if claim.kind is ClaimKind.RECOMMENDATION else claim.effect
    facts = [f"{level.name.lower().replace('_', ' ')} ({int(level)})"]
    facts += [f"horizon {claim.horizon}"] if claim.horizon is not Horizon.UNSTATED else []
    facts += [f"outcome {claim.outcome}"] if claim.outcome else []
    facts += [f"figure {_quoted(claim.figure.text)}"] if claim.figure else []
    facts += [f"compared with {claim.comparator}"] if claim.comparator else []
    facts += _asserted(claim.assertion)
    return f"{claim.kind} {_quoted(claim.text)}: {', '.join(facts)}"


def _asserted(assertion: Assertion) -> list[str]:
    facts = [flag for flag in _FLAGS if getattr(assertion, flag)]
    facts += [f"said by {_quoted(assertion.attributed_to)}"] if assertion.attributed_to is not None else []
    return facts + ([f"source {assertion.source}"] if assertion.source else [])


def _verdict(judgement: Judgement) -> str:
    facts = [f"{judgement.verdict}: {judgement.reason}"]
    facts += [f"of {judgement.intervention}"] if judgement.intervention else []
    facts += [f"allowed: {judgement.allowed_effect.name.lower()}"] if judgement.allowed_effect is not None else []
    facts += [f"allowed horizon: {judgement.allowed_horizon}"] if judgement.allowed_horizon else []
    facts += [f"records: {', '.join(judgement.records)}"] if judgement.records else []
    return "; ".join(facts)


def _disclosure(disclosure: Disclosure) -> str:
    facts = [
        fact for fact in (disclosure.concept, disclosure.seriousness, "first" if disclosure.first else None) if fact
    ]
    scope = f"of {', '.join(disclosure.interventions)}" if disclosure.interventions else "of the whole article"
    return f"{disclosure.kind} {_quoted(disclosure.text)}: {', '.join([*facts, scope])}"


def _firing(firing: Firing) -> str:
    shown = f"{firing.confidence} confidence" if firing.held_back is None else f"not shown: {firing.held_back}"
    return f"{firing.code} {firing.name} {_quoted(firing.text)}, {shown}"
