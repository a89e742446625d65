"""States of repositories, as an enemy may leave them, and what a revision or an article may be called."""

from __future__ import annotations

from pathlib import Path

import yaml
from hypothesis import strategies as st
from oddvalues import ODD

TOLD = yaml.safe_load((Path(__file__).parent / "git_states.yaml").read_text(encoding="utf-8"))
URLS = st.sampled_from(TOLD["urls"])
HASHES = ["0" * 40, "1" * 40, "f" * 64, "a" * 9_000]
REVISIONS = st.one_of(
    st.sampled_from([*TOLD["revisions"], *HASHES]), ODD.map(lambda text: text.replace("\0", "")).filter(bool)
)
NAMES = st.sampled_from([*TOLD["names"], "\udcff.md"])
CONTENTS = st.sampled_from(TOLD["contents"])
STATES = st.lists(
    st.one_of(
        st.tuples(st.just("setting"), st.sampled_from(TOLD["settings"])),
        st.tuples(st.just("partial"), URLS),
        st.tuples(st.just("partial"), URLS),
        st.tuples(st.just("nested"), st.sampled_from(["bare", "git", "file", "link"])),
        st.tuples(st.just("object"), st.tuples(st.integers(0, 9), st.sampled_from(["gone", "empty", "cut", "noise"]))),
        st.tuples(st.just("replace"), st.just("new")),
        st.tuples(st.just("moved"), st.sampled_from(["file", "link", "worktree"])),
        st.tuples(st.just("file"), st.tuples(st.sampled_from(TOLD["files"]), st.one_of(CONTENTS, ODD))),
    ),
    max_size=4,
)
