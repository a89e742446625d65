"""Looks up known vulnerabilities of all that is installed beside medlint, by pip-audit.

Ends with 1 where one is known, and with 0 where none is. Where nobody can be asked, because there is no network or the
index has no advisories, it says so and ends with 0: a change is not at fault for that. Ends with 2 where pip-audit
does not understand what it is asked.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

_PIP_AUDIT = ("pip_audit", "--disable-pip", "--no-deps", "--format", "json", "--progress-spinner", "off")


def main() -> int:
    """Audit; 1 where a vulnerability is known."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder, "installed.txt")
        wanted.write_text("\n".join(_installed()), encoding="utf-8")
        done = _run(*_PIP_AUDIT, "--requirement", str(wanted))
    try:
        dependencies: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(f"not audited, pip-audit could not ask: {_last_line(done.stderr)}")
        return 0 if done.returncode == 1 else 2  # what it does not understand is a fault of this script
    return _tell(dependencies)


def _tell(dependencies: list[dict[str, Any]]) -> int:
    skipped = [each for each in dependencies if "skip_reason" in each]
    for each in dependencies:
        for known in each.get("vulns", ()):
            mended = ", ".join(known["fix_versions"]) or "no release"
            print(f"{each['name']} {each['version']}: {known['id']}, mended in {mended}", file=sys.stderr)
    if skipped:
        print(f"not audited: {len(skipped)} of {len(dependencies)} packages, such as: {skipped[0]['skip_reason']}")
    if len(skipped) < len(dependencies):
        print(f"{len(dependencies) - len(skipped)} packages audited")
    return 1 if any(each.get("vulns") for each in dependencies) else 0


def _installed() -> list[str]:
    """What is installed in a version of an index; pip itself is part of no installation."""
    lines = _run("pip", "freeze", "--exclude-editable", "--disable-pip-version-check").stdout.splitlines()
    return [line for line in lines if "==" in line]


def _run(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", module, *arguments], capture_output=True, text=True, check=False)


def _last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1][:200] if lines else "it said nothing"


if __name__ == "__main__":
    sys.exit(main())
