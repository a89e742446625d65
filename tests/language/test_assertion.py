from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from medlint.language.article import Effect
from medlint.language.assertion import CATEGORIES, SentenceAssertion, status
from medlint.language.cues import load_cues
from medlint.language.phrases import PhraseIndex
from medlint.language.tokens import tokenise

HERE = Path(__file__).parent / "assertion"
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))
EFFECTS: list[dict[str, Any]] = yaml.safe_load((HERE / "effect.yaml").read_text(encoding="utf-8"))
LAY: list[dict[str, Any]] = yaml.safe_load((HERE / "lay.yaml").read_text(encoding="utf-8"))


def of(case: dict[str, Any]) -> Any:
    start = case["text"].index(case["span"])
    return status(case["text"], start, start + len(case["span"]))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_the_status_of_a_span(case: dict[str, Any]) -> None:
    found = of(case)
    seen = {name for name in ("negated", "possible", "conditional", "asked", "compared") if getattr(found, name)}
    assert seen == set(case.get("is", ()))


@pytest.fixture(scope="module")
def index() -> PhraseIndex:
    cues = (cue for cue in load_cues().values() if cue.category in CATEGORIES)
    return PhraseIndex.of((phrase, f"cue:{cue.id}") for cue in cues for phrase in cue.phrases)


def read(text: str, span: str, index: PhraseIndex) -> tuple[SentenceAssertion, int, int]:
    tokens = tokenise(text)
    start = text.index(span)
    first, last = tokens.span_of(start, start + len(span))
    return SentenceAssertion.of(tokens, tokens.sentences[0], index.find(tokens)), first, last


@pytest.mark.parametrize("case", EFFECTS, ids=[case["text"] for case in EFFECTS])
def test_the_rung_that_hedges_leave(case: dict[str, Any], index: PhraseIndex) -> None:
    sentence, first, last = read(case["text"], case["span"], index)
    assert sentence.effect(first, last) is Effect[case["effect"].upper()]


def test_what_is_rare_is_negated_but_not_denied(index: PhraseIndex) -> None:
    for text, denied in (("It rarely causes pain.", False), ("It does not cause pain.", True)):
        sentence, first, last = read(text, "pain", index)
        assert (sentence.status(first, last).negated, sentence.denied(first, last)) == (True, denied)


@pytest.mark.parametrize("text", ["It is touted as safe.", "They say it is billed as safe."])
def test_what_is_only_called_so_is_attributed(text: str) -> None:
    start = text.index("safe")
    assert status(text, start, start + 4).attributed_to


@pytest.mark.parametrize(
    ("text", "span", "who"),
    [
        ("According to the makers, relief lasts a year.", "relief", "the makers"),
        ("The clinic claims that ablation cures back pain.", "cures back pain", "The clinic"),
    ],
)
def test_whoever_says_it_is_named(text: str, span: str, who: str) -> None:
    start = text.index(span)
    assert status(text, start, start + len(span)).attributed_to == who


def test_a_span_outside_the_text_is_an_error() -> None:
    with pytest.raises(ValueError, match="no span 3:3"):
        status("Relief", 3, 3)


def f1(gold: list[bool], found: list[bool]) -> float:
    hits = sum(g and f for g, f in zip(gold, found, strict=True))
    return 2 * hits / (sum(gold) + sum(found))


@pytest.mark.parametrize(("label", "field", "least"), [("negated", "negated", 0.9), ("compared", "compared", 0.9)])
def test_lay_sentences_labelled_blind_are_read_right(label: str, field: str, least: float) -> None:
    assert f1([bool(case[label]) for case in LAY], [bool(getattr(of(case), field)) for case in LAY]) >= least
