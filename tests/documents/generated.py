"""Generates pages together with the words that are prose on them."""

from dataclasses import dataclass

from hypothesis import strategies as st

WORDS = st.text(alphabet="abcdegiklmnoprtuxé\U0001f600ñ", min_size=1, max_size=6).map("w{}".format)
ENTITIES = st.sampled_from(
    [("&amp;", "&"), ("&eacute;t&eacute;", "été"), ("&#8217;", "’"), ("&#x3b1;", "\u03b1"), ("&nbsp;", "")]
)


@dataclass(frozen=True)
class Page:
    source: str
    words: tuple[str, ...]


def _piece(before, after=""):
    return st.lists(WORDS, min_size=1, max_size=3).map(lambda ws: (f"{before}{' '.join(ws)}{after}", ws))


def _hidden(before, after):
    return WORDS.map(lambda word: (f"{before}{word}{after}", []))


_ENTITY = ENTITIES.map(lambda entity: (entity[0], [entity[1]] if entity[1] else []))
MARKDOWN_INLINE = st.one_of(
    _piece(""),
    _ENTITY,
    _piece("*", "*"),
    _piece("**", "**"),
    _piece("<b>", "</b>"),
    _piece("[", '](https://example.org/hidden "hidden words")'),
    _hidden("`", " code`"),
    _hidden("<!-- ", " -->"),
    _hidden("![", "](picture.png)"),
    _hidden("https://example.org/", "/page"),
)
HTML_INLINE = st.one_of(
    _piece(""),
    _ENTITY,
    _piece("<b>", "</b>"),
    _piece("<span class='a > b'>", "</span>"),
    _piece('<a href="/x" title="hidden words">', "</a>"),
    _hidden("<code>", "</code>"),
    _hidden("<!-- ", " -->"),
    _hidden("<script>let a = '", "</p>';</script>"),
    _hidden('<img alt="', '">'),
    _hidden("<span hidden>", "</span>"),
)


@st.composite
def _lines(draw, inline, last="end."):
    """Lines of inline pieces; each begins with a word, so that no line begins another block."""
    lines, words = [], []
    for _ in range(draw(st.integers(1, 3))):
        first = draw(WORDS)
        pieces = draw(st.lists(inline, max_size=4))
        lines.append(" ".join([first, *(piece for piece, _ in pieces), last]))
        words += [first, *(word for _, ws in pieces for word in ws), last]
    return lines, words


def _indented(lines, first, rest):
    return [prefix + line for prefix, line in zip([first] + [rest] * len(lines), lines, strict=False)]


@st.composite
def markdown_pages(draw):
    source, words = [], []
    for _ in range(draw(st.integers(1, 5))):
        kind = draw(st.sampled_from(["paragraph", "heading", "list", "quote", "table", "html"]))
        lines, said = draw(_lines(MARKDOWN_INLINE if kind != "html" else HTML_INLINE))
        if kind == "heading":
            lines = ["## " + " ".join(lines)]
        elif kind == "list":
            depth = draw(st.integers(0, 3))
            outer = [f"{'  ' * level}- wouter" for level in range(depth)]
            said = ["wouter"] * depth + said
            lines = outer + _indented(lines, "  " * depth + "- ", "  " * depth + "  ")
        elif kind == "quote":
            lines = _indented(lines, "> ", draw(st.sampled_from(["> ", ">"])))
        elif kind == "table":
            lines = ["| whead | whead |", "|---|---|", f"| wlabel | {' '.join(lines)} |"]
            said = ["whead", "whead", "wlabel", *said]
        elif kind == "html":
            lines = ["<div>", "<p>" + lines[0], *lines[1:], "</p></div>"]
        source += [*lines, ""]
        words += said
    return Page(draw(st.sampled_from(["\n", "\r\n"])).join(source), tuple(words))


@st.composite
def html_pages(draw):
    spaces = st.sampled_from([" ", "\n", "\r\n\t", "  \n  "])
    source, words = ["<!doctype html><title>hidden</title><body>"], []
    for _ in range(draw(st.integers(1, 5))):
        lines, said = draw(_lines(HTML_INLINE))
        text = draw(st.sampled_from([" ", "<br>", "\r\n   "])).join(lines)
        kind = draw(st.sampled_from(["p", "h2", "ul><li", "table><tr><td", "blockquote", "div", "ul><li><p", "dl><dt"]))
        closing = (
            "".join(f"</{tag}>" for tag in reversed(kind.split("><"))) if kind[0] != "d" else f"</{kind.split('>')[0]}>"
        )
        source += [f"<{kind}>", text, closing]
        words += said
    return Page(draw(spaces).join(source), tuple(words))
