"""Baselines: entries that are mostly sound, and faults sown into them."""

from __future__ import annotations

import json

from hypothesis import strategies as st
from oddfiles import STANDINGS
from oddvalues import PATHS
from sowing import garbled, sown

NAME = "medlint-baseline.json"
ENTRIES = st.fixed_dictionaries(
    {
        "path": st.one_of(st.sampled_from(["article.md", "./article.md", "gone.md"]), PATHS),
        "fingerprint": st.text("0123456789abcdef", min_size=16, max_size=16),
        "code": st.sampled_from(["OVS101", "OVS103", "RSK201", "XYZ999"]),
        "confidence": st.sampled_from(["high", "medium", "low"]),
        "text": st.text(max_size=20),
    }
)
TREES = st.builds(lambda entries: {"version": 1, "entries": entries}, st.lists(ENTRIES, max_size=4))
LINES = st.one_of(
    st.sampled_from(
        [
            "[" * 100_000,
            '{"a":' * 100_000,
            "9" * 6_000 + ",",
            "NaN,",
            "Infinity",
            '"\\ud800",',
            '"version": 2,',
            ",",
            "}",
            '"entries": 5,',
            '"entries": null,',
            '"entries": {},',
            "\x00",
            "// a comment",
            "'",
            '"version": 1e400,',
            "<<<<<<<",
        ]
    ),
    st.text(max_size=30),
)


def text_of(tree):
    """A baseline as JSON."""
    return json.dumps(tree, indent=1)


FILES = st.tuples(garbled(sown(TREES).map(text_of), LINES), STANDINGS)
PAGES = st.lists(
    st.sampled_from(
        [
            "# Sciatica",
            "An epidural steroid injection cures sciatica for good.",
            "It has no risks at all.",
            "Radiofrequency ablation is completely safe.",
            "Keep moving.",
            "> ESI is proven.\u202e",
            "Cures *back\u00a0pain*.",
            "| It cures | x |\n|---|---|\n| y | An ESI cures sciatica |",
            "An epidural injection may help for some weeks.",
        ]
    ),
    min_size=1,
    max_size=6,
).map("\n\n".join)
PAGE_NAMES = st.sampled_from(
    ["a.md", "b c.md", "sub/d.md", "\u00e9.md", "\u202ee.md", "-f.md", "g\u200b.md", "h'\".md"]
)
