"""What stands on a page and is not its article."""

import pytest
from readings import heading_above, html, markdown, outline, plain, texts

LONG = " ".join(["Care for a sore back starts with movement, warmth and patience."] * 5)


@pytest.mark.parametrize(
    ("aside", "reason"),
    [
        ("<nav><a href=/>Home</a> Menu</nav>", "navigation"),
        ("<header><p>Clinic of the Year</p></header>", "header"),
        ("<footer>Call us</footer>", "footer"),
        ("<aside>Offers</aside>", "aside"),
        ("<form><p>Your name</p><input></form>", "form"),
        ("<script>let a = 'b'</script>", "script"),
        ("<noscript>Enable scripts</noscript>", "noscript"),
        ("<style>p {}</style>", "style"),
        ("<template><p>x</p></template>", "template"),
        ("<svg><title>Icon</title><text>x</text></svg>", "image"),
        ("<iframe>x</iframe>", "media"),
        ("<select><option>x</select>", "form"),
        ("<button>Book now</button>", "form"),
        ("<pre>x</pre>", "code"),
        ("<div role=navigation>x</div>", "navigation"),
        ("<div role='banner'>x</div>", "header"),
        ("<div role=contentinfo>x</div>", "footer"),
        ("<div role=search>x</div>", "form"),
        ("<div id=cookie-notice><p>We use them.</p></div>", "cookie-banner"),
        ("<div class='js gdprBanner'><p>We use them.</p></div>", "cookie-banner"),
        ("<div aria-label='Cookie settings'><p>We use them.</p></div>", "cookie-banner"),
        ("<div hidden>x</div>", "hidden"),
        ("<p aria-hidden=true>x</p>", "aria-hidden"),
        ("<div style='color: red; display: none'>x</div>", "hidden"),
        ("<!-- x -->", "comment"),
        ("<img alt='x' src=y>", "alt"),
        ("<ul><li><a href=/a>Backs</a></ul>", "links"),
        ("<p>www.example.org/backs</p>", "url"),
    ],
)
def test_a_part_of_a_web_page_is_skipped(aside, reason):
    document = html(f"<body><p>Before.</p>{aside}<main><h1>Backs</h1><p>After.</p></main></body>")
    assert outline(document) == [("paragraph", "Before."), ("heading", "Backs"), ("paragraph", "After.")]
    assert document.skipped == {reason: 1}


@pytest.mark.parametrize(
    "page",
    [
        "<article><header><h1>Backs</h1></header><p>Text.</p></article>",
        "<header><h1>Backs</h1></header><p>Text.</p>",
        "<form id=page><h1>Backs</h1><p>Text.</p></form>",
        "<body style='visibility: hidden'><h1>Backs</h1><p>Text.</p></body>",
        "<body class='cookies-not-set'><h1>Backs</h1><p>Text.</p></body>",
        "<div class='with-cookie-bar'><h1>Backs</h1><p>Text.</p></div>",
        "<div class='has-references'><h1>Backs</h1><p>Text.</p></div>",
        "<section id=informed-consent><h1>Backs</h1></section><section id=patient-consent><p>Text.</p></section>",
        "<h1><a href=/backs>Backs</a></h1><p hidden=until-found>Text.</p>",
    ],
)
def test_a_part_that_holds_the_article_is_kept(page):
    assert outline(html(page)) == [("heading", "Backs"), ("paragraph", "Text.")]


def test_a_form_around_a_whole_page_is_kept_even_without_a_heading():
    assert texts(html("<form>" + f"<p>{LONG}</p>" * 7 + "</form>")) == [LONG] * 7


def test_the_banner_of_a_site_is_skipped_where_the_article_has_its_own_heading():
    assert texts(html("<header><h1>Clinic</h1>Since 1990</header><main><h1>Backs</h1></main>")) == ["Backs"]


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("[Read about knees](/knees)\n", []),
        ("- [Knees](/knees)\n- [Hips](/hips)\n", []),
        (
            "Care starts with:\n\n- [walking](/walking)\n- [swimming](/swimming)\n",
            ["Care starts with:", "walking", "swimming"],
        ),
        ("On this page:\n\n- [Walking](#walking)\n", ["On this page:"]),
        ("[Heat packs](/heat) and [ice](/ice) may help.\n", ["Heat packs and ice may help."]),
        ("# [Knees](/knees)\n", ["Knees"]),
    ],
)
def test_blocks_of_links_are_no_prose_but_sentences_with_links_are(source, kept):
    assert texts(markdown(source)) == kept


