"""Phrase templates of the cue files, expanded to plain phrases.

`(a|b|)` stands for each of its alternatives, the last one here being nothing; groups may nest. `word~` stands for the
forms of a regular verb: base, -ed, -ing (the third person and the plural match by themselves, see `normal`).

Templates are no regular expressions, and what looks like one is refused: it would be read letter by letter and never
match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, islice, product

_VERB = re.compile(r"(?<!\w)(\w++)~")  # looked for at the beginning of words alone: linear in long ones
_REGULAR = re.compile(r"[\\^{}]|\(\?|[.)][*+?]|\w[?+]\w|\w\*|\$(?=\s*(?:$|[|)]))|\[\w-\w")
_GLUED = re.compile(r"\[\w|\w\]")
_MEANT = "write words, (a|b|) for either or none, # for a number, * by itself for one to four words"
_VOWELS = "aeiou"
DEEPEST = 50  # groups of alternatives inside one another
_SHOWN = 40  # characters of a template that is said to be broken
LIMIT_OF_FORMS = 16_384  # with each form of each verb
LIMIT = 4096  # phrases one template may stand for: a slip of the pen must not fill the memory


def expand(template: str) -> tuple[str, ...]:
    """All phrases that a template stands for, each once, in order; spaces are squeezed.

    Raises `ValueError` for what looks like a regular expression, unbalanced brackets, `|` or `~` where they mean
    nothing, groups within more than `DEEPEST` groups, and more than `LIMIT` phrases or
    `LIMIT_OF_FORMS` forms of them.
    """
    _refuse_regular_expression(template)
    _refuse_deep(template)
    parts, end = _sequence(template, 0)
    if end != len(template):
        raise ValueError(f"unbalanced ')' in {template!r}" if template[end] == ")" else _outside(template))
    if len(parts) > LIMIT:
        raise ValueError(_too_many(template))
    verbs = [*islice((form for part in parts for form in _verb_forms(part)), LIMIT_OF_FORMS + 1)]
    if len(verbs) > LIMIT_OF_FORMS:
        raise ValueError(_too_many(template))
    if any("~" in verb for verb in verbs):
        raise ValueError(f"'~' in {template!r} must stand right behind a verb, as in 'halve~'")
    return tuple(dict.fromkeys(" ".join(phrase.split()) for phrase in verbs))


def inflect(verb: str) -> tuple[str, str, str]:
    """The base, -ed and -ing forms of a regular verb ("stop", "stopped", "stopping")."""
    if verb.endswith("e"):
        return verb, verb + "d", (verb if verb.endswith(("ee", "ye")) else verb[:-1]) + "ing"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb, verb[:-1] + "ied", verb + "ing"
    if _doubles(verb):
        return verb, verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    return verb, verb + "ed", verb + "ing"


def _refuse_regular_expression(template: str) -> None:
    if found := _REGULAR.search(template):
        raise ValueError(f"'{template}' looks like a regular expression, by its '{found[0]}'; {_MEANT}")
    if template.count("[") != template.count("]") and _GLUED.search(template):
        raise ValueError(
            f"unbalanced '[' or ']' in {template!r}; they stand for round brackets in the text, and one that is meant "
            "to stay open stands by itself"
        )


def _refuse_deep(template: str) -> None:
    depth = max(accumulate((character == "(") - (character == ")") for character in template), default=0)
    if depth > DEEPEST:
        raise ValueError(f"groups of alternatives within more than {DEEPEST} others in '{template[:_SHOWN]}...'")


def _too_many(template: str) -> str:
    return f"{template!r} stands for more than {LIMIT} phrases"


def _outside(template: str) -> str:
    return f"'|' stands outside round brackets in {template!r}; write (a|b)"


def _doubles(verb: str) -> bool:
    syllables = len(re.findall(r"[aeiouy]+", verb))
    return (
        syllables == 1
        and len(verb) > 2
        and verb[-1] not in "aeiouywx"
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
    )


def _verb_forms(phrase: str) -> Iterator[str]:
    pieces = _VERB.split(phrase)
    choices = [inflect(piece) if index % 2 else (piece,) for index, piece in enumerate(pieces)]
    return ("".join(choice) for choice in product(*choices))


def _sequence(text: str, start: int) -> tuple[list[str], int]:
    """Expand from `start` to the end or to an unmatched `)` or `|`; return the phrases and where it stopped."""
    phrases, index, plain = [""], start, start
    while index < len(text) and text[index] not in ")|":
        if text[index] != "(":
            index += 1
            continue
        head = text[plain:index]
        group, index = _group(text, index)
        phrases = [*islice((phrase + head + choice for phrase in phrases for choice in group), LIMIT + 1)]
        if len(phrases) > LIMIT:
            raise ValueError(_too_many(text))
        plain = index
    return [phrase + text[plain:index] for phrase in phrases], index


def _group(text: str, start: int) -> tuple[list[str], int]:
    choices, index = [], start
    while True:
        more, index = _sequence(text, index + 1)
        choices.extend(more)
        if index >= len(text):
            raise ValueError(f"unbalanced '(' in {text!r}")
        if text[index] == ")":
            return choices, index + 1
