"""Other linters of prose, installed for the measurement alone in the versions that `tools.yaml` pins."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from timing.cost import Command

_PINNED = Path(__file__).with_name("tools.yaml")


@dataclass(frozen=True, slots=True)
class Tool:
    """A linter: how it is called on files, what a run over many is, and why it cannot be run, where it cannot."""

    name: str
    version: str
    files: str
    command: tuple[str, ...]
    exits: tuple[int, ...]
    folder: Path
    unusable: str = ""

    def on(self, paths: Sequence[Path]) -> Command:
        """The command for these files, kept from the settings and caches of whoever measures."""
        home = str(self.folder)
        own = {"HOME": home, "XDG_CACHE_HOME": f"{home}/.cache", "XDG_CONFIG_HOME": f"{home}/.config"}
        return Command((*self.command, *map(str, paths)), self.exits, own, self.folder)


def pinned() -> dict[str, list[dict[str, Any]]]:
    """The linters of each package index, as `tools.yaml` has them."""
    content: dict[str, list[dict[str, Any]]] = yaml.safe_load(_PINNED.read_text(encoding="utf-8"))
    return content


def installed(folder: Path) -> tuple[Tool, ...]:
    """All tools, installed below `folder` where they are not yet; one that cannot be says why."""
    entries = pinned()
    folder.mkdir(parents=True, exist_ok=True)
    programs = {"pypi": folder / "python" / "bin", "npm": folder / "node_modules" / ".bin"}
    reasons = {"pypi": _from_pypi(folder, entries["pypi"]), "npm": _from_npm(folder, entries["npm"])}
    return tuple(
        _tool(entry, programs[index], folder, reasons[index]) for index in programs for entry in entries[index]
    )


def _tool(entry: Mapping[str, Any], programs: Path, folder: Path, reason: str) -> Tool:
    program, *options = entry["command"]
    command = (str(programs / program), *options)
    exits = tuple(entry.get("exits", ()))
    if not reason and not (programs / program).exists():
        reason = "its program is not where its package puts it"
    return Tool(entry["name"], entry["version"], entry["files"], command, exits, folder, reason)


def _from_pypi(folder: Path, entries: Sequence[Mapping[str, Any]]) -> str:
    python = folder / "python" / "bin" / "python"
    wanted = [f"{entry['name']}=={entry['version']}" for entry in entries]
    if _is_as_wanted(folder / "pypi.json", wanted):
        return ""
    made = _call([sys.executable, "-m", "venv", str(folder / "python")], folder)
    quiet = ["--quiet", "--disable-pip-version-check"]
    return (
        made
        or _call([str(python), "-m", "pip", "install", *quiet, *wanted], folder)
        or _remember(folder / "pypi.json", wanted)
    )


def _from_npm(folder: Path, entries: Sequence[Mapping[str, Any]]) -> str:
    wanted = {name: version for entry in entries for name, version in entry["packages"].items()}
    if _is_as_wanted(folder / "npm.json", wanted):
        return ""
    (folder / "package.json").write_text(json.dumps({"private": True, "dependencies": wanted}), encoding="utf-8")
    quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel", "error"]
    return _call(["npm", "install", *quiet], folder) or _remember(folder / "npm.json", wanted)


def _is_as_wanted(record: Path, wanted: object) -> bool:
    return record.exists() and json.loads(record.read_text(encoding="utf-8")) == wanted


def _remember(record: Path, wanted: object) -> str:
    record.write_text(json.dumps(wanted), encoding="utf-8")
    return ""


def _call(command: Sequence[str], folder: Path) -> str:
    """Run an installer; the reason in one line where it fails."""
    try:
        done = subprocess.run(command, cwd=folder, env=os.environ, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return f"{command[0]} is missing"
    if done.returncode == 0:
        return ""
    return f"cannot be installed: {Path(command[0]).name} ended with exit code {done.returncode}"
