"""The key under which words match: case, accents, plural and third person, British and American spelling folded.

A key need not be a word: "exercise" becomes "exercize" in cue, alias and text alike. Only collisions between different
words matter, so each folding is kept to words long enough to be safe.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORDS = re.compile(r"\w+(?:['’]\w+)*|%|&|\+")

_KEEP_S = ("ss", "us", "is", "'s")
_SPELLINGS = (
    ("haem", "hem"),
    ("aemi", "emi"),
    ("anaesth", "anesth"),
    ("orthopaed", "orthoped"),
    ("paediat", "pediat"),
    ("gynaec", "gynec"),
    ("oesoph", "esoph"),
    ("oestr", "estr"),
    ("oedem", "edem"),
    ("rrhoea", "rrhea"),
    ("faec", "fec"),
    ("tumour", "tumor"),
    ("sulph", "sulf"),
)
_ACCENTS = re.compile("(?<=[a-z])[\u0300-\u036f]+")
_STROKES = str.maketrans("\u00f8\u0111\u0127\u0142\u0167\u0180\u0268\u0289", "odhltbiu")  # no accents to Unicode
_S_TO_Z = re.compile(r"(?<=[a-z]{3})(i|y)s(e|ed|er|ing|ation|able)$")
_DOUBLE_L = re.compile(r"(?<=[aeiou])ll(?=ed$|ing$|er$)")
_LONGEST_ACRONYM = 5  # letters: "TENS" is no plural, "INJECTIONS" in a heading is
_WHOLE = {
    "disc": "disk",
    "programme": "program",
    "grey": "gray",
    "ageing": "aging",
    "judgement": "judgment",
    "practise": "practice",
    "licence": "license",
    "defence": "defense",
    "doses": "dose",
    "noses": "nose",
    "does": "does",
    "is": "is",
    "has": "has",
    "was": "was",
    "can't": "cannot",
    "n't": "not",
}


@lru_cache(maxsize=65536)
def normalise_word(word: str) -> str:
    """The key of one word or punctuation mark, for example "Discs" -> "disk", "relieves" -> "relieve"."""
    key = word.lower().replace("’", "'")
    if not key.isascii():
        key = _unaccented(key.replace("‑", "-").replace("–", "-").replace("—", "-"))
    if key in _WHOLE:
        return _WHOLE[key]
    if word.endswith("s") and word[:-1].isupper() and len(key) > 2:
        return key[:-1]
    if len(key) <= 3 or (word.isupper() and len(key) <= _LONGEST_ACRONYM):
        return key
    key = _singular(key)
    return _american(_WHOLE.get(key, key))


def normalise(text: str) -> str:
    """The key of a phrase: the keys of its words, joined by single spaces; hyphens and punctuation part words."""
    return " ".join(normalise_word(word) for word in _WORDS.findall(text.replace("-", " ").replace("‑", " ")))


def plain_letters(text: str) -> str:
    """Return a text of the same length with plain letters for accented ones, to look for figures in."""
    return text if text.isascii() else "".join(map(_plain_letter, text))


@lru_cache(maxsize=4096)
def _plain_letter(letter: str) -> str:
    bare = letter if letter.isascii() else unicodedata.normalize("NFD", letter)[0]
    return bare if bare.isascii() else letter


def _unaccented(key: str) -> str:
    """Return a key with plain letters for accented ones, for example "menière" -> "meniere"."""
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", key))
    return unicodedata.normalize("NFC", bare).translate(_STROKES)


def _singular(key: str) -> str:
    if not key.endswith("s") or key.endswith(_KEEP_S):
        return key
    if key.endswith("ies"):
        return key[:-3] + "y"
    if key.endswith("oses") and len(key) > 6:
        return key[:-2] + "is"
    if key.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return key[:-2]
    return key[:-1]


def _american(key: str) -> str:
    for british, american in _SPELLINGS:
        if british in key:
            key = key.replace(british, american)
    if len(key) >= 5:
        if key.endswith(("our", "oured", "ouring", "ourable")):
            key = key.replace("our", "or")
        elif key.endswith("tre"):
            key = key[:-3] + "ter"
        key = _DOUBLE_L.sub("l", key)
        key = _S_TO_Z.sub(r"\1z\2", key)
    return key
