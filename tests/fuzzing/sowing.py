"""Faults sown into values that are sound: into the tree, or into the text that it is written as."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

from hypothesis import strategies as st
from oddvalues import ODD, VALUES
from shortened import Raw

_KEEP_DOUBLING = 2_000  # entries of a list


def _replaced(draw, holder, key):
    holder[key] = draw(VALUES)


def _removed(_draw, holder, key):
    del holder[key]


def _wrapped(_draw, holder, key):
    holder[key] = [holder[key]]


def _named(_draw, holder, key):
    holder[key] = {"name": holder[key]}


def _emptied(_draw, holder, key):
    holder[key] = None if isinstance(holder[key], date) else type(holder[key])()


def _doubled(draw, holder, key):
    times = draw(st.sampled_from([2, 2, 200]))
    if isinstance(holder, list) and len(holder) * times < _KEEP_DOUBLING:
        holder.extend([holder[key]] * times)


def _joined(draw, holder, key):
    if isinstance(holder[key], str):
        holder[key] = draw(ODD) + holder[key] + draw(ODD)


def _misspelt(draw, holder, key):
    if isinstance(holder, dict):
        holder[f"{key}{draw(ODD)}"] = holder.pop(key)


def _grown(draw, holder, _key):
    if isinstance(holder, dict):
        holder[draw(ODD)] = draw(VALUES)


_FAULTS = (_replaced, _replaced, _removed, _wrapped, _named, _emptied, _doubled, _joined, _misspelt, _grown)


@st.composite
def sown(draw, trees, most=3):
    """A tree that `trees` draws, with up to `most` faults in it; in a third of all cases with none."""
    tree = deepcopy(draw(trees))
    for _ in range(draw(st.integers(0, most))):
        found = list(_places(tree))
        if found:
            draw(st.sampled_from(_FAULTS))(draw, *draw(st.sampled_from(found)))
    return tree


@st.composite
def garbled(draw, texts, lines):
    """The bytes of a text that `texts` draws; now and then cut, doubled, recoded, or with a line of `lines`."""
    text = draw(texts)
    sound = draw(st.integers(0, 3))
    return Raw(text.encode("utf-8", "surrogatepass") if sound else _garbled(draw, text.split("\n"), lines))


def _garbled(draw, parts, lines):
    how = draw(st.sampled_from(["line", "line", "line", "cut", "byte", "bom", "utf-16", "crlf", "twice", "line twice"]))
    at = draw(st.integers(0, len(parts) - 1))
    if how == "line":
        parts.insert(at, draw(lines))
    elif how == "line twice":
        parts.insert(at, parts[at])
    elif how == "cut":
        parts[at:] = [parts[at][: draw(st.integers(0, 20))]]
    raw = (
        ("\r\n" if how == "crlf" else "\n").join(parts * (2 if how == "twice" else 1)).encode("utf-8", "surrogatepass")
    )
    if how == "utf-16":
        return raw.decode("utf-8", "replace").encode("utf-16")
    if how == "byte":
        return raw[: at * 7] + draw(st.binary(min_size=1, max_size=4)) + raw[at * 7 :]
    return b"\xef\xbb\xbf" + raw if how == "bom" else raw


def _places(tree):
    for key in list(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ():
        yield tree, key
        yield from _places(tree[key])
