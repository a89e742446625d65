"""Rule packs: the shipped rules under other names, rules on words of the test's own, and faults sown into both."""

from __future__ import annotations

from functools import cache

import yaml
from hypothesis import strategies as st
from oddfiles import STANDINGS
from oddvalues import ODD, TRICKS
from sowing import garbled, sown
from tinybase import Plain

from medlint.data import data_root, load_tree
from medlint.linting.rule import FIELDS

FAMILIES = ("overstatement", "risk", "conservative-care", "guideline", "evidence", "page")
NAMES = ["one.yaml", "two.yaml", "deep/three.yaml", "rules.yaml", "cues/four.yaml"]
MESSAGES = st.one_of(
    st.sampled_from(["“{text}” is not house style", "{text} {intervention} {condition} {problem}", "{text}" * 20]),
    st.builds(
        "{{{}{}}}".format, st.sampled_from(sorted(FIELDS)), st.sampled_from(["", "!r", "!s", ":>9", ":,", ".x", "[0]"])
    ),
    TRICKS,
    ODD,
)
PHRASES = st.one_of(
    st.sampled_from(
        ["cures", "for good", "(cures|heals|) for good", "# sessions", "steroid * for", "relieve~ the pain"]
    ),
    st.sampled_from(["(a|b|c|d)" * 6 + " x", "(" * 5_000 + "a" + ")" * 5_000, "* * * * *", "# # # #", "a" * 50_000]),
    st.integers(1, 300).map(lambda depth: "(" * depth + "cures" + "|x)" * depth),
    TRICKS,
    ODD,
)
LINES = st.one_of(
    st.sampled_from(
        [
            "a: &x 1",
            "a: *x",
            "<<: *x",
            "a: !!python/object/apply:os.system ['touch hit']",
            "a: !tag x",
            "? [a, b]\n: 1",
            "a: 0x" + "f" * 200_000,
            "a: " + "1:1" * 60_000,
            "a: " + "9" * 6_000,
            "a: " + "[" * 60_000,
            "- " * 60_000,
            "---",
            "...",
            "%YAML 9.9",
            "\ta: 1",
            "a: 1\na: 2",
            "a: 2026-02-30",
            "a: .inf",
            "code: XYZ901",
            "when: null",
            "a: |\n  x\n y",
            "'",
            '"',
            "a: \x07",
            "a: \ud800",
            "~: 1",
            "1: 1",
            "message: null",
            "a: " + "{b: " * 400,
        ]
    ),
    st.text(max_size=30),
)


@cache
def shipped():
    """The shipped rules as their files say them, under codes and names of the test's own."""
    folder = data_root() / "rules"
    found = [content for family in FAMILIES for content in load_tree(folder / family).values()]
    return tuple(
        {**content, "code": f"XYZ{100 + number}", "name": f"made-up-{number}"} for number, content in enumerate(found)
    )


def _phrased(phrases, message, number):
    return {
        "code": f"XYZ{number}",
        "name": f"house-{number}",
        "family": "house-style",
        "severity": "warning",
        "confidence": "high",
        "since": "1",
        "kind": "phrase",
        "summary": "Says what this house does not say.",
        "why": "Readers asked for other words.",
        "standards": ["std-cap-cure"],
        "when": [{"phrases": phrases, "unless": []}],
        "message": message,
        "bad": ["It cures for good.", "It cures.", "For good."],
        "good": ["It may help.", "It may ease pain.", "It is not known."],
    }


PHRASED = st.builds(_phrased, st.lists(PHRASES, min_size=1, max_size=3), MESSAGES, st.integers(700, 702))
RULES = st.one_of(PHRASED, st.deferred(lambda: st.sampled_from(shipped())))
SOUND = st.builds(
    _phrased, st.just(["cures", "steroid * cures"]), st.sampled_from(["no", "not “{text}”"]), st.just(700)
)

HEARD = st.builds(_phrased, st.just(["cures"]), MESSAGES, st.just(700))


def text_of(tree):
    """A tree as YAML."""
    return yaml.dump(tree, Dumper=Plain, sort_keys=False, allow_unicode=True)


PACKS = st.dictionaries(
    st.sampled_from(NAMES), st.tuples(garbled(sown(RULES).map(text_of), LINES), STANDINGS), min_size=1, max_size=2
)
