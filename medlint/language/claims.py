"""Claims: what a sentence asserts of a treatment, how strongly, and for how long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from medlint.language.article import Advice, Assertion, Claim, ClaimKind, Effect, Figure, Horizon, Origin
from medlint.language.concepts import ConceptKind
from medlint.language.cues import load_cues
from medlint.language.horizons import horizon_of, longer
from medlint.language.patterns import Match, Part
from medlint.language.sentences import ReadSentence

_BENEFIT = ("benefit-noun", "success-rate", "effective")
_FELT = ("outcome-word", "outcome-good")
ADVICE = ("recommend", "advise-against")  # claims without a pattern


def claims_in(sentence: ReadSentence, sold: bool = False) -> tuple[Claim, ...]:
    """The claims of one sentence, in order of place; `sold` tells that the article speaks with a seller's voice."""
    groups: dict[ClaimKind, list[Match]] = {}
    for match in sentence.matches:
        if match.pattern.kind is None or (match.pattern.voice and not sold) or not _needs(match, sentence):
            continue
        if not _is_of_something_else(match, sentence):
            groups.setdefault(match.pattern.kind, []).append(match)
    claims = [_claim(sentence, kind, joined) for kind, group in groups.items() for joined in _joined(group)]
    claims.extend(_recommendations(sentence))
    return tuple(sorted(claims, key=lambda claim: (claim.span, claim.kind))) if claims else ()


def _needs(match: Match, sentence: ReadSentence) -> bool:
    if match.pattern.needs == "horizon":
        return _time_after(match, sentence) is not Horizon.UNSTATED
    if match.pattern.needs == "benefit":
        return sentence.has(*_BENEFIT) or (sentence.has("benefit-verb") and sentence.has(*_FELT))
    if match.pattern.needs == "treatment":
        return bool(sentence.topic.interventions)
    return True


def _is_of_something_else(match: Match, sentence: ReadSentence) -> bool:
    """Whether a sentence that only its context gives a treatment speaks of time as a healer, or begins with other care.

    "Most sciatica gets better within weeks" promises nothing of the injection in the heading, nor does "exercise gives
    lasting relief".
    """
    if sentence.topic.interventions_from is Origin.SENTENCE or not sentence.topic.interventions:
        return False
    before = [found for found in sentence.found if found.last <= match.first]
    if any(found.concept.kind is ConceptKind.INTERVENTION for found in before):
        return False
    if sentence.has("no-treatment") and any(found.concept.kind is ConceptKind.CONDITION for found in sentence.found):
        return True
    subject = next((found.concept for found in before if found.first == sentence.first), None)
    return subject is not None and subject.kind is ConceptKind.CONSERVATIVE_CARE and not subject.generic


def _joined(group: Sequence[Match]) -> Iterator[list[Match]]:
    """Matches of one kind that share words are one claim."""
    run: list[Match] = []
    end = -1
    for match in sorted(group, key=lambda m: (m.first, m.last)):
        if run and match.first >= end:
            yield run
            run = []
        run.append(match)
        end = max(end, match.last) if len(run) > 1 else match.last
    if run:
        yield run


@dataclass(frozen=True, slots=True)
class _Force:
    effect: Effect
    assertion: Assertion


def _claim(sentence: ReadSentence, kind: ClaimKind, joined: Sequence[Match]) -> Claim:
    first, last = min(m.first for m in joined), max(m.last for m in joined)
    force = _force(sentence, joined)
    return Claim(
        span=sentence.span(first, last),
        text=sentence.text(first, last),
        sentence=sentence.number,
        kind=kind,
        topic=sentence.topic,
        assertion=force.assertion,
        effect=force.effect,
        horizon=_horizon(sentence, joined) if kind is ClaimKind.DURABILITY else Horizon.UNSTATED,
        outcome=_outcome(sentence),
        figure=_figure(sentence, joined),
        comparator=next((m.pattern.comparator for m in joined if m.pattern.comparator), None),
        cues=tuple(dict.fromkeys(name for m in joined for name in (m.pattern.name, *(p.name for p in m.parts)))),
    )


def _force(sentence: ReadSentence, joined: Sequence[Match]) -> _Force:
    """The rung of the ladder, read at the heads of the matches: the strongest that is not negated counts."""
    best: _Force | None = None
    for match in joined:
        head = match.head
        assertion = _source(sentence, head)
        rung = sentence.assertion.effect(head.first, head.last)
        if match.pattern.kind is ClaimKind.FIGURE:  # "40% get no relief"
            tail = sentence.assertion.status(match.parts[-1].first, match.parts[-1].last)
            assertion = assertion._replace(negated=assertion.negated or tail.negated)
        boosted = match.pattern.boosted or match.pattern.absolute
        if assertion.negated:
            rung, boosted = Effect.DENIED, False
        elif boosted and (rung is Effect.PLAIN or (match.pattern.absolute and rung >= Effect.CAN)):
            rung = Effect.ABSOLUTE
        force = _Force(rung, assertion._replace(boosted=boosted))
        if best is None or (force.effect, force.assertion.boosted) > (best.effect, best.assertion.boosted):
            best = force
    assert best is not None
    return best


def _source(sentence: ReadSentence, part: Part) -> Assertion:
    """How a part is asserted, with the source behind it: that of its own clause first."""
    assertion = sentence.assertion.status(part.first, part.last)
    return assertion._replace(source=sentence.source_at(part.first))


def _horizon(sentence: ReadSentence, joined: Iterable[Match]) -> Horizon:
    cues = load_cues()
    longest = Horizon.UNSTATED
    for match in joined:
        for part in match.parts:
            trait = cues[part.name].traits.get("horizon") if part.name in cues else None
            longest = longer(longest, Horizon(trait)) if trait else longest
        if longest is Horizon.UNSTATED:
            longest = _time_after(match, sentence)
    return longest


def _time_after(match: Match, sentence: ReadSentence) -> Horizon:
    tokens = sentence.block.tokens
    start = tokens.starts[match.first]
    return horizon_of(tokens.text[start : sentence.sentence.span.end])


def _outcome(sentence: ReadSentence) -> str | None:
    return next((f.concept.id for f in sentence.found if f.concept.kind is ConceptKind.OUTCOME), None)


def _figure(sentence: ReadSentence, joined: Iterable[Match]) -> Figure | None:
    if not any(part.category == "figure" for match in joined for part in match.parts) or not sentence.figures:
        return None
    return sentence.figures[0].figure


def _recommendations(sentence: ReadSentence) -> Iterator[Claim]:
    advising = sentence.of(*ADVICE)
    cues = load_cues()
    for part in _not_overlapped(advising) if advising else ():
        advice = Advice(cues[part.name].traits["advice"])
        assertion = _source(sentence, part)
        if part.category == "recommend" and assertion.negated:
            advice = Advice.SHOULD_NOT
        yield Claim(
            span=sentence.span(part.first, part.last),
            text=sentence.text(part.first, part.last),
            sentence=sentence.number,
            kind=ClaimKind.RECOMMENDATION,
            topic=sentence.topic,
            assertion=assertion._replace(negated=False),
            advice=advice,
            cues=(part.name,),
        )


def _not_overlapped(parts: Sequence[Part]) -> list[Part]:
    """Of overlapping parts the longest; what advises against wins a tie."""
    kept: list[Part] = []
    for part in sorted(parts, key=lambda p: (p.first - p.last, p.category, p.first)):
        if not any(part.first < other.last and other.first < part.last for other in kept):
            kept.append(part)
    return sorted(kept, key=lambda p: p.first)
