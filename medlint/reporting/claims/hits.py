"""What a search found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from medlint.evidence.gist import gist
from medlint.evidence.kinds import kind_of
from medlint.evidence.models import ConceptRecord
from medlint.evidence.searching import Hit
from medlint.reporting.claims.listing import INDENT
from medlint.reporting.jsontext import array
from medlint.reporting.layout import wrap
from medlint.reporting.options import Options
from medlint.reporting.terminal import paint, printable


def table(hits: Sequence[Hit], options: Options) -> Iterator[str]:
    """One entry a hit, the likeliest first: identifier, kind, how well and by which words it fits, what it says."""
    for hit in hits:
        by = f", by '{hit.matched}'" if hit.matched != hit.entry.id else ""
        yield f"{paint(hit.entry.id, options, bold=True)}\n"
        how = f"{_kind(hit)}, {hit.score:.0%}{by}"
        yield wrap(printable(how, options.encoding), options, first=INDENT, rest=INDENT) + "\n"
        yield wrap(gist(hit.entry), options, first=INDENT, rest=INDENT) + "\n"
    if not hits:
        yield "nothing found\n"


def as_json(hits: Sequence[Hit]) -> Iterator[str]:
    """The hits as one JSON array, one line a hit."""
    yield from array(
        {
            "id": hit.entry.id,
            "kind": _kind(hit),
            "score": round(hit.score, 4),
            "matched": hit.matched,
            "says": gist(hit.entry),
        }
        for hit in hits
    )
    yield "\n"


def _kind(hit: Hit) -> str:
    return str(hit.entry.kind) if isinstance(hit.entry, ConceptRecord) else kind_of(hit.entry)
