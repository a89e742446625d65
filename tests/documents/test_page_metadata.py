"""Who wrote and reviewed a page, and when: front matter, `<meta>`, JSON-LD and the lines a reader sees."""

import json
from datetime import date

import pytest
from readings import html, markdown, outline, plain, texts

from medlint.documents.dates import parse_date
from medlint.documents.metadata import merged
from medlint.documents.model import Metadata


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-02", date(2024, 5, 2)),
        ("2024-05-02T10:00:00Z", date(2024, 5, 2)),
        ("2024/5", date(2024, 5, 1)),
        ("2 May 2024", date(2024, 5, 2)),
        ("2nd of May, 2024", date(2024, 5, 2)),
        ("May 2, 2024View policy", date(2024, 5, 2)),
        ("Sept. 9 2023", date(2023, 9, 9)),
        ("May 2024", date(2024, 5, 1)),
        ("25/12/2023", date(2023, 12, 25)),
        ("12/25/2023", date(2023, 12, 25)),
        ("03/04/2025", None),
        ("31 February 2024", None),
        ("2024-13-40", None),
        ("May we ask", None),
        ("", None),
    ],
)
def test_dates_as_people_write_them(text, day):
    assert parse_date(text) == day


def test_front_matter_tells_who_and_when():
    metadata = markdown(
        "---\nauthors:\n  - Jo Doe, MD\n  - name: Al Roe\nmedical_reviewer: Dr Em Poe\n"
        "date: 2024-05-02\nlastmod: 3 May 2024\n"
        "last_reviewed: 2024-06-01\nlang: en-GB\nreferences:\n  - Poe E. Backs. 2020\n  - title: Necks\n    url: https://example.org\n---\nText.\n"
    ).metadata
    assert metadata.authors == ("Jo Doe, MD", "Al Roe")
    assert metadata.reviewers == ("Dr Em Poe",)
    assert (metadata.published, metadata.modified, metadata.last_reviewed) == (
        date(2024, 5, 2),
        date(2024, 5, 3),
        date(2024, 6, 1),
    )
    assert metadata.language == "en-GB"
    assert [(r.text, r.url) for r in metadata.references] == [
        ("Poe E. Backs. 2020", None),
        ("Necks", "https://example.org"),
    ]


@pytest.mark.parametrize(
    ("yaml", "title"),
    [
        ("title: Backs and necks", "Backs and necks"),
        ('title: "Backs \\"and\\" caf\\u00e9s"', 'Backs "and" cafés'),
        ("title: >-\n  Backs\n  and necks", "Backs and necks"),
        ("title: |\n  Backs\n  and necks", "Backs and necks"),
        ("title: Backs\n  and necks", "Backs and necks"),
        ("title: 'Backs\n\n  and necks'", "Backs and necks"),
    ],
)
def test_a_title_in_any_yaml_style_is_prose(yaml, title):
    document = markdown(f"---\n{yaml}\n---\nText.\n")
    assert outline(document)[0] == ("title", title)
    start, end = document.blocks[0].source_span(0, 5)
    assert document.source[start:end] == "Backs"


@pytest.mark.parametrize(
    "matter",
    [
        "---\ntitle: [unclosed\n---\n",
        "---\ntitle: a: b: c\n---\n",
        "---\na: &x [1]\nb: *x\n---\n",
        "---\na: " + "[" * 5000 + "\n---\n",
        '+++\ntitle = "Backs"\n+++\n',
    ],
)
def test_front_matter_that_cannot_be_read_is_skipped(matter):
    document = markdown(matter + "Text.\n")
    assert texts(document) == ["Text."]
    assert document.skipped == {"front-matter": 1}


def test_empty_front_matter_is_none():
    assert texts(markdown("---\n---\nText.\n")) == ["Text."]
    assert texts(markdown("---\r\nlayout: page\r\n---\r\nText.\r\n")) == ["Text."]


@pytest.mark.parametrize("source", ["---\n\nText.\n\n---\n", "---\nText with no keys.\n---\n", "---\nText.\n"])
def test_text_between_rules_is_prose(source):
    assert len(texts(markdown(source))) == 1


def test_meta_elements_tell_who_and_when():
    metadata = html(
        "<html lang=en><meta name=author content='Jo Doe'>"
        "<meta property='article:published_time' content='2024-05-02T08:00'>"
        "<meta property='article:modified_time' content='2024-06-02'><meta name=viewport content=x><p>Text</p>"
    ).metadata
    assert (metadata.language, metadata.authors) == ("en", ("Jo Doe",))
    assert (metadata.published, metadata.modified) == (date(2024, 5, 2), date(2024, 6, 2))


