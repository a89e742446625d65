"""Whether the text says where a claim comes from."""

from __future__ import annotations

import pytest
from handmade import Page, rule, words

from medlint.documents.model import Metadata, Reference
from medlint.language.article import Assertion, ClaimKind
from medlint.language.concepts import ConceptKind

UNSOURCED = rule("claim", {"kinds": ["figure"], "sourced": False})
SOURCED = rule("claim", {"kinds": ["figure"], "sourced": True})


def page(text="It helps 60% of people.", said=None, references=()):
    metadata = Metadata(references=tuple(Reference(each, 0, 1) for each in references))
    return Page(metadata=metadata).prose(text).claim("60%", ClaimKind.FIGURE, said=said)


def test_a_bare_figure_has_no_source():
    assert words(page().judged(), UNSOURCED) == ["60%"]
    assert words(page().judged(), SOURCED) == []


@pytest.mark.parametrize(
    "text",
    [
        "It helps 60% of people [3].",
        "It helps 60% of people.³",
        "It helps 60% of people (Smith 2019).",
        "Smith et al found that it helps 60% of people.",
    ],
)
def test_a_reference_in_the_sentence_is_a_source(text):
    assert words(page(text).judged(), UNSOURCED) == []
    assert words(page(text).judged(), SOURCED) == ["60%"]


def test_a_list_of_references_is_a_source():
    assert words(page(references=["A trial"]).judged(), UNSOURCED) == []


def test_whoever_says_it_is_a_source():
    assert words(page(said=Assertion(attributed_to="the society")).judged(), UNSOURCED) == []
    named = page("The Acme guideline says that it helps 60% of people.")
    assert words(named.mention("Acme guideline", "society", ConceptKind.SOURCE).judged(), UNSOURCED) == []


def test_a_source_of_another_sentence_does_not_count():
    other = Page().prose("It rains (Smith 2019). It helps 60% of people.").claim("60%", ClaimKind.FIGURE)
    assert words(other.judged(), UNSOURCED) == ["60%"]
