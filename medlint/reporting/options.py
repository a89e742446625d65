"""How a report is to be laid out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """What a format needs to know of the place it is read in.

    `width` is in terminal columns; `color` allows ANSI styles; `encoding` is that of the stream, so that characters it
    cannot carry are shown escaped, at their true width.
    """

    width: int = 80
    color: bool = False
    encoding: str = "utf-8"
