"""`--diff-base` in repositories in every state: no program but git runs, nobody is asked, nothing new is hidden."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket

import pytest
from commandline import assert_sound, held, site
from gitstates import NAMES, REVISIONS, STATES
from hostilerepository import Repository
from hypothesis import given
from hypothesis import strategies as st
from trying import tries

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
TELLING = ("--diff-base", "git", "revision", "article.md", "new.md", "site")


@contextlib.contextmanager
def repository(name, states):
    """Yield a repository in these states, and see afterwards that nothing was started, asked or changed."""
    with site() as place, socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        made = Repository(place, name, server.getsockname()[1])
        for state in states:
            made.put(*state)
        before = held(place.root)
        yield made
        started = made.hit.read_text() if made.hit.exists() else ""
        assert not started, f"started: {started}"
        with pytest.raises(BlockingIOError):
            server.accept()
        trace = place.root / "trace"
        assert not trace.exists() or "fetch" not in trace.read_text(errors="replace").replace("no-lazy-fetch", "")
        trace.unlink(missing_ok=True)
        assert held(place.root) == before


def check(made, *arguments):
    place = made.place
    variables = {"PATH": f"{made.tools}:{os.environ['PATH']}", "GIT_TRACE": str(place.root / "trace")}
    outcome = place.run("check", *arguments, "-q", "--format", "json", "--no-gitignore", **variables)
    assert_sound(outcome, *TELLING, made.new[:5])
    return outcome


def found(outcome):
    return [
        (file["path"], each["fingerprint"]) for file in json.loads(outcome.out)["files"] for each in file["findings"]
    ]


@tries(12)
@given(NAMES, STATES)
def test_an_article_that_the_base_lacks_is_reported_whole_or_refused(name, states):
    with repository(name, states) as made:
        outcome = check(made, f"./{name}", "--diff-base", made.base)
        everything = found(check(made, f"./{name}"))
        assert everything
        assert outcome.code == 2 or found(outcome) == everything


@tries(8)
@given(REVISIONS, STATES, st.sampled_from(["article.md", "sub", "."]))
def test_whatever_revision_is_named_a_run_ends_well(revision, states, path):
    with repository("new.md", states) as made:
        check(made, path, f"--diff-base={revision}")


@tries(4)
@given(NAMES, st.sampled_from(["base", "v1", "HEAD", "main"]))
def test_in_a_sound_repository_only_what_is_new_is_reported(name, revision):
    with repository(name, []) as made:
        outcome = check(made, ".", "--diff-base", made.base if revision == "base" else revision)
        assert {path for path, _ in found(outcome)} == {path for path, _ in found(check(made, f"./{name}"))}
