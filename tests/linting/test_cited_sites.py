"""References that all lead to one site."""

from __future__ import annotations

import pytest

from medlint.documents.model import Reference
from medlint.linting.citedsites import OWN_SITE, only_site


def references(*urls):
    return [Reference("x", 0, 1, url) for url in urls]


@pytest.mark.parametrize(
    ("urls", "site"),
    [
        (["/guides/a", "../b"], OWN_SITE),
        (["https://www.clinic.example/a", "http://clinic.example/b"], "clinic.example"),
        (["https://clinic.example/a", "https://journal.example/b"], None),
        (["/guides/a", "https://journal.example/b"], None),
        (["https://clinic.example/a"], None),
        (["https://clinic.example/a", None], None),
        (["https://pubmed.ncbi.nlm.nih.gov/1/", "https://pubmed.ncbi.nlm.nih.gov/2/"], None),
        (["https://www.cdc.gov/a", "https://www.cdc.gov/b"], None),
        (["https://society.example/a", "https://society.example/b"], None),
        (["https://[broken/a", "https://[broken/b"], None),
        ([], None),
    ],
)
def test_the_one_site_that_every_reference_leads_to(urls, site):
    assert only_site(references(*urls), ["https://society.example/guideline"]) == site
