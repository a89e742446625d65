"""The page of one entry: what it says, where it comes from, who disputes it, what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from medlint.evidence.gist import gist
from medlint.evidence.kinds import kind_of
from medlint.evidence.models import ConceptRecord, Controversy, Record, Source
from medlint.evidence.provenance import Chain
from medlint.reporting.claims.listing import INDENT, fields, row
from medlint.reporting.jsontext import dump
from medlint.reporting.layout import wrap
from medlint.reporting.options import Options
from medlint.reporting.terminal import paint, printable

SEEN = ("locator", "verified", "seen_at", "checked_by", "checked_on", "review_by")
_TOLD_APART = {"id", "source", "says", *SEEN}
_LABEL = 18  # columns


def page(chain: Chain, place: str, options: Options, today: date | None = None) -> Iterator[str]:
    """The page as text, with the `place` of the entry ("file:line"). What is past its review on `today` is marked."""
    entry = chain.entry
    yield f"{paint(entry.id, options, bold=True)} ({_kind(entry)})\n"
    yield wrap(gist(entry), options, first=INDENT, rest=INDENT) + "\n"
    yield paint(printable(f"{INDENT}{place}", options.encoding), options, dim=True) + "\n"
    held = entry.model_dump(mode="json", exclude_unset=True)
    yield from _section("Record", _pairs(held, _TOLD_APART), options)
    yield from _section("Where it comes from", _origin(chain, held, today or date.today()), options)
    yield from _entries("Contested by", chain.contested_by, options)
    yield from _disputes(chain.controversies, options)
    yield from _entries("It rests on", chain.rests_on, options)
    for kind, members in groupby(sorted(chain.bears, key=_kind), key=_kind):
        yield from _entries(f"Named by: {kind}", members, options)


def as_json(chain: Chain, place: str) -> Iterator[str]:
    """The chain as one JSON object, with the place of the entry."""
    lists: Mapping[str, tuple[Record, ...]] = {
        "contested_by": chain.contested_by,
        "controversies": chain.controversies,
        "rests_on": chain.rests_on,
        "named_by": chain.bears,
    }
    source = fields(chain.source) if chain.source else None
    told = {key: [fields(record) for record in records] for key, records in lists.items()}
    yield dump({"entry": fields(chain.entry), "place": place, "source": source, **told}) + "\n"


def _origin(chain: Chain, held: Mapping[str, object], today: date) -> Iterator[tuple[str, str]]:
    """Source, place, copy, who and when; in the order in which one would follow them."""
    if chain.source:
        yield "source", f"{chain.source.id}: {gist(chain.source)}"
        yield "", _standing(chain.source)
    for key in SEEN:
        if key in held:
            due = key == "review_by" and date.fromisoformat(str(held[key])) < today
            yield key.replace("_", " "), f"{held[key]}{' (overdue)' if due else ''}"


def _standing(source: Source) -> str:
    address = source.url or (f"doi:{source.doi}" if source.doi else None)
    seen = f"seen: {source.verified}, checked on {source.checked_on}, review by {source.review_by}"
    return "; ".join(filter(None, (f"{source.kind}, {source.status}", address, seen)))


def _pairs(held: Mapping[str, object], without: Iterable[str]) -> Iterator[tuple[str, str]]:
    for key, value in held.items():
        if key not in without and value not in ([], False, ""):
            yield key.replace("_", " "), _written(value)


def _written(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_written, value))
    if isinstance(value, dict):  # an ambiguous name and its cues
        return f"{value['alias']} (near {', '.join(value['near'])})"
    return "yes" if value is True else str(value)


def _section(title: str, pairs: Iterable[tuple[str, str]], options: Options) -> Iterator[str]:
    rows = [
        wrap(value, options, first=f"{INDENT}{label:<{_LABEL}}", rest=" " * (len(INDENT) + _LABEL)) + "\n"
        for label, value in pairs
    ]
    if rows:
        yield from ("\n", paint(title, options, bold=True), "\n", *rows)


def _entries(title: str, entries: Iterable[Record], options: Options) -> Iterator[str]:
    rows = [piece for entry in entries for piece in row(entry, options)]
    if rows:
        yield from ("\n", paint(title, options, bold=True), "\n", *rows)


def _disputes(controversies: Iterable[Controversy], options: Options) -> Iterator[str]:
    for dispute in controversies:
        pairs = (
            ("topic", dispute.topic),
            ("for", f"{dispute.supporters_say} ({', '.join(dispute.supporters)})"),
            ("against", f"{dispute.critics_say} ({', '.join(dispute.critics)})"),
            ("in an article", dispute.handling),
        )
        yield from _section(f"In dispute: {dispute.id}", pairs, options)


def _kind(entry: Record) -> str:
    return str(entry.kind) if isinstance(entry, ConceptRecord) else kind_of(entry).replace("_", " ")
