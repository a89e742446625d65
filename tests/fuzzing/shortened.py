"""Text and bytes that are shown short, however long they are: a failure must fit on a screen."""

from __future__ import annotations

import re

_REPEATED = re.compile(r"(.{1,24}?)\1{15,}", re.DOTALL)


class Text(str):
    """Text with its repetitions counted where it is shown."""

    __slots__ = ()

    def __repr__(self):
        return _shortened(str.__repr__(self))


class Raw(bytes):
    """Bytes with their repetitions counted where they are shown."""

    def __repr__(self):
        return _shortened(bytes.__repr__(self))


def _shortened(shown):
    return _REPEATED.sub(lambda found: f"{found[1]}[{len(found[0]) // len(found[1])} times]", shown)
