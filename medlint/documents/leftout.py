"""What a page shows and medlint does not read, counted by reason, so that nobody takes it for read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from medlint.documents.phrases import phrases

_LONG = 100_000  # characters
_WORD = re.compile(r"\S+")


class LeftOut(NamedTuple):
    """How much of a page was left out for one reason, such as "navigation": pieces of text, and words in them."""

    reason: str
    pieces: int
    words: int


class Tally(Counter[str]):
    """Counts the pieces that are left out by reason, and in `words` the words of those that people can see."""

    def __init__(self, pieces: Iterable[str] | Mapping[str, int] = ()) -> None:
        super().__init__(pieces)
        self.words: Counter[str] = Counter()
        self._end = -1  # where the last text ended, if it ended in a word

    def add(self, reason: str, text: str = "", start: int = 0) -> None:
        """Count a piece that is left out, with the text that stands at `start` of the source."""
        self[reason] += 1
        self.read(reason, text, start)

    def read(self, reason: str, text: str, start: int) -> None:
        """Count the words of more text of a piece; one that goes on where the text before ended counts once."""
        if reason not in names() or not text:
            return
        self.words[reason] += _words_in(text) - (start == self._end and not text[0].isspace())
        self._end = -1 if text[-1].isspace() else start + len(text)

    def seen(self) -> Iterator[LeftOut]:
        """Yield what has words in it that people can see, by reason, in order."""
        for reason, words in sorted(self.words.items()):
            if words:
                yield LeftOut(reason, self[reason], words)


def _words_in(text: str) -> int:
    """Count the words of a text; those of a long one without having all of them in memory."""
    return len(text.split()) if len(text) < _LONG else sum(1 for _ in _WORD.finditer(text))


@cache
def names() -> Mapping[str, str]:
    """The plain English name of every reason for which text that people can see is left out."""
    told: Mapping[str, str] = phrases("left-out")["names"]
    return told


def told(parts: Iterable[LeftOut]) -> str:
    """Return in one line how much was left out and what it is: "41 words of menus, 1 word of code"."""
    return ", ".join(f"{part.words} word{'' if part.words == 1 else 's'} of {_name(part.reason)}" for part in parts)


def _name(reason: str) -> str:
    return names().get(reason, reason)
