"""Pages made of bytes, so that chance and a fuzzer that mutates bytes can make them alike."""

from __future__ import annotations

from pathlib import Path

import yaml

from medlint.documents.position import Format

LONGEST = 8_000  # characters, so that hundreds of pages are read a minute
_REPEATS = 248  # a byte from here on repeats what stands before it
_RAW = 0
_FRAGMENTS: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("fragments.yaml").read_text(encoding="utf-8")
)
PROSE = "\n\n".join("".join(_FRAGMENTS["sentences"]) for _ in range(4))


def page(data: bytes, target: str) -> tuple[Format, str]:
    """The page that bytes stand for.

    The first byte chooses the format. Behind a second one of 0 the rest is the text as it stands; else every two bytes
    choose a fragment of the groups for `target`, or how often the last few fragments are repeated.
    """
    format = list(Format)[data[0] % len(Format)] if data else Format.TEXT
    if data[1:2] == bytes([_RAW]):
        return format, data[2:].decode("utf-8", "surrogateescape")
    groups = [_FRAGMENTS[name] for name in _FRAGMENTS[target]]
    pieces: list[str] = []
    for which, number in zip(data[1::2], data[2::2], strict=False):
        if which >= _REPEATS:
            pieces += pieces[-1 - which % 4 :] * number
        else:
            group = groups[which % len(groups)]
            pieces.append(group[number % len(group)])
        if len(pieces) > LONGEST:
            break
    return format, "".join(pieces)[:LONGEST]
