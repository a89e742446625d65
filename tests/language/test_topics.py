from __future__ import annotations

from collections.abc import Callable

from medlint.language.article import Article, Origin

Read = Callable[[str], Article]


def topic(article: Article, words: str) -> tuple[tuple[str, ...], Origin]:
    number = next(i for i, sentence in enumerate(article.sentences) if words in sentence.text)
    return article.topics[number].interventions, article.topics[number].interventions_from


def test_a_sentence_speaks_of_the_treatment_it_names(read: Read) -> None:
    assert topic(read("Nerve burning eases pain."), "eases") == (("ablation",), Origin.SENTENCE)


def test_the_sentence_before_is_next(read: Read) -> None:
    article = read("Nerve burning takes an hour. It eases pain.")
    assert topic(article, "It eases") == (("ablation",), Origin.PREVIOUS_SENTENCE)


def test_a_list_item_takes_its_topic_from_the_lead_in(read: Read) -> None:
    article = read("Nerve burning has many benefits:\n\n- lasting relief\n- quick recovery\n")
    assert topic(article, "lasting relief") == (("ablation",), Origin.LEAD_IN)


def test_a_paragraph_takes_its_topic_from_its_heading(read: Read) -> None:
    assert topic(read("## Nerve burning\n\nIt eases pain."), "eases") == (("ablation",), Origin.HEADING)


def test_an_outer_heading_serves_where_the_inner_one_names_nothing(read: Read) -> None:
    article = read("## Nerve burning\n\nText.\n\n### Benefits\n\nIt eases pain.")
    assert topic(article, "eases") == (("ablation",), Origin.SECTION)


def test_the_title_is_the_last_resort(read: Read) -> None:
    article = read("---\ntitle: All about nerve burning\n---\n\n## Benefits\n\nIt eases pain.")
    assert topic(article, "eases") == (("ablation",), Origin.TITLE)


def test_a_yardstick_is_no_topic(read: Read) -> None:
    article = read("Nerve burning is quick. It eases pain without the need for back surgery.")
    assert topic(article, "without") == (("ablation",), Origin.PREVIOUS_SENTENCE)


def test_a_too_general_treatment_gives_way_to_the_title(read: Read) -> None:
    article = read("# Nerve burning\n\nYour medicine is put on the nerve.")
    assert topic(article, "Your medicine") == (("ablation",), Origin.HEADING)


def test_a_too_general_treatment_serves_where_there_is_no_other(read: Read) -> None:
    assert topic(read("The drug eases pain."), "eases") == (("medicine",), Origin.SENTENCE)


def test_a_narrower_treatment_beside_its_broader_one_is_the_topic(read: Read) -> None:
    article = read("An epidural shot is a spinal injection.")
    assert topic(article, "epidural") == (("epidural",), Origin.SENTENCE)


def test_a_lead_in_speaks_of_what_its_items_name(read: Read) -> None:
    article = read("We do not offer the following:\n\n- nerve burning\n- epidural shots\n")
    assert topic(article, "We do not") == (("ablation", "epidural"), Origin.SENTENCE)
