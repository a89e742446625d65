"""Configurations: tables that are mostly valid, chains of files that build on one another, variables."""

from __future__ import annotations

from hypothesis import strategies as st
from oddfiles import STANDINGS
from oddvalues import ODD, PATHS, TEXTS, TRICKS
from shortened import Text
from sowing import garbled, sown
from tomltext import toml

NAMES = ["medlint.toml", "one.toml", "two.toml", "three.toml", "four.toml", "pyproject.toml"]
SELECTORS = st.lists(
    st.sampled_from(
        ["OVS101", "OVS102", "RSK201", "CON", "OVS", "cure", "overstatement", "none-named", "PAG601", "SUP"]
    ),
    min_size=1,
    max_size=3,
)
GLOBS = st.lists(
    st.sampled_from(["drafts/*", "*.html", "**/old/**", "!keep.md", "/article.md", "a?c.md", "[a-z]*.md", "x*y*z.md"]),
    min_size=1,
    max_size=3,
)
SEVERITIES = st.sampled_from(["error", "warning", "info"])
SETTABLE = {
    "profile": st.sampled_from(["patient", "professional", "marketing-review", "strict"]),
    "jurisdiction": st.sampled_from(["united-kingdom", "australia", "ireland"]),
    "select": SELECTORS,
    "ignore": SELECTORS,
    "extend-select": SELECTORS,
    "extend-ignore": SELECTORS,
    "severity": st.dictionaries(st.sampled_from(["OVS101", "CON", "risk"]), SEVERITIES, max_size=2),
    "confidence": st.sampled_from(["high", "medium", "low"]),
    "mandatory": SELECTORS,
    "review-months": st.integers(1, 600),
    "home": st.lists(st.sampled_from(["uk", "us", "united-kingdom"]), min_size=1, max_size=2),
    "max-file-size": st.integers(100, 10**9),
    "max-block-length": st.integers(100, 10**9),
    "max-seconds": st.floats(2, 1e6),
}
OVERRIDES = st.lists(
    st.tuples(GLOBS, st.fixed_dictionaries({}, optional=SETTABLE)).map(lambda drawn: {"files": drawn[0], **drawn[1]}),
    min_size=1,
    max_size=2,
)
PLAIN = {
    **SETTABLE,
    "fail-on": st.sampled_from(["error", "warning", "info", "never"]),
    "exclude": GLOBS,
    "include": GLOBS,
    "gitignore": st.booleans(),
}
TABLES = st.fixed_dictionaries({}, optional={**PLAIN, "overrides": OVERRIDES})
SIMPLE = st.fixed_dictionaries({}, optional={**PLAIN})
EXTENDED = st.one_of(
    st.sampled_from(NAMES),
    st.lists(st.sampled_from([*NAMES, "./one.toml", "../site/two.toml", "../outside/private.toml"]), max_size=3),
    PATHS,
)
LEADING = st.fixed_dictionaries(
    {"extend": EXTENDED},
    optional={
        **PLAIN,
        "claims-db": st.lists(PATHS, max_size=2),
        "rules": st.lists(PATHS, max_size=2),
        "baseline": PATHS,
    },
)
LINES = st.one_of(
    st.sampled_from(
        [
            "a = " + "[" * 100_000,
            "a = " + "{b = " * 100_000,
            "a." * 3_000 + "a = 1",
            f"[{'a.' * 3_000}a]",
            "[[overrides]]",
            "max-file-size = " + "9" * 5_000,
            "max-seconds = 1e999",
            "a = 1:1",
            "a = 2026-02-30",
            "[overrides]",
            "a = '''",
            "#" * 1_100_000,
            'select = ["OVS"]\nselect = ["OVS"]',
            "select.a = 1",
            "[medlint]",
            "[tool.medlint]",
            "\x00",
            "[tool]\nmedlint = 3",
            "[[tool]]",
            "\ud800",
            "= 1",
            "\u202e",
            "ignore = [\n" + '"OVS101",\n' * 50_000 + "]",
        ]
    ),
    st.text(max_size=30).map(lambda text: text.replace("\n", " ")),
)
FILES = st.tuples(garbled(sown(st.one_of(TABLES, LEADING)).map(toml), LINES), STANDINGS)
SETS = st.dictionaries(st.sampled_from(NAMES), FILES, min_size=1, max_size=5)
_KEYS = ["profile", "jurisdiction", "select", "ignore", "severity", "confidence", "mandatory", "review_months", "home"]
_KEYS += ["max_file_size", "max_seconds", "fail_on", "exclude", "gitignore", "claims_db", "rules", "baseline", "config"]
_KEYS += ["format", "today", "jobs", "extend_select", "extend_ignore", "include", "max_block_length"]
_TEXTS = st.one_of(
    ODD, PATHS, TRICKS, TEXTS, st.sampled_from(["OVS", "OVS101=error", "high", "12", "true", "one.toml"])
)
VARIABLES = st.dictionaries(
    st.sampled_from([f"MEDLINT_{key.upper()}" for key in _KEYS]),
    _TEXTS.map(lambda text: Text(text.replace("\0", "")[:50_000])),
    max_size=2,
)
