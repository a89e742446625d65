"""How many examples each area tries: few as a rule, as many times more as the profile asks for."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import engine

sys.path.append(str(Path(__file__).parent.parent / "evidence"))  # for `tinybase`, a database small enough to read
engine.MAX_SHRINKING_SECONDS = 20  # and not five minutes: an example may be a run that takes seconds
collect_ignore_glob = [] if sys.platform == "linux" else ["test_*.py"]  # pipes, limits of memory, /proc
settings.register_profile(
    "round", deadline=None, suppress_health_check=list(HealthCheck), max_examples=300, print_blob=True
)


@pytest.fixture(autouse=True, scope="session")
def warm():
    """Build what is built once before anything is timed; the cache of the session goes at the end."""
    from commandline import shared_cache, site

    with site() as place:
        for _ in range(2):
            assert place.run("check", "article.md", "-q", "--no-cache").code == 1
    yield
    shutil.rmtree(shared_cache(), ignore_errors=True)
