from __future__ import annotations

from collections.abc import Callable

import pytest

from medlint.documents.position import Format
from medlint.documents.reading import parse
from medlint.language.article import Origin
from medlint.language.reading import Reader
from medlint.language.tracing import Role, SentenceTrace, trace

Traced = Callable[[str], tuple[SentenceTrace, ...]]


@pytest.fixture
def traced(reader: Reader) -> Traced:
    return lambda text: trace(reader, parse(text, Format.MARKDOWN, "article.md"))


def of(traces: tuple[SentenceTrace, ...], beginning: str) -> SentenceTrace:
    return next(each for each in traces if each.sentence.text.startswith(beginning))


def test_there_is_a_trace_for_each_sentence_of_the_article(traced: Traced, reader: Reader) -> None:
    text = "# Nerve burning\n\nIt helps some. It fails others.\n\n- Sore back\n- Bruise\n"
    article = reader.read(parse(text, Format.MARKDOWN, "article.md"))
    traces = traced(text)
    assert [each.sentence for each in traces] == list(article.sentences)
    assert [each.topic for each in traces] == list(article.topics)


@pytest.mark.parametrize(
    ("text", "sentence", "origin", "words"),
    [
        ("A back injection is quick.", "A back", Origin.SENTENCE, "back injection"),
        ("A back injection is quick. It may ease pain.", "It may", Origin.PREVIOUS_SENTENCE, "back injection"),
        ("Nerve burning in brief:\n\n- It may ease pain.\n", "It may", Origin.LEAD_IN, "Nerve burning"),
        ("# News\n\n## Nerve burning\n\nIt may ease pain.\n", "It may", Origin.HEADING, "Nerve burning"),
        ("# News\n\n## Nerve burning\n\n### How\n\nIt may ease pain.\n", "It may", Origin.SECTION, "Nerve burning"),
        ("---\ntitle: Nerve burning\n---\n\nIt may ease pain.\n", "It may", Origin.TITLE, "Nerve burning"),
    ],
)
def test_a_trace_shows_the_words_that_a_topic_was_carried_over_from(
    traced: Traced, text: str, sentence: str, origin: Origin, words: str
) -> None:
    (carried,) = of(traced(text), sentence).carried
    assert (carried.origin, carried.text) == (origin, words)
    assert carried.span is not None


def test_a_sentence_before_a_list_takes_its_topic_from_the_items(traced: Traced) -> None:
    (carried,) = of(traced("We offer:\n\n- Nerve burning\n"), "We offer").carried
    assert (carried.concept, carried.text) == ("ablation", "Nerve burning")


def test_a_topic_that_is_only_named_most_has_no_words(traced: Traced) -> None:
    text = "It may ease pain.\n\nNerve burning is quick.\n\nNerve burning takes an hour.\n"
    (carried,) = of(traced(text), "It may").carried
    assert (carried.concept, carried.origin, carried.span) == ("ablation", Origin.TITLE, None)


def test_a_trace_shows_what_a_trigger_acts_on(traced: Traced) -> None:
    (first, *_) = of(traced("The injection does not cure sciatica."), "The").triggers
    assert (first.text, first.scope_text) == ("not", "cure sciatica.")


def test_a_trigger_that_stands_last_acts_on_nothing(traced: Traced) -> None:
    triggers = of(traced("Whether it cures sciatica is not"), "Whether").triggers
    assert ("not", None) in {(trigger.text, trigger.scope) for trigger in triggers}


def test_a_trace_tells_what_became_of_each_cue(traced: Traced) -> None:
    cues = of(traced("The injection is not only safe, it may relieve pain."), "The").cues
    roles = {(cue.text, cue.role) for cue in cues}
    assert {("not only", Role.GUARD), ("not", Role.OVERRULED), ("may", Role.ASSERTION)} <= roles
    assert ("relieve", Role.MEANING) in roles


def test_every_span_of_a_trace_holds_its_words(traced: Traced) -> None:
    text = "# Nerve burning\n\nMakers claim that it may not only relieve *low-back* pain but cure 97% of patients.\n"
    document = parse(text, Format.MARKDOWN, "article.md")
    for each in traced(text):
        pairs = [(cue.span, cue.text) for cue in each.cues]
        pairs += [(trigger.span, trigger.text) for trigger in each.triggers]
        pairs += [(trigger.scope, trigger.scope_text) for trigger in each.triggers if trigger.scope]
        pairs += [(carried.span, carried.text) for carried in each.carried if carried.span]
        assert pairs
        assert [document.blocks[s.block].text[s.start : s.end] for s, _ in pairs] == [words for _, words in pairs]
