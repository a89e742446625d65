"""What people can see of a page and medlint does not read is counted, piece by piece and word by word."""

import pytest
from readings import html, markdown, plain, texts

from medlint.documents.leftout import LeftOut, names, told

THREE = "It heals backs"


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        (f"<nav>{THREE}</nav>", "navigation"),
        (f"<aside><p>{THREE}</aside>", "aside"),
        (f"<footer>{THREE}</footer>", "footer"),
        (f"<header><p>{THREE}</header>", "header"),
        (f"<button>{THREE}</button>", "form"),
        (f"<form><p>{THREE}</form>", "form"),
        (f"<select><option>{THREE}</select>", "form"),
        (f"<textarea>{THREE}</textarea>", "form"),
        (f"<dialog open>{THREE}</dialog>", "dialog"),
        (f"<noscript>{THREE}</noscript>", "noscript"),
        (f"<object>{THREE}</object>", "media"),
        (f"<svg><text>{THREE}</text></svg>", "image"),
        (f"<math><mtext>{THREE}</mtext></math>", "formula"),
        (f"<ruby><rt>{THREE}</rt></ruby>", "ruby"),
        (f"<pre>{THREE}</pre>", "code"),
        (f"<p>So <code>{THREE}</code>", "code"),
        (f"<p>So <s>{THREE}</s>", "deleted"),
        (f"<p><a href=/x>{THREE}</a>", "links"),
        (f"<img src=x alt='{THREE}'>", "alt"),
        (f"<p aria-hidden=true>{THREE}", "aria-hidden"),
        (f"<p hidden>{THREE}", "hidden"),
        (f"<p style='display:none'>{THREE}", "hidden"),
        (f"<div role=navigation>{THREE}</div>", "navigation"),
        (f"<div id=cookie-notice><p>{THREE}</div>", "cookie-banner"),
        (f"<!-- {THREE}", "unclosed-comment"),
        ("<nav>It&nbsp;heals<li>backs&rsquo;</nav>", "navigation"),
    ],
)
def test_a_part_of_a_web_page_that_is_not_read_is_counted(part, reason):
    document = html(f"<body><main><h1>Backs</h1><p>Read this.</p></main>{part}")
    assert document.left_out == (LeftOut(reason, 1, 3),)
    assert reason in names()


@pytest.mark.parametrize(
    ("part", "reason", "pieces", "words"),
    [
        (f"    {THREE}\n", "code", 1, 3),
        (f"```\n{THREE}\n{THREE}\n```\n", "code", 1, 6),
        (f"So `{THREE}` and `this`.\n", "code", 2, 4),
        (f"So ~~{THREE}~~.\n", "deleted", 1, 3),
        (f"[{THREE}](/x)\n", "links", 1, 3),
        (f"So ![{THREE}](/x.png).\n", "alt", 1, 3),
        (f"## References\n\n{THREE}\n\n- {THREE}\n", "references", 3, 7),
        (f"## Related articles\n\n{THREE}\n", "related", 2, 5),
        (f"## Ask a question\n\n{THREE}\n", "invitation", 2, 6),
        (f"<!-- {THREE}\n\n{THREE}\n", "unclosed-comment", 1, 6),
        (f"<aside>\n{THREE}\n</aside>\n", "aside", 1, 3),
    ],
)
def test_a_part_of_a_markdown_page_that_is_not_read_is_counted(part, reason, pieces, words):
    assert markdown(f"# Backs\n\nRead this.\n\n{part}").left_out == (LeftOut(reason, pieces, words),)


@pytest.mark.parametrize(
    "matter", ["+++\ntitle = 'x y'\n+++\n", "---\ntitle: [x y\n---\n", "---\na: &b x\nc: *b\n---\n"]
)
@pytest.mark.parametrize("read", [markdown, html, plain])
def test_front_matter_that_cannot_be_read_is_counted(matter, read):
    document = read(f"{matter}\nRead this.\n")
    assert [(part.reason, part.pieces) for part in document.left_out] == [("front-matter", 1)]
    assert document.left_out[0].words == len(matter.split()) - 2


def test_what_nobody_sees_and_what_is_no_text_is_not_reported():
    page = (
        "<script>a b</script><style>p {}</style><template>x</template><!-- note --><p>See https://example.org now.</p>"
    )
    assert html(page).left_out == ()
    assert html("<nav></nav><button> </button><img alt='' src=x><p>Read this.</p>").left_out == ()


@pytest.mark.parametrize(
    "attributes",
    [
        "style='display:none;display:block'",
        "style='visibility:hidden; visibility: visible'",
        "style='display:none;/* */DISPLAY:Block'",
        "style='display:none; display: inline-block !important'",
        "style='display:block !important; display:none'",
        "style='/* display:none */color:red'",
        "style='display:none\\9'",
        "hidden style='display:block'",
        "hidden=until-found",
        "aria-hidden=false",
        "style='--display:none'",
    ],
)
def test_what_a_contradictory_style_shows_is_read(attributes):
    assert texts(html(f"<p {attributes}>Read this.</p>")) == ["Read this."]


@pytest.mark.parametrize(
    "attributes",
    [
        "style='display:block;display:none'",
        "style='display:none;display:nonsense'",
        "style='display:none !important;display:block'",
        "style='visibility:hidden;display:block'",
        "style='display:/**/none'",
        "style=' color:red ;visibility : collapse'",
        "hidden style='color:red'",
    ],
)
def test_what_its_style_hides_is_left_out(attributes):
    document = html(f"<p {attributes}>Read this.</p>")
    assert (texts(document), document.left_out) == ([], (LeftOut("hidden", 1, 2),))


def test_every_reason_has_a_plain_name_in_one_line():
    assert told([LeftOut("navigation", 2, 41), LeftOut("code", 1, 1)]) == (
        "41 words of menus, 1 word of code and preformatted text"
    )


def test_a_style_of_a_million_blanks_is_read_at_once():
    assert texts(html(f"<p style='display:none{' ' * 1_000_000}x'>Read this.</p>")) == ["Read this."]
