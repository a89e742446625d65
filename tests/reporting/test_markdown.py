import html
import re

import pyromark
from hypothesis import example, given
from hypothesis import strategies as st

from medlint.reporting.markdowntext import escape
from medlint.reporting.terminal import printable

GFM = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_MATH
)


def as_html(text):
    return pyromark.html(text, options=GFM)


@given(st.text(st.sampled_from("ab1 *_`~[](){}<>#!|\\&@$:+-=.)w/\n\t'\"é痛"), max_size=30))
@example("<script>x</script>")
@example("[a](javascript:x) ![b](c)")
@example("1. one")
@example("- [ ] task")
@example("| a | b |\n| - | - |")
@example("&amp; &copy;")
@example("---")
@example("+")
def test_any_text_stays_text(text):
    shown = re.sub(r"</?(?:p|ul|li)>", "", as_html(f"- x{escape(text)} x" if text.strip() else "- xx"))
    visible = html.unescape(shown).replace("\u200b", "").replace("\n", "")
    words = printable(" ".join(text.split()))
    assert visible == (f"x{words} x" if text.strip() else "xx")


@given(st.text(st.sampled_from("ab1 *_`~[]<>#!|\\&+-=.):\n"), min_size=1, max_size=12))
def test_text_at_the_start_of_a_line_stays_text_too(text):
    words = printable(" ".join(text.split()))
    assert html.unescape(as_html(escape(text))) == (f"<p>{words}</p>\n" if words else "")


def test_nobody_is_called_and_nothing_is_linked_by_itself():
    text = escape("ask @someone at https://a.example or www.b.example")
    assert "@&#8203;someone" in text
    assert r"https\://" in text
    assert r"www\.b" in text


def test_a_finding_has_its_words_evidence_and_wording(reports, rendered):
    assert rendered("markdown", reports["plain"]) == (
        "# medlint\n"
        "\n"
        "1 file checked: 0 errors, 1 warning, 0 info. 3 sentences, 2 claims: 1 covered by the database, 1 not.\n"
        "\n"
        "## page.md\n"
        "\n"
        "- **warning** OVS103 unsupported-durability, line 1: "
        "Promises relief for longer than any study has measured.\n"
        "  > It brings <b>lasting relief</b>.\n"
        "\n"
        "  - Evidence: Example Society: review (2020): relief was gone within 6 weeks\n"
        "  - Instead: may bring relief for some weeks\n"
    )


def test_what_is_quoted_cannot_become_markup(reports, rendered):
    page = as_html(rendered("markdown", reports["nasty"]))
    assert set(re.findall(r"<(\w+)", page)) == {"h1", "h2", "p", "ul", "li", "strong", "blockquote", "b"}
    assert "&lt;script&gt;" in page


def test_a_file_that_could_not_be_checked_is_told(reports, rendered):
    assert "- **not checked**: scan.pdf: not text" in rendered("markdown", reports["failed"])


def test_a_word_in_the_middle_keeps_its_neighbours(rendered, make_report):
    assert "> a non-<b>invasive</b>-ish way" in rendered("markdown", make_report("a non-invasive-ish way", "invasive"))
