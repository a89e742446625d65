"""Classes of characters in patterns of `.gitignore`, such as `[a-z]`, `[!0-9]` and `[[:space:]]`, as git reads them."""

from __future__ import annotations

import re

_NAMED = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": r"\ \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": r"\x21-\x7e",
    "lower": "a-z",
    "print": r"\x20-\x7e",
    "punct": r"\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e",
    "space": r"\ \t\n\v\f\r",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}
_MEMBER = re.compile(
    r"\[:(?P<name>[^\]]*):\]"
    r"|(?P<broken>\[:[^\]]*\Z)"
    r"|(?P<low>\\.|[^\\])-(?P<high>\\.|[^\]\\])"
    r"|(?P<single>\\.|[^\\])",
    re.DOTALL,
)


def bracket(glob: str, start: int) -> tuple[str, int]:
    """Return the regular expression of the class whose `[` is in front of `start`, and where the glob goes on.

    The expression is empty for a class that is not closed or has an unknown name: the whole pattern names nothing then.
    """
    negated = glob.startswith(("!", "^"), start)
    begin = at = start + negated
    members = []
    while not (at > begin and glob.startswith("]", at)):
        member = _MEMBER.match(glob, at)
        if member is None or member["broken"] is not None:
            return "", at
        written = _member(member)
        if written is None:
            return "", at
        members.append(written)
        at = member.end()
    return f"(?!/)[{'^' if negated else ''}{''.join(members)}]", at + 1


def _member(found: re.Match[str]) -> str | None:
    if found["name"] is not None:
        return _NAMED.get(found["name"])
    if found["single"] is not None:
        return re.escape(found["single"][-1])
    low, high = found["low"][-1], found["high"][-1]
    return f"{re.escape(low)}-{re.escape(high)}" if low <= high else re.escape(low)  # of "z-a" git keeps the "z"
