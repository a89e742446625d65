"""Patterns of `.gitignore`, matched as git matches them, without trying every way to share a name out among stars.

What stands between two stars takes the first place where it fits and keeps it (an atomic group): if the rest fits
behind a later place, it fits behind the first as well. So the time is at most that of the path times that of the
pattern, where the usual translation into a regular expression needs years for thirteen stars and sixty letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from medlint.linting.globclasses import bracket

LONGEST = 4096  # characters: no path is longer on the usual systems, so a longer pattern names nothing
_SPECIAL = re.compile(r"[*?\[\\]")
_STARS = re.compile(r"\*+")
_STAR, _PARTS, _ALL = "[^/]*", "(?:[^/]*+/)*?", ".*?"  # what `*`, `**/` and `**` stand for


@dataclass(frozen=True)
class GitGlob:
    """One pattern. `glob` is without a `!` in front and a `/` at either end.

    A `negated` pattern takes back what those before it say, a `folder` pattern names no file. An `anchored` one is held
    against a whole path, any other against the last part of it.
    """

    glob: str
    negated: bool
    folder: bool
    anchored: bool

    def matches(self, path: str, is_folder: bool) -> bool:
        """Whether the pattern names this very path, which is relative and has `/` between its parts."""
        if self.folder and not is_folder:
            return False
        subject = path if self.anchored else path[path.rfind("/") + 1 :]
        start, end = self._ends
        if not (subject.startswith(start) and subject.endswith(end)):  # nearly always: no expression is made then
            return False
        return subject == self.glob if start == self.glob else self._expression.fullmatch(subject) is not None

    def covers(self, path: str) -> bool:
        """Whether the pattern names the file at this path, or a folder that the file lies in."""
        slashes = (at for at, character in enumerate(path) if character == "/")
        return any(self.matches(path[:at], is_folder=True) for at in slashes) or self.matches(path, is_folder=False)

    @cached_property
    def _ends(self) -> tuple[str, str]:
        """The literal text that the pattern starts with, and literal text at its end where that is easily told."""
        special = _SPECIAL.search(self.glob)
        if special is None:
            return self.glob, self.glob
        last = self.glob.rpartition("*")[2].removeprefix("/")
        return self.glob[: special.start()], "" if re.search(r"[?\[\]\\]", last) else last

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        return re.compile(_expression(self.glob, self.anchored), re.DOTALL)


def parse_lines(text: str) -> tuple[GitGlob, ...]:
    """Return the patterns of a `.gitignore` in their order."""
    lines = (line.removesuffix("\r") for line in text.split("\n"))
    return tuple(glob for line in lines if (glob := parse_glob(line)))


@lru_cache(maxsize=10_000)
def parse_glob(line: str) -> GitGlob | None:
    """Return the pattern in a line, or `None` for a comment and for one that can name nothing."""
    if len(line) > LONGEST or line.startswith("#"):
        return None
    text = _without_spaces(line)
    negated = text.startswith("!")
    text = text[negated:]
    folder = text.endswith("/")
    glob = text[: len(text) - folder]
    anchored = "/" in glob
    glob = glob.removeprefix("/")
    return GitGlob(glob, negated, folder, anchored) if glob else None


def _without_spaces(line: str) -> str:
    """The line without the spaces at its end, but for one that a backslash keeps."""
    text = line.rstrip(" ")
    backslashes = len(text) - len(text.rstrip("\\"))
    return text + " " if text != line and backslashes % 2 else text


def _expression(glob: str, anchored: bool) -> str:
    """The regular expression of a glob: stretches of parts, between which any number of parts may lie."""
    tokens = _tokens(glob, anchored)
    if tokens is None:
        return r"(?!)"
    written, gap = "", ""
    stretch: list[str] = []
    for token in tokens:
        if token in (_PARTS, _ALL):
            written += f"(?>{gap}{_stretch(stretch)})"
            stretch, gap = [], token
        else:
            stretch.append(token)
    return written + gap + _stretch(stretch)


def _stretch(tokens: Sequence[str]) -> str:
    """The expression of parts that follow one another: in each, what stands behind a `*` takes the first place.

    Only what stands behind the last `*` of a part is looked for up to the end of the part.
    """
    written, pieces = "", [""]
    for token in (*tokens, ""):
        if token == _STAR:
            pieces.append("")
        elif token in ("/", ""):
            first, *between = pieces
            last = _STAR + between.pop() if between else ""
            written += first + "".join(f"(?>[^/]*?{piece})" for piece in between) + last + token
            pieces = [""]
        else:
            pieces[-1] += token
    return written


def _tokens(glob: str, anchored: bool) -> list[str] | None:
    """The glob in pieces of an expression: one for each character, class and run of stars; `None` if it is broken."""
    tokens: list[str] = []
    at = 0
    while at < len(glob):
        if stars := _STARS.match(glob, at):
            token, at = _starred(glob, stars, anchored)
        elif glob[at] == "[":
            token, at = bracket(glob, at + 1)
        elif glob[at] == "?":
            token, at = "[^/]", at + 1
        else:
            at += glob[at] == "\\"
            token, at = re.escape(glob[at : at + 1]), at + 1
        if not token:
            return None
        tokens.append(token)
    return tokens


def _starred(glob: str, stars: re.Match[str], anchored: bool) -> tuple[str, int]:
    """What a run of stars stands for, and where the glob goes on.

    Two or more that are a part by themselves stand for any number of parts. So they do behind plain text, where git
    compares that first and then takes the rest for a pattern of its own.
    """
    before, end = glob[: stars.start()], stars.end()
    alone = not before or before.endswith("/") or not _SPECIAL.search(before)
    if not anchored or len(stars[0]) == 1 or not alone or glob[end : end + 1] not in ("", "/", "\\"):
        return _STAR, end
    if glob.startswith("/", end):
        return _PARTS, end + 1
    return (_ALL, end) if glob[end : end + 2] in ("", "\\/") else (_STAR, end)
