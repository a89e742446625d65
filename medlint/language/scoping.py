"""Of which treatment something is told: the article's own, or a rival's."""

from __future__ import annotations

from medlint.language.article import Disclosure, DisclosureKind, Origin
from medlint.language.concepts import ConceptKind
from medlint.language.contents import Found
from medlint.language.sentences import ReadSentence


def scope_of(sentence: ReadSentence, first: int) -> tuple[str, ...]:
    """The treatments that the words at token `first` are about: those of the topic, unless it is only the title's.

    "Surgery" and "drugs" are too general to be carried over as a topic, but what is told of them, behind their name, is
    not told of the injection that the article is about.
    """
    own = sentence.topic.interventions_from is Origin.SENTENCE
    named = tuple(
        f.concept.id
        for f in sentence.found
        if f.concept.kind is ConceptKind.INTERVENTION and f.concept.generic and f.last <= first
    )
    if named and not own:
        return named
    return () if sentence.topic.interventions_from is Origin.TITLE else sentence.topic.interventions


def disclosure_at(sentence: ReadSentence, kind: DisclosureKind, first: int, last: int) -> Disclosure:
    """A disclosure in the tokens `[first, last)` of the sentence."""
    return Disclosure(
        sentence.span(first, last),
        sentence.text(first, last),
        sentence.number,
        kind,
        interventions=scope_of(sentence, first),
    )


def names_treatment(sentence: ReadSentence, found: Found) -> bool:
    """Whether the sentence speaks of a treatment: by name, or as "this procedure" or "it".

    Behind the name of a condition "it" is the condition: "where stenosis narrows the canal, it can cause weakness".
    """
    kinds = {f.concept.kind for f in sentence.found if f.last <= found.first}
    if any(f.concept.kind is ConceptKind.INTERVENTION for f in sentence.found) or sentence.has("anaphor.treatment"):
        return True
    return sentence.has("anaphor.pronoun") and ConceptKind.CONDITION not in kinds
