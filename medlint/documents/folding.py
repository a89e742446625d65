"""Reads words as people see them: letters of other forms and scripts that pass for Latin ones become those.

Ligatures, full-width and mathematical letters, and Cyrillic letters in a word that is Latin otherwise are read as plain
letters, each of which maps to what was written. Accents stay ("Ménière"), and so do words wholly in another script, the
micro sign, and a small Greek letter that is part of a name in capitals, such as that of the tumour necrosis factor.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from medlint.documents.drafts import joined
from medlint.documents.model import Segment
from medlint.documents.phrases import phrases

# What no letter is folded to stands for itself at the cost of one search: Western letters, dashes, arrows, pictures.
_SUSPECT = re.compile(
    "[^\x00-\u0130\u0134-\u0148\u014a-\u017e\u0180-\u0191\u0193-\u01c3\u01cd-\u01f0\u01f4-\u0236\u0238-\u024f"
    "\u2010-\u205f\u20a0-\u20cf\u2122\u2190-\u245f\u2500-\u2bff\u3000-\u303f]"
)
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~\u2010-\u205f]+")
_LONGEST_WORD = 1_000_000  # characters; what is longer is no word, and stays as it is
_FORMS = frozenset({"<font>", "<wide>", "<narrow>", "<small>"})  # of one and the same character
_LETTER_FORMS = frozenset({"<circle>", "<square>", "<super>", "<sub>"})  # a circled digit is a bullet, "10²" no 102
_LIGATURES = re.compile("[\u0132\u0133\u0149\u017f\u01c7-\u01cc\u01f1-\u01f3\u2160-\u217f\ufb00-\ufb06]")
_NEGATIVE = (0x1F150, 0x1F170)  # where the white letters in black circles and squares begin, which Unicode leaves alone
_MOST_MARKS = 8  # on one letter that are composed with it; to order thousands takes the square of the time
_LATIN = "LATIN"


class _Change(NamedTuple):
    """The text that is read in place of what stands at `[start, end)` of a block."""

    start: int
    end: int
    text: str


def may_fold(text: str) -> bool:
    """Return whether a part of a block may have letters that are read as others; most parts have not."""
    return _SUSPECT.search(text) is not None


def folded(segments: Sequence[Segment], count: Callable[[int], None] = lambda _: None) -> Sequence[Segment]:
    """Return the segments of a block with its words as people see them; themselves where nothing changes.

    `count` is told how many segments there are as they become more; what it raises ends the folding.
    """
    text = joined(segments)
    changes: list[_Change] = []
    for word in _WORD.finditer(text):
        if len(word[0]) <= _LONGEST_WORD and _SUSPECT.search(word[0]):
            changes.extend(_read(word, text))
            count(len(segments) + len(changes))
    return [*_changed(segments, changes)] if changes else segments


def _read(word: re.Match[str], text: str) -> Iterator[_Change]:
    """Yield what changes in a word of a text; marks that it begins with belong to the sign before it."""
    start, end = word.span()
    if _is_mark(text[start]) and start and not text[start - 1].isspace():
        start -= 1
    bounds = [at for at in range(start, end) if at == start or not _is_mark(text[at])]
    plain = [_plain(text[at]) for at in bounds]
    mixed = len({_script(letter) for each in plain for letter in each} & _scripts()) > 1
    small = any("a" <= letter <= "z" for each in plain for letter in each)
    for first, last, base in zip(bounds, [*bounds[1:], end], plain, strict=True):
        letters = "".join([_latin(letter, mixed, small) for letter in base])
        whole = _composed(letters, text[first + 1 : last])
        if whole != text[first:last]:
            yield _Change(first, last, whole)


def _is_mark(character: str) -> bool:
    """Whether a character is a mark on the one before it, such as an accent or a stroke."""
    return character > "\u02ff" and unicodedata.category(character) in {"Mn", "Me"}


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """Return what a character is another form of: a full-width, mathematical or circled letter, a ligature."""
    form, _, rest = unicodedata.decomposition(character).partition(" ")
    plain = unicodedata.normalize("NFKC", character)
    if " " in plain:  # an accent by itself
        return character
    if form in _FORMS or _LIGATURES.match(character):
        return plain
    if form in _LETTER_FORMS and character > "\u00ff" and len(plain) == 1 and plain.isalpha():
        return plain
    if form and not rest:
        return plain  # one character for another, as the Kelvin sign for K
    number = next((ord(character) - first for first in _NEGATIVE if 0 <= ord(character) - first < 26), None)
    return character if number is None else chr(ord("A") + number)


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    """Return the script of a letter, by the first word of its name in Unicode."""
    return unicodedata.name(letter, "?").partition(" ")[0]


def _latin(letter: str, mixed: bool, small: bool) -> str:
    """Return the Latin letter that a letter is taken for in its word, itself where it is taken for none.

    `mixed` tells that the word has letters of several scripts, `small` that it has small Latin ones: without any a
    small Greek letter is part of a name in capitals.
    """
    if letter.isascii():
        return letter
    apart = unicodedata.normalize("NFD", letter)
    base = apart[0]
    script, latin = _lookalikes().get(base, ("", base))
    if latin == base or not (mixed or script == "latin") or (script == "greek" and base.islower() and not small):
        return letter
    return unicodedata.normalize("NFC", latin + apart[1:])


@cache
def _lookalikes() -> Mapping[str, tuple[str, str]]:
    """The script of each letter that looks like a Latin one, and that one."""
    return {
        letter: (script, latin)
        for script, letters in phrases("lookalikes").items()
        for latin, alike in letters.items()
        for letter in alike
    }


@cache
def _scripts() -> frozenset[str]:
    """The scripts whose letters may pass for one another's, as Unicode names them."""
    return frozenset(map(str.upper, phrases("lookalikes")))


def _composed(letters: str, marks: str) -> str:
    """Return letters with the marks that stand on the last one: of a Latin one only accents that belong to it."""
    if not marks or not (letters[-1].isascii() or _script(letters[-1]) == _LATIN):
        return letters + marks
    whole = unicodedata.normalize("NFC", letters + marks[:_MOST_MARKS])
    return "".join([letter for letter in whole if not _is_mark(letter)])


def _changed(segments: Sequence[Segment], changes: Iterable[_Change]) -> Iterator[Segment]:
    """Yield the segments with the changes made; what is as long as before goes on mapping character by character."""
    starts = [*accumulate([len(segment.text) for segment in segments], initial=0)]
    done = 0
    for start, end, text in changes:
        yield from _between(segments, starts, done, start)
        first, last = _place(segments, starts, start), _place(segments, starts, end - 1)
        yield Segment(text, first[0], last[1])
        done = end
    yield from _between(segments, starts, done, starts[-1])


def _between(segments: Sequence[Segment], starts: Sequence[int], start: int, end: int) -> Iterator[Segment]:
    """Yield what stands at `[start, end)` of the text."""
    while start < end:
        number = bisect_right(starts, start) - 1
        text, first, last = segments[number]
        inside, until = start - starts[number], min(end, starts[number + 1]) - starts[number]
        if len(text) == last - first:
            first, last = first + inside, first + until
        yield Segment(text[inside:until], first, last)
        start = starts[number + 1]


def _place(segments: Sequence[Segment], starts: Sequence[int], at: int) -> tuple[int, int]:
    """Return where in the source the character at a place of the text stands."""
    number = bisect_right(starts, at) - 1
    text, first, last = segments[number]
    if len(text) != last - first:
        return first, last
    return first + at - starts[number], first + at - starts[number] + 1
