import pytest

from medlint.language.spelling import Spelling

SPELLING = Spelling.of(["epidural", "injection", "kyphoplasty", "traction", "spondylolisthesis"], ["infection", "pain"])


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [
        ("epidral", "epidural"),
        ("epiduural", "epidural"),
        ("kyphoplasy", "kyphoplasty"),
        ("injetcion", "injection"),
        ("spondylolysthesis", "spondylolisthesis"),
    ],
)
def test_a_slip_of_the_pen_is_put_right(misspelt: str, meant: str) -> None:
    assert SPELLING.corrected(misspelt) == meant


@pytest.mark.parametrize("word", ["infection", "fraction", "inspection", "pain", "epidemic", "traction"])
def test_other_words_are_left_alone(word: str) -> None:
    assert SPELLING.corrected(word) in (None, word)
