"""Harms told: a harm that is named as what a treatment may do, not as what it treats, avoids or must wait for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from medlint.language.article import Disclosure, DisclosureKind
from medlint.language.blocks import is_top
from medlint.language.concepts import ConceptKind, Seriousness
from medlint.language.contents import Found
from medlint.language.patterns import Part
from medlint.language.scoping import disclosure_at, names_treatment
from medlint.language.sentences import ReadSentence

_GOVERNED = 9  # tokens before a harm within which "people with", "to treat" make it an indication
_HARM_CUES = ("not-risk", "rival-context", "risk-context", "risk-noun")
_SPARED = 3  # tokens between "prevent" or "fewer" and the "complications" that it spares people
_BEHIND = 12  # tokens between a harm and the "side effects" behind it that it is one of
_FALLS = 7  # tokens between a harm and the words that say that its risk fell
_LIST = 12  # tokens between a harm and what says how often it and others come
_OWNER = 3  # tokens between "complications" and the disease that has them
_HEADING_TOKENS = 10  # a longer heading that holds "risk" is a headline


def harms_in(
    sentence: ReadSentence, frame: Callable[[], Sequence[ReadSentence]], subject: Collection[str]
) -> Iterator[Disclosure]:
    """The harms that the sentence tells of.

    `frame` gives the sentences of its lead-in and of the headings above it, `subject` the treatments that the whole
    article is about. Only sentences are asked of which `reading.may_tell` holds: they name a harm.
    """
    harms = [f for f in sentence.found if f.concept.kind is ConceptKind.HARM]
    if not harms or sentence.has("urgent-sign", "contact-word"):
        return
    framed = any(_frames(s) for s in frame())
    for harm in harms:
        if (framed or _is_told(sentence, harm, subject)) and _stands(sentence, harm):
            told = disclosure_at(sentence, DisclosureKind.HARM, harm.first, harm.last)
            yield replace(told, concept=harm.concept.id, seriousness=harm.concept.seriousness)


def _is_told(sentence: ReadSentence, harm: Found, subject: Collection[str]) -> bool:
    """Whether the sentence itself makes it a harm of a treatment, and not of a disease."""
    if any(_tells_of(sentence, noun, harm) for noun in sentence.of("risk-noun")):
        return not _falls(sentence, harm)
    if _is_condition(sentence, harm):
        return False
    if _is_aftermath(sentence, harm) or _occurs(sentence, harm, subject):
        return True
    return sentence.has("risk-context") and names_treatment(sentence, harm)


def _occurs(sentence: ReadSentence, harm: Found, subject: Collection[str]) -> bool:
    """Whether it is said how often it comes, where a treatment is the topic: "infection is rare", "a few get one".

    A sentence that names a disease may say this of the disease.
    """
    if not (subject or sentence.topic.interventions) or any(
        f.concept.kind is ConceptKind.CONDITION for f in sentence.found
    ):
        return False
    before = any(0 <= harm.first - part.last <= _LIST for part in sentence.of("occurs.before"))
    return before or any(
        harm.first < part.last and part.first - harm.last <= _LIST for part in sentence.of("occurs.behind")
    )


def _is_aftermath(sentence: ReadSentence, harm: Found) -> bool:
    """Whether it is what people feel once the treatment is done: "some soreness afterwards", but no "relief"."""
    slight = harm.concept.seriousness is Seriousness.MINOR
    return slight and sentence.has("aftermath") and not sentence.has("benefit-noun")


def _tells_of(sentence: ReadSentence, noun: Part, harm: Found) -> bool:
    """Whether "side effects" and the like stand near the harm, and are neither denied nor those of something else."""
    far = harm.last <= noun.first - _BEHIND
    return not (far or sentence.assertion.status(noun.first, noun.last).negated or is_of_others(sentence, noun))


def _frames(sentence: ReadSentence) -> bool:
    """Whether a heading or lead-in says that harms follow. The headline of a page speaks of more than what follows."""
    if is_top(sentence.block.block) or sentence.has("not-risk"):
        return False
    return sentence.has("risk-noun", "risk-context") or (
        sentence.has("risk-heading") and sentence.last - sentence.first <= _HEADING_TOKENS
    )


def is_of_others(sentence: ReadSentence, noun: Part) -> bool:
    """Whether the noun is a disease's, as in "complications of diabetes", or what a treatment spares people.

    Behind "include" and the like a disease is a harm, not what has it.
    """
    end = noun.last + _OWNER + 1
    near = range(noun.last, min([end, *(part.first for part in sentence.of("lists-word") if part.first >= noun.last)]))
    diseases = [f.first for f in sentence.found if f.concept.kind is ConceptKind.CONDITION]
    diseases += [part.first for part in sentence.of("named-disease")]
    return _is_spared(sentence, noun) or any(first in near for first in diseases)


def _is_spared(sentence: ReadSentence, noun: Part) -> bool:
    """Whether "prevent", "fewer" and the like stand before the noun: "reduce the risk of", "fewer complications"."""
    return any(
        part.name == "not-risk.spared" and part.first < noun.first <= part.last + _SPARED for part in sentence.parts
    )


def _falls(sentence: ReadSentence, harm: Found) -> bool:
    """Whether the sentence goes on to say that the risk of the harm became less."""
    return any(part.category == "fell-word" and 0 <= part.first - harm.last <= _FALLS for part in sentence.parts)


def _is_condition(sentence: ReadSentence, harm: Found) -> bool:
    """Whether the same words name a condition, which a treatment may be for: migraine, depression."""
    return any(
        f.concept.kind is ConceptKind.CONDITION and f.first < harm.last and harm.first < f.last for f in sentence.found
    )


def _stands(sentence: ReadSentence, harm: Found) -> bool:
    status = sentence.assertion.status(harm.first, harm.last)
    denied = status.negated and sentence.assertion.denied(harm.first, harm.last)
    return not (denied or status.asked or status.conditional or status.compared or _is_indication(sentence, harm))


def _is_indication(sentence: ReadSentence, harm: Found) -> bool:
    """Whether the nearest cue before the harm makes it what is treated or avoided, not what may happen."""
    before = [
        part
        for part in sentence.parts
        if part.category in _HARM_CUES
        and part.last <= harm.first <= part.last + _GOVERNED
        and not (part.category == "risk-noun" and _is_spared(sentence, part))
    ]
    return bool(before) and max(before, key=lambda p: (p.last, -p.first)).category in ("not-risk", "rival-context")
