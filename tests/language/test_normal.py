import pytest

from medlint.language.normal import normalise, normalise_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Injections", "injection"),
        ("relieves", "relieve"),
        ("therapies", "therapy"),
        ("stenoses", "stenosis"),
        ("discs", "disk"),
        ("programme", "programs"),
        ("tumour", "tumors"),
        ("anaesthetic", "anesthetics"),
        ("haematoma", "hematoma"),
        ("oedema", "edema"),
        ("labelled", "labeled"),
        ("regularise", "regularizes"),
        ("paralysed", "paralyzed"),
        ("centres", "center"),
        ("orthopaedic", "orthopedic"),
        ("ESIs", "ESI"),
        ("INJECTIONS", "injection"),
        ("isn’t", "isn't"),
        ("Ménière", "Meniere"),
        ("cu\u0301re", "cure"),
        ("Øster", "oster"),
    ],
)
def test_variants_of_a_word_share_a_key(one: str, other: str) -> None:
    assert normalise_word(one) == normalise_word(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four", "for"),
        ("our", "or"),
        ("has", "ha"),
        ("us", "u"),
        ("diagnosis", "diagnose"),
        ("TENS", "ten"),
        ("SCS", "SC"),
    ],
)
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    assert normalise_word(one) != normalise_word(other)


def test_hyphens_and_punctuation_part_the_words_of_a_phrase() -> None:
    assert normalise("Low-back  pain, (chronic)") == normalise("low back pain chronic")
