"""Keep docs/man/medlint.1 true: the manual page, from click and from docs/commandline.yaml.

`python docs/man.py` exits with 1 and a diff where the page differs; `--write` renews it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from clitree import TEXTS, Entry, Paragraph, entries
from generated import keep

from medlint._version import __version__

PAGE = Path(__file__).resolve().parent / "man" / "medlint.1"
_CODE = re.compile(r"`([^`]+)`")


def page() -> str:
    """The page as it should be."""
    root, *commands = entries()
    return "\n".join(
        (
            f'.TH MEDLINT 1 "" "medlint {__version__}" "User Commands"',
            *(".SH NAME", f"medlint \\- {_text(TEXTS['summary'])}"),
            *(".SH SYNOPSIS", f"{_usage(root)}"),
            ".SH DESCRIPTION",
            *(line for each in TEXTS["description"] for line in (".PP", _text(each))),
            *(".SH OPTIONS", *_list(root.options)),
            *(".SH COMMANDS", *(line for entry in commands for line in _command(entry))),
            *(".SH EXIT STATUS", *_list(TEXTS["exit"])),
            *(".SH ENVIRONMENT", *_list(TEXTS["environment"])),
            *(".SH FILES", *_list(TEXTS["files"])),
            *(".SH EXAMPLES", *_list(TEXTS["examples"])),
            "",
        )
    )


def _command(entry: Entry) -> Iterator[str]:
    yield f".SS {_text(entry.name)}"
    yield _usage(entry)
    for paragraph in entry.help:
        yield from _paragraph(paragraph)
    yield from _list(entry.options)


def _usage(entry: Entry) -> str:
    return f"\\fB{_text(entry.name)}\\fR{_text(entry.usage.removeprefix(entry.name))}"


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    yield ".PP"
    if not paragraph.fixed:
        yield _text(paragraph.text)
        return
    yield ".nf"
    yield from map(_text, paragraph.text.splitlines())
    yield ".fi"


def _list(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, meaning in pairs:
        yield ".TP"
        yield f"\\fB{_text(term)}\\fR"
        yield _text(meaning)


def _text(text: str) -> str:
    """The text with what roff reads as markup escaped: backslashes, hyphens that are typed, leading dots."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^(?=[.'])", r"\\&", _CODE.sub(r"\\fB\1\\fR", escaped), flags=re.MULTILINE)


if __name__ == "__main__":
    sys.exit(keep(PAGE, page()))