def test_a_reference_list_is_metadata():
    source = (
        "# Backs\n\nText.\n\n## References\n\n1. Doe J. Backs. 2020. https://example.org/1\n2. [Roe K. Necks.](https://example.org/2)\n"
        "3. <https://example.org/3>\n\n### Guidelines\n\n- NICE, 2020\n\n## After\n\nMore.\n"
    )
    document = markdown(source)
    assert texts(document) == ["Backs", "Text.", "After", "More."]
    assert document.skipped["references"] == 6
    assert [(reference.text, reference.url) for reference in document.metadata.references] == [
        ("Doe J. Backs. 2020.", "https://example.org/1"),
        ("Roe K. Necks.", "https://example.org/2"),
        ("https://example.org/3", "https://example.org/3"),
        ("NICE, 2020", None),
    ]
    first = document.metadata.references[0]
    assert source[first.start : first.end] == "Doe J. Backs. 2020."


@pytest.mark.parametrize(
    "heading",
    ["Sources", "REFERENCES:", "7. Bibliography", "Citations", "Further reading", "References & further reading"],
)
def test_a_reference_list_by_any_name(heading):
    document = markdown(f"Text.\n\n## {heading}\n\nDoe J. Backs.\n")
    assert texts(document) == ["Text."]
    assert [reference.text for reference in document.metadata.references] == ["Doe J. Backs."]


def test_a_heading_that_only_mentions_sources_is_kept():
    assert texts(markdown("## Sources of pain\n\nDiscs.\n")) == ["Sources of pain", "Discs."]


def test_a_paragraph_named_like_a_reference_list_counts_before_a_list_only():
    assert texts(markdown("Sources:\n\n- Doe J. Backs.\n\nMore.\n")) == ["More."]
    assert texts(markdown("Sources\n\nMore.\n")) == ["Sources", "More."]


def test_a_reference_list_marked_by_its_element():
    document = html(
        "<p>Text.</p><ol class='wp references'><li>Doe J. <a href='https://example.org'>Backs</a>.</ol><p>More.</p>"
    )
    assert texts(document) == ["Text.", "More."]
    assert document.metadata.references[0].url == "https://example.org"


def test_short_lines_in_the_references_of_a_text_do_not_end_them():
    document = plain(
        f"Backs\n\n{LONG}\n\nReferences\n\nGuideline\n\nBacks at work\n\nDoe and Roe, 2020\n\n"
        "Related Questions\n\nIs heat good?\n"
    )
    assert texts(document) == ["Backs", LONG]
    assert [reference.text for reference in document.metadata.references] == [
        "Guideline",
        "Backs at work",
        "Doe and Roe, 2020",
    ]
    assert document.skipped == {"references": 4, "related": 2}


def test_a_long_paragraph_after_a_heading_ends_the_references_of_a_text():
    assert texts(plain(f"Backs\n\n{LONG}\n\nSources\n\nDoe and Roe, 2020\n\nThe upshot\n\n{LONG}x."))[2:] == [
        "The upshot",
        f"{LONG}x.",
    ]


@pytest.mark.parametrize(
    "heading", ["Related questions", "Continue Learning about Backs", "You may also like", "Read more"]
)
def test_what_is_related_is_not_the_article(heading):
    document = markdown(f"# Backs\n\nText.\n\n## {heading}\n\nWhat of necks?\n\n### Really?\n\n## After\n\nMore.\n")
    assert texts(document) == ["Backs", "Text.", "After", "More."]
    assert document.skipped == {"related": 3}


@pytest.mark.parametrize("heading", ["Have a follow-up question?", "Ask a question", "Subscribe to our newsletter"])
def test_a_box_that_invites_readers_is_not_the_article(heading):
    document = plain(f"Backs\n\n{LONG}\n\n{heading}\n\nOur experts answer with the best that there is.\n")
    assert texts(document) == ["Backs", LONG]
    assert document.skipped == {"invitation": 2}


def test_a_stray_read_more_does_not_swallow_a_text():
    assert LONG + "x." in texts(plain(f"Backs\n\n{LONG}\n\nRead more\n\n{LONG}x."))


@pytest.mark.parametrize(
    "text",
    [
        "This page is for information purposes only.",
        "It is not a substitute for professional advice, a diagnosis or a visit.",
        "Nothing here is meant to harm, and it does not replace professional advice.",
    ],
)
def test_a_paragraph_that_disclaims_is_a_disclaimer(text):
    assert outline(markdown(f"Text.\n\n{text}\n")) == [("paragraph", "Text."), ("disclaimer", text)]


def test_what_stands_under_a_disclaimer_heading_is_one():
    document = markdown("# Backs\n\n## Medical disclaimer\n\nAsk your doctor.\n\n## Heat\n\nText.\n")
    assert [b.kind.value for b in document.blocks] == ["heading", "heading", "disclaimer", "heading", "paragraph"]
    assert heading_above(document, "Ask") == "Medical disclaimer"


def test_a_claim_about_substitutes_is_no_disclaimer():
    assert outline(markdown("An injection is not a substitute for surgery.\n"))[0][0] == "paragraph"


def test_a_disclaimer_among_related_pages_is_kept():
    document = markdown("Text.\n\n## Related articles\n\nNecks\n\nThis is not medical advice.\n")
    assert outline(document) == [("paragraph", "Text."), ("disclaimer", "This is not medical advice.")]
