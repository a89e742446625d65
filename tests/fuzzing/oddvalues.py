"""Values that nobody expects: of another type, empty, huge, deep, with characters that steer, hide or break."""

from __future__ import annotations

from hypothesis import strategies as st

HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e\u3164\u115f\uffa0\u2800\ufe0f\u0301\u2062\U000e0041"
STEERING = "\u202e\u202d\u2066\u2069\u200e\u200f\u061c\u2028\u2029\x00\x07\x08\x0b\x0c\x1b\x7f\x85\x9b\r\n\t"
SIGNS = "'\"`\\/|&<>[]{}()*?!#%$@:;,.=-+~^_ \xa0"
ODD = st.text(
    st.one_of(st.sampled_from(HIDDEN + STEERING + SIGNS), st.characters(exclude_categories=["Cs"])), max_size=9
)
PATHS = st.sampled_from(
    [
        "",
        ".",
        "..",
        "/",
        "~",
        "~nobody/x",
        "$HOME",
        "../outside",
        "../outside/private.md",
        "../outside/private.toml",
        "/dev/zero",
        "/dev/stdin",
        "/dev/tty",
        "/proc/self/environ",
        "/nowhere/at/all",
        "article.md",
        "article.md/x",
        "-",
        "--help",
        "-o",
        "a\nb",
        "x" * 300,
        "x/" * 3000,
        "\u202egpj",
        "con",
        "nul",
        "C:\\x",
        "\\\\host\\x",
        "file:///x",
        "https://127.0.0.1:9/x",
        "medlint.toml",
        ".git",
        "a\0b",
    ]
)
TRICKS = st.sampled_from(
    [
        "{text}",
        "{0}",
        "{text.__class__}",
        "{text!r}",
        "{text:>2000000000}",
        "{text:{text}}",
        "{",
        "}",
        "%s%n",
        "${HOME}",
        "$(touch hit)",
        "`touch hit`",
        "::error::x",
        "##vso[task.setvariable]x",
        "##[group]x",
        "\x1b[2J",
        "=cmd()",
        "*a" * 12 + "*b",
        "**/a/" * 9 + "b",
        "(" * 60,
        "(a|" * 30,
        "(a|b)" * 30,
        "(a+)+$",
        "# " * 40,
        "* " * 40,
        "null",
        "yes",
        "1e999",
        "0x" + "f" * 50,
        "1:1:1",
        "2026-02-30",
        "!!python/object:os.system",
    ]
)
HUGE = st.sampled_from(["a" * 100_000, "a " * 50_000, "\u0301" * 50_000, "(" * 50_000, "*" * 50_000, "\u202e" * 50_000])
TEXTS = st.one_of(ODD, ODD, PATHS, TRICKS, HUGE)
NUMBERS = st.one_of(
    st.integers(-3, 3),
    st.sampled_from(
        [2**31, 2**63, -(2**64), 10**400, 1e308, -1e308, 5e-324, float("inf"), float("-inf"), float("nan")]
    ),
)
SCALARS = st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(ODD, inner, max_size=3)),
    max_leaves=5,
)
