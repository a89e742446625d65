"""Sources as messages name them."""

from __future__ import annotations

from medlint.evidence.models import Source
from medlint.linting.messages import shorten

NAME_LENGTH = 48  # characters of a source's name in a message


def cited_as(source: Source) -> str:
    """A source as articles cite it, else by its organisation, with its year: "NICE 2016"."""
    name = shorten(source.names[0] if source.names else source.organisation, NAME_LENGTH)
    return name if str(source.year) in name else f"{name} {source.year}"
