"""Keep README.md and the pages of the manual true: each `console` block shows what its command prints.

A page is followed as a reader would, from top to bottom, in a folder that holds `examples/`: a block with a title, such
as ` ```markdown title="page.md" `, is saved under that name, and each `$ medlint` command is run.

`python docs/readme.py` exits with 1 and a diff where a page differs; `--write` puts the real output in.
"""

from __future__ import annotations

import difflib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
HOME = "~/medlint"  # what pages show in place of the folder in which they are followed
BLOCK = re.compile(
    r"```console\n\$ medlint (?P<arguments>[^\n]*)\n.*?```"
    r"|```[a-z]+ title=\"(?P<file>[^\"]+)\"\n(?P<content>.*?)```",
    re.DOTALL,
)


def output(arguments: str, folder: Path) -> str:
    """What `medlint` prints for these arguments, on a terminal of 80 columns without colour."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("MEDLINT_", "FORCE_COLOR"))}
    run = subprocess.run(
        [sys.executable, "-m", "medlint", *shlex.split(arguments)],
        cwd=folder,
        env={**clean, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return run.stdout.replace(str(folder), HOME)


def renewed(text: str) -> str:
    """The text with the output of every block as it is today."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch).resolve()
        shutil.copytree(ROOT / "examples", folder / "examples")
        (folder / ".git").mkdir()  # no configuration above is looked for
        return BLOCK.sub(lambda match: _followed(match, folder), text)


def _followed(match: re.Match[str], folder: Path) -> str:
    if match["file"]:
        saved = folder / match["file"]
        saved.parent.mkdir(exist_ok=True)
        saved.write_text(match["content"], encoding="utf-8")
        return match[0]
    return f"```console\n$ medlint {match['arguments']}\n{output(match['arguments'], folder)}```"


def main() -> int:
    """Compare or, with `--write`, renew the pages; 0 where they are as they should be."""
    stale = False
    for page in PAGES:
        old = page.read_text(encoding="utf-8")
        new = renewed(old)
        stale = stale or old != new
        if "--write" in sys.argv[1:]:
            page.write_text(new, encoding="utf-8", newline="\n")
        else:
            lines = difflib.unified_diff(old.splitlines(True), new.splitlines(True), page.name, "real output")
            sys.stdout.writelines(lines)
    return int(stale and "--write" not in sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
