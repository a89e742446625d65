"""Conservative care told: named, or said to come before the treatment."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from medlint.language.article import Disclosure, DisclosureKind
from medlint.language.concepts import ConceptKind
from medlint.language.contents import Found
from medlint.language.patterns import Part
from medlint.language.scoping import disclosure_at
from medlint.language.sentences import ReadSentence

UNNAMED = "care-unnamed"  # stands for what most people get by with, where the sentence does not say what it is
_BEFORE = "care-first.before"
_ALREADY_FAILED, _NOT_NEEDED = "care-first.failed", "care-first.most"
NAMELESS = (_ALREADY_FAILED, _NOT_NEEDED)  # told without a pattern or a name
FAILED = "fail-word"  # makes a drug that is named care which came first
_LIST = 10  # tokens between the members of a list
_REACH = 14  # tokens between conservative care and the words that say it has not helped


def care_in(
    sentence: ReadSentence, frame: Callable[[], Sequence[ReadSentence]], subject: Collection[str]
) -> Iterator[Disclosure]:
    """The conservative care that the sentence names, or says to have failed without naming it.

    `frame` gives the sentences of its lead-in and of the headings above it: where they tell when to call the doctor,
    pain that is "not relieved by tablets" is a warning sign and says nothing of what comes first. Drugs that have
    failed are such care where the article is not about them (`subject`). Only sentences are asked of which
    `reading.may_tell` holds: they name care, or have a cue of `NAMELESS` or `FAILED`.
    """
    care = [f for f in sentence.found if f.concept.kind is ConceptKind.CONSERVATIVE_CARE and f.concept.counts]
    unnamed: tuple[Part | Found, ...] = ()
    if not care:
        unnamed = (*sentence.of(*NAMELESS), *_failed_drugs(sentence, subject))
    if not (care or unnamed):
        return
    around = frame()
    calls = any(s.has("urgent-sign", "contact-word") for s in (sentence, *around))
    framed = any(s.has(_BEFORE) for s in around)
    for found in care:
        status = sentence.assertion.status(found.first, found.last)
        first = not calls and (framed or _comes_first(sentence, found))
        if first or not (status.negated or (status.compared and sentence.has("trial-word"))):
            told = replace(_told(sentence, found.first, found.last), concept=found.concept.id, first=first)
            yield replace(told, interventions=_apart(sentence, found, told.interventions))
    for failed in () if calls else unnamed:
        needless = isinstance(failed, Part) and failed.name == _NOT_NEEDED
        told = _told(sentence, failed.first, failed.last)
        yield replace(told, first=True, concept=UNNAMED if needless else None)


def _told(sentence: ReadSentence, first: int, last: int) -> Disclosure:
    return disclosure_at(sentence, DisclosureKind.CONSERVATIVE_CARE, first, last)


def _apart(sentence: ReadSentence, care: Found, interventions: Sequence[str]) -> tuple[str, ...]:
    """The treatments that the care is told of: those that stand in one list with it have been tried as well."""
    listed = {
        f.concept.id
        for f in sentence.found
        if f.concept.kind is ConceptKind.INTERVENTION and _are_listed(sentence, care, f)
    }
    return tuple(name for name in interventions if name not in listed)


def _are_listed(sentence: ReadSentence, care: Found, other: Found) -> bool:
    """Whether two names stand close to each other, and nothing that failed between them."""
    first, last = min(care.last, other.last), max(care.first, other.first)
    return last - first <= _LIST and not any(first <= part.first < last for part in sentence.of(FAILED))


def _failed_drugs(sentence: ReadSentence, subject: Collection[str]) -> list[Found]:
    """The treatments without a procedure that the sentence says have failed, and that the article is not about."""
    if not sentence.has(FAILED):
        return []
    treatments = (f for f in sentence.found if f.concept.kind is ConceptKind.INTERVENTION)
    drugs = (f for f in treatments if not f.concept.invasive and f.concept.id not in subject)
    return [drug for drug in drugs if _has_failed(sentence, drug)]


def _comes_first(sentence: ReadSentence, care: Found) -> bool:
    """Whether it is said to come first, or not to have helped."""
    return sentence.has("care-first") or _has_failed(sentence, care) or _is_put_first(sentence, care)


def _is_put_first(sentence: ReadSentence, care: Found) -> bool:
    """Whether "first" follows it and ends the clause: "try exercise first, then ..."."""
    keys, last = sentence.block.tokens.keys, care.last + 1
    return any(word.first == care.last for word in sentence.of("first-word")) and (
        last == sentence.last or not keys[last].isalnum()
    )


def _has_failed(sentence: ReadSentence, care: Found) -> bool:
    return any(
        part.category == FAILED and -_REACH <= part.first - care.last <= _REACH and not _of_treatment(sentence, part)
        for part in sentence.parts
    )


def _of_treatment(sentence: ReadSentence, fail: Part) -> bool:
    """Whether it is a procedure that failed: "after failed surgery" says nothing of what came before it."""
    comma = sentence.block.tokens.keys[fail.last : fail.last + 1] == (",",)  # "when exercise fails, surgery"
    last = fail.last if comma else fail.last + 1
    return any(f.concept.invasive and fail.last <= f.first <= last for f in sentence.found)