def test_json_ld_tells_who_and_when_and_from_what():
    data = {
        "@graph": [
            {"@type": "WebSite", "name": "Clinic", "datePublished": "1999-01-01"},
            {"@type": "Person", "@id": "#jo", "name": "Jo Doe"},
            {
                "@type": ["MedicalWebPage"],
                "author": {"@id": "#jo"},
                "reviewedBy": [{"@type": "Person", "name": "Em Poe, MD"}],
                "lastReviewed": "2024-07-01",
                "datePublished": "2024-05-02",
                "dateModified": "2024-06-02",
                "citation": ["Poe E. Backs.", {"name": "Necks", "url": "https://example.org"}],
            },
        ]
    }
    document = html(f'<script type="application/ld+json">{json.dumps(data)}</script><p>Text</p>')
    metadata = document.metadata
    assert (metadata.authors, metadata.reviewers) == (("Jo Doe",), ("Em Poe, MD",))
    assert (metadata.published, metadata.modified, metadata.last_reviewed) == (
        date(2024, 5, 2),
        date(2024, 6, 2),
        date(2024, 7, 1),
    )
    assert [(r.text, r.url) for r in metadata.references] == [("Poe E. Backs.", None), ("Necks", "https://example.org")]
    assert texts(document) == ["Text"]


@pytest.mark.parametrize(
    "data", ["{", "[" * 100_000, '{"author": 1, "citation": [null, {}]}', "9" * 5000, '"x"', "null"]
)
def test_odd_json_ld_tells_nothing(data):
    metadata = html(f'<script type="application/ld+json">{data}</script><p>Text</p>').metadata
    assert (metadata.authors, metadata.references) == ((), ())


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("By Jo Doe", {"authors": ("Jo Doe",)}),
        ("Written by Jo Doe, MD and Al Roe", {"authors": ("Jo Doe, MD", "Al Roe")}),
        (
            "Medically reviewed by Em Poe, MD on May 2, 2024",
            {"reviewers": ("Em Poe, MD",), "last_reviewed": date(2024, 5, 2)},
        ),
        ("Reviewed by: Dr Em Poe (2 May 2024)", {"reviewers": ("Dr Em Poe",), "last_reviewed": date(2024, 5, 2)}),
        ("Last reviewed: 2 May 2024", {"last_reviewed": date(2024, 5, 2)}),
        ("Page last reviewed 02 May 2024", {"last_reviewed": date(2024, 5, 2)}),
        ("Last updated: May 2, 2024", {"modified": date(2024, 5, 2)}),
        ("Updated on 2024-05-02", {"modified": date(2024, 5, 2)}),
        ("Published: 2 May 2024 | Written by Jo Doe", {"published": date(2024, 5, 2), "authors": ("Jo Doe",)}),
        ("Published: 2 May 2024 · Written by Jo Doe", {"published": date(2024, 5, 2), "authors": ("Jo Doe",)}),
        ("Published: 2 May 2024 – Written by Jo Doe", {"published": date(2024, 5, 2), "authors": ("Jo Doe",)}),
        ("2 May 2024", {"published": date(2024, 5, 2)}),
        ("By easing pain, warmth helps many.", {}),
        ("By Monday", {}),
        ("Reviewed evidence suggests that warmth helps", {}),
        ("Updated advice says to move", {}),
    ],
)
def test_a_visible_line_tells_who_and_when(line, told):
    for read, source in (
        (markdown, f"# Backs\n\n{line}\n\nText."),
        (plain, f"Backs\n\n{line}\n\nText."),
        (html, f"<h1>Backs</h1><p>{line}<p>Text."),
    ):
        metadata = read(source).metadata
        found = {
            field: getattr(metadata, field)
            for field in ("authors", "reviewers", "published", "modified", "last_reviewed")
            if getattr(metadata, field)
        }
        assert found == told


def test_a_bare_by_deep_in_the_text_is_no_byline():
    assert markdown("Text.\n\n" * 20 + "By Jo Doe\n").metadata.authors == ()


def test_front_matter_outweighs_the_visible_line():
    metadata = markdown("---\nauthor: Jo Doe\n---\nBy Al Roe\n\nLast reviewed: 2 May 2024\n").metadata
    assert (metadata.authors, metadata.last_reviewed) == (("Jo Doe",), date(2024, 5, 2))


def test_the_references_of_all_sources_are_those_of_the_page():
    metadata = html(
        "---\nreferences:\n  - Backs. 2020\n---\n"
        '<script type="application/ld+json">{"@type": "Article", "citation": ["Necks. 2021"]}</script>'
        "<p>Warmth helps.<h2>References</h2><ol><li>Legs. 2022</ol>"
    ).metadata
    assert {reference.text for reference in metadata.references} == {"Backs. 2020", "Necks. 2021", "Legs. 2022"}


def test_what_one_source_leaves_empty_another_tells():
    merged_ones = merged([Metadata(title=""), Metadata(title="Backs", language="")])
    assert (merged_ones.title, merged_ones.language) == ("Backs", None)
