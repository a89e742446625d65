"""Articles with notes to medlint: claims, notes of every form between and above them, reasons of any letters."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st
from oddvalues import HIDDEN, ODD, STEERING

CLAIMS = st.sampled_from(
    [
        "An epidural steroid injection cures sciatica for good.",
        "It is completely safe and has no risks.",
        "Keep moving.",
        "Radiofrequency ablation is proven to eliminate back pain.",
        "An epidural injection may help for some weeks.",
    ]
)
VERBS = st.sampled_from(["ignore", "ignore-line", "ignore-file", "disable", "enable", "Ignore", "IGNORE-FILE", "ignor"])
SELECTORS = st.sampled_from(
    ["OVS101", "OVS", "RSK,CON", "cure", "overstatement", "OVS101, RSK201", "ALL", "SUP", "", "PAG"]
)
UNTIL = st.sampled_from(["", "", "", " until:2099-12-31", " until:2001-01-01", " until:soon", " until:2099-02-30"])
DASHES = st.sampled_from([" -- ", " -- ", " \u2014 ", " \u2013 ", " --- ", "--", " - ", " "])
EMPTY = st.text(
    st.sampled_from(HIDDEN + STEERING.replace("\n", "").replace("\r", "") + " .,;:!?*_/\\|'\"()[]{}=+#~^$%")
)
ENTITIES = st.sampled_from(["&nbsp;", "&#8203;", "&zwnj;", "&shy;", "&#x200b;", "&ensp;", "."])
WORDLESS = st.one_of(st.just(""), EMPTY, EMPTY, st.lists(ENTITIES, min_size=1, max_size=2).map(" ".join))
REASONS = st.one_of(
    st.sampled_from(["quoted from a trial", "weighed", "\u6c7a\u3081\u305f", "na\u00efve"]), ODD, WORDLESS
)
BLOCKS = st.sampled_from(["{}", "- {}", "> {}", "## {}", "1. {}", "<p>{}</p>", "| {} |\n|---|\n| x |", "*{}*"])


@dataclass(frozen=True)
class Page:
    """An article and what it is called; `bare` is the same, letter for letter, with notes that are to nobody."""

    source: str
    bare: str
    name: str


def pages(reasons=REASONS):
    """Articles with notes that give such reasons."""
    return st.one_of(_written(reasons, "page.md"), _written(reasons, "page.html"), _written(reasons, "page.txt"))


@st.composite
def _written(draw, reasons, name):
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        if draw(st.booleans()):
            parts.append(_comment(draw(_notes(reasons))))
        block = "<p>{}</p>" if name.endswith("html") else draw(BLOCKS)
        claims = [draw(CLAIMS) for _ in range(draw(st.integers(1, 2)))]
        if draw(st.booleans()):
            claims.insert(draw(st.integers(0, len(claims))), _comment(draw(_notes(reasons))))
        parts.append(block.format(" ".join(claims)))
    source = draw(st.sampled_from(["\n\n", "\n\n", "\n", "\r\n\r\n", "\r"])).join(parts)
    head = draw(
        st.sampled_from(["", "", "medlint: {}", "medlint:\n  - {}", 'title: x\nmedlint: "{}"', "medlint: '{}'"])
    )
    if head:
        said = draw(_notes(reasons)).removeprefix("medlint: ")
        source = f"---\n{head.replace('{}', said)}\n---\n\n{source}"
    return Page(source, source.replace("medlint", "nothing").replace("MedLint", "nothing"), name)


@st.composite
def _notes(draw, reasons):
    ours = draw(st.sampled_from(["medlint: ", "medlint:", "MedLint : "]))
    selectors = draw(SELECTORS)
    rules = f"[{selectors}]" if selectors else ""
    return f"{ours}{draw(VERBS)}{rules}{draw(UNTIL)}{draw(DASHES)}{draw(reasons)}"


def _comment(note):
    return f"<!-- {note} -->"
