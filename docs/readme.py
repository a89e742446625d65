"""Keep the README's examples true: each `console` block shows what its command prints.

`python docs/readme.py` exits with 1 and a diff where the README differs; `--write` puts the real output in.
"""

from __future__ import annotations

import difflib
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n\$ medlint (?P<arguments>[^\n]*)\n.*?```", re.DOTALL)


def output(arguments: str) -> str:
    """What `medlint` prints for these arguments, on a terminal of 80 columns without colour."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("MEDLINT_", "FORCE_COLOR"))}
    run = subprocess.run(
        [sys.executable, "-m", "medlint", *shlex.split(arguments)],
        cwd=ROOT,
        env={**clean, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return run.stdout


def renewed(text: str) -> str:
    """The text with the output of every block as it is today."""

    def block(match: re.Match[str]) -> str:
        return f"```console\n$ medlint {match['arguments']}\n{output(match['arguments'])}```"

    return BLOCK.sub(block, text)


def main() -> int:
    """Compare or, with `--write`, renew the README; 0 where it is as it should be."""
    old = README.read_text(encoding="utf-8")
    new = renewed(old)
    if "--write" in sys.argv[1:]:
        README.write_text(new, encoding="utf-8")
        return 0
    sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), "README.md", "real output"))
    return int(old != new)


if __name__ == "__main__":
    sys.exit(main())
