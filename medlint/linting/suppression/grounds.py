"""Whether a note says why: a reason is words, not a sign that fills the place of one."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from medlint.documents.entities import decoded
from medlint.documents.invisible import shown

_MARKUP = re.compile(r"<[^<>]*>|&(?:#?\w+;)+")  # tags, and references that were escaped more than once
_LETTERS = frozenset({"Lu", "Ll", "Lt", "Lo"})
_MARKS = frozenset({"Mn", "Me"})


def is_reason(text: str) -> bool:
    """Return whether a text has a word with at least two different letters, of any script.

    Invisible characters, blank signs, marks without a letter, tags and character references count for nothing.
    """
    plain = unicodedata.normalize("NFKC", shown(_MARKUP.sub(" ", decoded(text))))
    bare = (sign for sign in plain.casefold() if unicodedata.category(sign) not in _MARKS)
    words = groupby(bare, key=lambda sign: unicodedata.category(sign) in _LETTERS)
    return any(letters and len(set(word)) > 1 for letters, word in words)
