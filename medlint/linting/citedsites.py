"""Which site the references of a page lead to, if they all lead to one."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from medlint.documents.model import Reference

OWN_SITE = "the page's own site"
FEWEST = 2  # references before they tell anything of a habit

# Hosts that only point to what others have published.
_LIBRARIES = ("doi.org", "nih.gov", "pubmed.gov", "cochranelibrary.com", "europepmc.org", "who.int", "nice.org.uk")
_OFFICIAL = (".gov", ".edu", ".gov.uk", ".nhs.uk", ".ac.uk", ".gov.au", ".edu.au", ".europa.eu")


def only_site(references: Iterable[Reference], known_urls: Iterable[str]) -> str | None:
    """The one site that every reference leads to, else None.

    None too where a reference bears no address, or the site is a library, an authority, or that of a source in
    `known_urls`: then somebody else published it. A relative address leads to the page's own site.
    """
    hosts = [_host(reference.url) for reference in references]
    if len(hosts) < FEWEST or None in hosts or len(set(hosts)) != 1:
        return None
    host = hosts[0]
    return None if host is None or _published_elsewhere(host, known_urls) else host


def _host(url: str | None) -> str | None:
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("", "http", "https"):
        return None
    return (parts.hostname or "").removeprefix("www.") or OWN_SITE


def _published_elsewhere(host: str, known_urls: Iterable[str]) -> bool:
    library = any(host == name or host.endswith(f".{name}") for name in _LIBRARIES)
    return library or host.endswith(_OFFICIAL) or host in {_host(url) for url in known_urls}
