"""Characters that take part in a text without showing: format marks, joiners, fillers, variation selectors, controls.

They are those of Unicode's category Cf, its "default ignorable code points", the control characters that are no white
space, and blank signs that count as letters.
"""

from __future__ import annotations

import re

# Nothing of these is seen: words are joined across them.
HIDDEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160"
    "\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# These show as a gap: a Braille cell without dots, and fillers of Hangul.
BLANK = "\u2800\u3164\uffa0"

_HIDDEN = re.compile(f"[{HIDDEN}]+")
_BLANK = re.compile(f"[{BLANK}]+")


def shown(text: str) -> str:
    """Return `text` without hidden characters, and with a space for each run of blank signs."""
    return _BLANK.sub(" ", _HIDDEN.sub("", text))
