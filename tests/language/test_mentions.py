from __future__ import annotations

from collections.abc import Callable

import pytest

from medlint.documents.position import Format
from medlint.documents.reading import parse
from medlint.language.article import Article
from medlint.language.concepts import Concept, ConceptKind, Vocabulary
from medlint.language.reading import Reader, read_article

Read = Callable[[str], Article]


def concepts(article: Article) -> list[str]:
    return [mention.concept for mention in article.mentions]


@pytest.mark.parametrize(
    "text",
    ["Epidural steroid injections help.", "an epidural shot", "low back cortisone shots", "low-back cortisone-shot"],
)
def test_plural_and_hyphen_variants_of_an_alias_match(read: Read, text: str) -> None:
    assert concepts(read(text))[0] == "epidural"


def test_a_mention_covers_its_words(read: Read) -> None:
    (mention,) = read("Why *nerve* burning?").mentions
    assert mention.text == "nerve burning"


def test_the_longest_alias_wins(read: Read) -> None:
    assert concepts(read("Lower back pain and back pain.")) == ["back-pain", "back-pain"]


def test_an_ambiguous_alias_needs_a_cue_of_its_field(read: Read) -> None:
    assert concepts(read("She chose an epidural.")) == []
    assert concepts(read("She chose an epidural for sciatica.")) == ["epidural", "sciatica"]


def test_the_cue_may_stand_in_the_heading(read: Read) -> None:
    assert "epidural" in concepts(read("# Sciatica\n\nShe chose an epidural."))


def test_a_plain_mention_elsewhere_settles_an_ambiguous_alias(read: Read) -> None:
    assert concepts(read("An epidural shot.\n\nThen another epidural.")) == ["epidural", "epidural"]


def test_a_decoy_is_never_a_mention(read: Read) -> None:
    assert concepts(read("A labour epidural does not cause back pain.")) == ["back-pain"]


def test_a_bracketed_abbreviation_does_not_break_an_alias(read: Read) -> None:
    assert concepts(read("Sacroiliac (SI) joint injections")) == ["sacroiliac"]


def test_an_abbreviation_that_the_article_defines_is_known_throughout(read: Read) -> None:
    pytest.importorskip("scispacy")
    article = read("Platelet-rich plasma (PRP) is drawn from your arm.\n\nPRP is costly.")
    assert concepts(article) == ["plasma", "plasma", "plasma"]


@pytest.mark.parametrize("text", ["non-surgical care", "non surgical care", "nonsurgical care", "Nonsurgical-care"])
def test_non_may_be_joined_to_the_word_behind_it(read: Read, text: str) -> None:
    assert concepts(read(text)) == ["simple-care"]


def test_non_is_joined_to_nothing_else(read: Read) -> None:
    assert concepts(read("None surgical care, nonsense surgical care")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("weight loss surgery", ["bypass"]),
        ("weight loss and surgery", ["weight-loss", "surgery"]),
        ("surgery, or losing weight: weight loss", ["surgery", "weight-loss"]),
    ],
)
def test_the_longer_name_wins_between_treatments_and_conservative_care(read: Read, text: str, found: list[str]) -> None:
    assert concepts(read(text)) == found


def test_a_harm_keeps_its_name_within_that_of_a_condition(read: Read) -> None:
    assert concepts(read("A migraine attack")) == ["migraine-attack", "migraine"]


def test_an_ambiguous_name_of_care_needs_a_cue_of_its_field(read: Read) -> None:
    assert concepts(read("Your care plan is ready.")) == []
    assert concepts(read("Your care plan lists exercise.")) == ["simple-care", "exercise"]


def test_care_that_is_named_plainly_elsewhere_does_not_settle_its_ambiguous_name(read: Read) -> None:
    assert concepts(read("Nonsurgical care.\n\nYour care plan is ready.")) == ["simple-care"]
    assert concepts(read("An epidural shot.\n\nThen an epidural.")) == ["epidural", "epidural"]


def test_a_vocabulary_without_concepts_names_nothing() -> None:
    article = read_article(parse("Low-back pain (LBP) is common. It is safe.", Format.TEXT), Vocabulary())
    assert article.mentions == ()
    assert len(article.sentences) == 2


def test_words_that_name_two_things_name_both() -> None:
    twins = [Concept(name, ConceptKind.INTERVENTION, name, ("twin block",)) for name in ("one block", "other block")]
    read = Reader.of(Vocabulary({concept.id: concept for concept in twins}))
    article = read.read(parse("A twin block may help.", Format.TEXT))
    assert concepts(article) == ["one block", "other block"]
