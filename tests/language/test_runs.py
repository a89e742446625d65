"""What is remembered of the tokens of words, in a process and from one to the next."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from medlint.language.plainruns import exceptions, plain_tokens
from medlint.language.remembering import Memory
from medlint.language.runs import _packed, _tokenised, _unpacked, pieces_of

TEXT = "Epidurals (ESIs): 10mg, e.g. for L4-L5—it can't “cure” Ann\u2019s 9/10 pain…"
ABBREVIATED = "Epidural steroid injections (ESIs) may help. ESIs are given under X-ray."
READ = "import sys; from medlint.language.tokens import tokenise; print(tokenise(sys.argv[1]), 'spacy' in sys.modules)"


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A cache folder of its own."""
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path))
    monkeypatch.delenv("MEDLINT_NO_CACHE", raising=False)
    return tmp_path


def read(text):
    """The tokens of a text as a process of its own reads them, and whether that needs spaCy."""
    run = subprocess.run([sys.executable, "-c", READ, text], capture_output=True, text=True, check=True, env=os.environ)
    tokens, _, needed = run.stdout.rstrip().rpartition(" ")
    return tokens, needed == "True"


def entries(folder):
    return [json.loads(path.read_bytes().partition(b"\n")[2]) for path in folder.glob("tokens-*")]


@given(st.lists(st.text(min_size=1, max_size=12).filter(lambda run: not any(map(str.isspace, run))), max_size=4))
def test_what_is_kept_of_a_run_is_what_spacy_makes_of_it(texts):
    for run, pieces in _tokenised([*set(texts)]):
        assert _unpacked(json.loads(json.dumps(_packed(pieces)))) == pieces
        assert pieces_of([run]) == [pieces]


NUMBERS = st.from_regex(r"""[("“]?[0-9]{1,7}([.,][0-9]{1,3}){0,3}%?[,;:?!)"”’.]?""", fullmatch=True)
PLAIN = st.from_regex(r"""[("“]?[a-zA-Z]{1,9}(-[a-zA-Z]{1,5}){0,2}(['’]s)?[,;:?!)"”’.]?""", fullmatch=True)
EXCEPTIONS = st.sampled_from(sorted(filter(str.isalpha, (word.rstrip(".") for word in exceptions()))))
AROUND = st.sampled_from(["{}", "{}.", "({})", "{},", "pain-{}", "{}-pain.", "“{}", "{}-{}", "{}:", "{}'s", "x-{}’s."])


@settings(max_examples=300)
@given(st.one_of(PLAIN, NUMBERS, st.builds(str.format, AROUND, EXCEPTIONS, EXCEPTIONS)))
@example("Foundation-St.")
@example("Dr.")
@example("(cannot)")
def test_a_plain_run_is_parted_as_spacy_parts_it(run):
    if plain_tokens(run) is not None:
        [(_, wanted)] = _tokenised([run])
        assert pieces_of([run]) == [wanted]


@pytest.mark.parametrize(
    "run", ["pain", "(low-back", "relief.", "MRI,", "“Lasting", "follow-up?", "7", "2,021.", "(37.5%)"]
)
def test_words_with_hyphens_and_numbers_are_plain(run):
    assert plain_tokens(run) is not None


@pytest.mark.parametrize(
    "run", ["can't", "10mg", "e.g.", "Dr.", "cannot", "U.S", "7am", "1-2", "a/b", "naïve", "L4-L5", "word.”"]
)
def test_what_spacy_knows_more_of_is_not_plain(run):
    assert plain_tokens(run) is None


@pytest.mark.usefixtures("cache")
def test_plain_words_are_read_without_spacy_once_its_exceptions_are_known():
    assert read("Lasting relief, at last.")[1]
    assert not read("Words that (no) page-maker wrote before!")[1]


@pytest.mark.usefixtures("cache")
def test_a_process_reads_words_that_another_has_read_alike_and_without_spacy():
    first, needed = read(TEXT)
    assert needed
    assert read(TEXT) == (first, False)


def test_a_process_with_new_words_adds_them(cache):
    read("1mg 2mg plain")
    read("2mg 3mg words")
    [kept] = entries(cache)
    assert set(kept) == {"1mg", "2mg", "3mg"}


@pytest.mark.usefixtures("cache")
def test_what_was_kept_first_goes_first():
    memory = Memory("tokens", 3, lambda *_: True)
    for number, word in enumerate(("one", "two", "three", "four")):
        memory.add({word: number})
        memory.keep()
    assert [memory.get(word) for word in ("one", "two", "three", "four")] == [None, 1, 2, 3]


def test_what_is_too_much_to_wait_is_kept_at_once(cache):
    memory = Memory("tokens", 2, lambda *_: True)
    memory.add({"one": 1, "two": 2})
    assert entries(cache) == []
    memory.add({"three": 3})
    assert entries(cache) == [{"two": 2, "three": 3}]
    assert memory.get("three") == 3


def test_nothing_is_kept_where_nothing_may_be(cache, monkeypatch):
    monkeypatch.setenv("MEDLINT_NO_CACHE", "1")
    assert read("1mg 2mg")[1]
    assert entries(cache) == []


@pytest.mark.parametrize("spoil", [lambda raw: raw[:-9], lambda raw: raw.replace(b"2mg", b"9mg"), lambda raw: raw[:0]])
def test_a_damaged_memory_is_not_believed(cache, spoil):
    first, _ = read("1mg 2mg")
    [entry] = cache.glob("tokens-*")
    entry.write_bytes(spoil(entry.read_bytes()))
    assert read("1mg 2mg") == (first, True)


@pytest.mark.usefixtures("cache")
def test_abbreviations_that_another_process_found_are_known_without_the_libraries():
    code = (
        "import sys; from medlint.linting.linter import Linter\n"
        "article = Linter().judged(sys.argv[1]).article\n"
        "print([m.text for m in article.mentions], 'spacy' in sys.modules)"
    )
    pytest.importorskip("scispacy")
    told = [
        subprocess.run([sys.executable, "-c", code, ABBREVIATED], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert [line.split("] ") for line in told] == [
        ["['Epidural steroid injections', 'ESIs', 'ESIs'", "True\n"],
        ["['Epidural steroid injections', 'ESIs', 'ESIs'", "False\n"],
    ]
