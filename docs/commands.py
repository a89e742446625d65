"""Keep docs/commands.md true: every command and option, as click knows them.

`python docs/commands.py` exits with 1 and a diff where the page differs; `--write` renews it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from clitree import TEXTS, Entry, Paragraph, entries
from generated import keep

PAGE = Path(__file__).resolve().parent / "commands.md"
HEAD = """\
# Commands

What each command takes and does, written from the program itself by `make docs-data`. `medlint COMMAND --help` shows
the same, and so does the manual page: `man medlint`, where the package was installed into a place that `man` searches.

"""
COMPLETION = """\
## Completion by Tab

Commands, options, files, formats, profiles and rules (by code, name or family) can be completed by the shell. Put one
line into its start file, then open a new shell.

In bash 4.4 or newer, into `~/.bashrc`:

```sh
eval "$(_MEDLINT_COMPLETE=bash_source medlint)"
```

In zsh, into `~/.zshrc`, below `compinit`:

```sh
eval "$(_MEDLINT_COMPLETE=zsh_source medlint)"
```

In fish, once:

```sh
_MEDLINT_COMPLETE=fish_source medlint > ~/.config/fish/completions/medlint.fish
```

Then `medlint explain OVS10` and Tab lists the rules that begin so; zsh and fish add what each finds. After a comma,
as in `--select cure,RSK`, the next rule is completed. Rules of your own are not among them.
"""


def page() -> str:
    """The page as it should be."""
    commands = "".join(piece for entry in entries() for piece in _section(entry))
    tables = "".join(
        piece
        for title, key, head in (
            ("Exit codes", "exit", "code"),
            ("Environment variables", "environment", "variable"),
            ("Files", "files", "file"),
        )
        for piece in _table(title, head, TEXTS[key])
    )
    return f"{HEAD}{commands}{tables}{COMPLETION}"


def _section(entry: Entry) -> Iterator[str]:
    yield f"## {entry.name}\n\n```text\n{entry.usage}\n```\n\n"
    yield from (_paragraph(each) for each in entry.help if each.text)
    yield from (f"- `{spelling}`: {_shielded(meaning)}\n" for spelling, meaning in entry.options)
    yield "\n"


def _paragraph(paragraph: Paragraph) -> str:
    return f"```text\n{paragraph.text}\n```\n\n" if paragraph.fixed else f"{_shielded(paragraph.text)}\n\n"


def _table(title: str, head: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f"## {title}\n\n| {head} | meaning |\n|---|---|\n"
    yield from (f"| {', '.join(f'`{each}`' for each in names.split(', '))} | {text} |\n" for names, text in rows)
    yield "\n"


def _shielded(text: str) -> str:
    return text.replace("[", r"\[").replace("]", r"\]").replace("*", r"\*")


if __name__ == "__main__":
    sys.exit(keep(PAGE, page()))
