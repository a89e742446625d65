"""How this system starts processes that share the work: by fork, or by starting Python anew (spawn)."""

from __future__ import annotations

import sys

# A forked process has all data from the start; one that is started anew must load everything again. macOS can fork, but
# some of its libraries cannot bear it.
FORKS = sys.platform == "linux"


def starts_safely() -> bool:
    """Whether a process can be started that imports nothing from the working folder.

    Under `python -E` a process that is started anew would not heed the variable that sees to it.
    """
    return FORKS or bool(sys.flags.safe_path) or not sys.flags.ignore_environment
