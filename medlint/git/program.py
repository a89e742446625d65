"""The git program: where it is, whether it is new enough, and how it is started.

Whoever sends a branch or an archive chooses what lies in the working folder, and may choose the whole of `.git`. Git is
therefore found by absolute folders of `PATH` only, hears nothing of the environment's `GIT_*` variables and of the
configuration of the machine or the user, and is started outside the working folder.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from medlint.errors import UsageError

OLDEST = (2, 34)
LONGEST = 30  # seconds that one command may take

# None of these can be reached with the private git folder that medlint reads through (see `medlint.git.view`); they are
# said once more for the settings that a later git may add a way around.
_SETTINGS = {
    "core.hooksPath": os.devnull,
    "core.fsmonitor": "false",
    "core.commitGraph": "false",
    "protocol.allow": "never",
    "safe.bareRepository": "explicit",
}
_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ALLOW_PROTOCOL": "",
    "LC_ALL": "C",
}


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a git process: this one's without `GIT_*`, with what makes git keep to itself."""
    own = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    return {**own, **_ENVIRONMENT, **more}


def command(*arguments: str) -> list[str]:
    """Return the command line of a git process. Raises `UsageError` if there is no git, or one that is too old."""
    settings = (part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}"))
    return [_program(), "--no-pager", *settings, *arguments]


def run(arguments: Sequence[str], folder: Path, more: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
    """Run git in `folder` with `more` environment variables; whether it succeeded is in the answer.

    Raises `UsageError` if git cannot be started or takes longer than `LONGEST` seconds.
    """
    return _run(command(*arguments), folder, more)


def too_slow() -> UsageError:
    """Return the error of a git command that did not end in time."""
    return UsageError(f"git did not answer within {LONGEST} seconds")


def _run(line: Sequence[str], folder: Path, more: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
    nothing = subprocess.DEVNULL
    try:
        return subprocess.run(
            line, cwd=folder, env=environment(more), stdin=nothing, capture_output=True, check=False, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        raise too_slow() from None
    except OSError as error:
        raise UsageError(f"git cannot be started: {error.strerror or error}") from None


@cache
def _program() -> str:
    folders = [folder for folder in os.environ.get("PATH", os.defpath).split(os.pathsep) if Path(folder).is_absolute()]
    found = shutil.which("git", path=os.pathsep.join(folders)) if folders else None
    # on Windows `which` looks into the working folder first, whatever the path
    if found is None or not Path(found).is_absolute() or Path(found).parent == Path.cwd():
        raise UsageError("git is not installed, or no absolute folder of PATH holds it")
    _require_new_enough(found)
    return found


def _require_new_enough(program: str) -> None:
    wanted = ".".join(map(str, OLDEST))
    version = re.search(rb"git version (\d+)\.(\d+)", _run([program, "version"], Path(program).parent, {}).stdout)
    if version is None:
        raise UsageError(f"'{program}' does not say which version of git it is; git {wanted} or newer is needed")
    if (int(version[1]), int(version[2])) < OLDEST:
        raise UsageError(f"git {wanted} or newer is needed, this is {version[1].decode()}.{version[2].decode()}")
