"""Whether an element is shown, as far as its own `style` says: of several declarations the last one counts."""

from __future__ import annotations

import re

_MAY_TELL = re.compile("display|visibility", re.IGNORECASE)  # most styles do not
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_DECLARATION = re.compile(
    r"(?:^|;)\s*+(display|visibility)\s*+:\s*+([a-z-]++(?: ++[a-z-]++)*+)\s*+(!\s*+important)?\s*+(?=;|$)",
    re.IGNORECASE,
)
_VALUES = {  # a browser passes over a declaration with any other
    "display": re.compile(
        r"none|(?:-(?:webkit|moz|ms)-)?(?:inline-)?(?:box|flex|flexbox|grid)|(?:inline-)?(?:block|table)|inline|contents|"
        r"flow-root|list-item|run-in|ruby[a-z-]*|table-[a-z-]+|initial|inherit|unset|revert(?:-layer)?|"
        r"(?:block|inline) +(?:flow|flow-root|flex|grid|table|ruby|list-item)"
    ),
    "visibility": re.compile(r"hidden|collapse|visible|initial|inherit|unset|revert(?:-layer)?"),
}


def shows(style: str) -> bool | None:
    """Return whether an element with this style is shown; None where the style leaves that open."""
    counting = _counting(style) if _MAY_TELL.search(style) else {}
    if counting.get("display") == "none" or counting.get("visibility") in {"hidden", "collapse"}:
        return False
    return True if "display" in counting else None


def _counting(style: str) -> dict[str, str]:
    """Return the values of the properties that show and hide; an important one gives way to important ones only."""
    counting: dict[str, str] = {}
    important: set[str] = set()
    for name, value, mark in _DECLARATION.findall(_COMMENT.sub("", style)):
        key, meant = name.lower(), value.lower()
        if _VALUES[key].fullmatch(meant) and (mark or key not in important):
            counting[key] = meant
            important |= {key} if mark else set()
    return counting
