"""Sentences in which nothing can be claimed or told are not looked at any further."""

from __future__ import annotations

import pytest

from medlint.documents.position import Format
from medlint.documents.reading import parse
from medlint.evidence.loading import load_database
from medlint.language.claims import claims_in
from medlint.language.disclosures import disclosures_in
from medlint.language.linking import read_blocks
from medlint.language.reading import Reader, may_claim, may_tell
from medlint.linting.rules import load_rulebook

RULES = load_rulebook(()).rules


@pytest.fixture(scope="module")
def reader():
    return Reader.of(load_database(None).vocabulary())


def sentences(reader, text):
    document = parse(text, Format.MARKDOWN)
    return reader.sentences(document, read_blocks(document, reader.lexicon))


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_a_sentence_that_is_passed_over_claims_and_tells_nothing(reader, rule):
    for example in (*rule.bad, *rule.good):
        read = sentences(reader, example.markdown)
        for sentence in read:
            for sold in (False, True):
                if not may_claim(sentence.content, sold):
                    assert claims_in(sentence, sold) == ()
            if not may_tell(sentence.content):
                assert disclosures_in(sentence, lambda read=read: read, ()) == ()


@pytest.mark.parametrize(
    ("text", "claiming", "telling"),
    [
        ("It was a sunny day.", False, False),
        ("Nobody answered the phone.", False, False),
        ("Sciatica came back.", False, False),
        ("Bleeding came back.", False, True),
        ("They went to physiotherapy.", False, True),
        ("Paracetamol failed.", False, True),
        ("It is not recommended.", True, False),
        ("Most people get better by themselves.", True, True),
        ("It relieves pain.", True, True),
    ],
)
def test_what_may_claim_or_tell_something(reader, text, claiming, telling):
    (sentence,) = sentences(reader, text)
    assert (may_claim(sentence.content), may_tell(sentence.content)) == (claiming, telling)
