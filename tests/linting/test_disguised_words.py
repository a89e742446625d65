"""No rule is switched off by signs in its words that people do not see, or letters that they take for others."""

from __future__ import annotations

import re
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.documents.phrases import phrases
from medlint.documents.position import Format
from medlint.documents.reading import parse
from medlint.linting.examples import examples_linter
from medlint.linting.rules import load_rulebook

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u202d\u2060\u2064\u2069\ufe0f\ufeff\b\U000e0041\U000e0155"
WRITTEN = ("&zwnj;", "&shy;", "&#8203;", "&NoBreak;", "<!-- -->", "<b></b>", "<wbr>")
OVERLAYS = "\u0334\u0335\u0336\u0337\u0338\u20dd\u0483\u05b0"
INSIDE_WORDS = re.compile(r"(?<=[A-Za-z])(?=[A-Za-z])")
MARKUP = re.compile(r"^---|[<`|]|://|\]\(", re.MULTILINE)  # which letters of other forms would break


@cache
def rules():
    return load_rulebook().rules


@cache
def linter():
    return examples_linter(rules())


@cache
def examples():
    texts = dict.fromkeys(example.markdown for rule in rules() for example in rule.bad)
    return [text for text in texts if not MARKUP.search(text)]


@cache
def codes(text):
    return sorted(finding.code for finding in linter().check_text(text, "page.md").findings)


def invisible(text, random):
    return INSIDE_WORDS.sub(lambda _: random.choice(INVISIBLE) if random.random() < 0.3 else "", text)


def written(text, random):
    return INSIDE_WORDS.sub(lambda _: random.choice(WRITTEN) if random.random() < 0.2 else "", text)


def overlaid(text, random):
    return re.sub("[A-Za-z]", lambda found: found[0] + (random.choice(OVERLAYS) if random.random() < 0.3 else ""), text)


def full_width(text, random):
    return re.sub(
        "[A-Za-z0-9%]", lambda found: chr(ord(found[0]) + 0xFEE0) if random.random() < 0.5 else found[0], text
    )


def mathematical(text, random):
    def bold(found):
        first = 0x1D400 - ord("A") if found[0].isupper() else 0x1D41A - ord("a")
        return chr(ord(found[0]) + first) if random.random() < 0.5 else found[0]

    return re.sub("[A-Za-z]", bold, text)


def alike(text, random):
    """Some letters of each long word from another script, but for one small letter that stays."""

    def mixed(found):
        letters = phrases("lookalikes")[random.choice(["cyrillic", "greek", "armenian", "coptic", "latin"])]
        kept = random.choice([place for place, letter in enumerate(found[0]) if letter.islower()])
        return "".join(
            random.choice(letters[letter]) if place != kept and letter in letters and random.random() < 0.6 else letter
            for place, letter in enumerate(found[0])
        )

    return re.sub(r"[A-Za-z]*[a-z]{2}[A-Za-z]*", mixed, text)


@pytest.mark.parametrize("disguise", [invisible, written, overlaid, full_width, mathematical, alike])
@given(st.data(), st.integers(0, 1_000_000))
def test_a_disguise_hides_no_finding(disguise, data, seed):
    text = data.draw(st.sampled_from(examples()))
    disguised = disguise(text, Random(seed))
    assert codes(disguised) == codes(text)


@pytest.mark.parametrize("disguise", [invisible, written, overlaid, full_width, mathematical, alike])
def test_the_words_of_a_finding_stand_in_the_source_as_they_are_written(disguise):
    text = "An epidural steroid injection cures sciatica for good."
    source = disguise(text, Random(7))
    assert source != text
    document = parse(source, Format.MARKDOWN)
    findings = linter().check_text(source, "page.md").findings
    assert "OVS101" in {finding.code for finding in findings}
    for finding in findings:
        again = parse(source[finding.start.offset : finding.end.offset], Format.MARKDOWN)
        assert " ".join(block.text for block in again.blocks) == finding.text
        assert finding.text in document.blocks[0].text


def test_every_rule_with_plain_examples_is_tried():
    assert len(examples()) > 100
