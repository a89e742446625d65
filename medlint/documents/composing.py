"""Cuts the article out of what was read: what is prose, what is metadata, what is skipped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from medlint.documents.boilerplate import mostly_links, reasons
from medlint.documents.bylines import bylines
from medlint.documents.drafts import Draft, Reading
from medlint.documents.leftout import Tally
from medlint.documents.metadata import merged
from medlint.documents.model import BlockKind, Document, Metadata, Reference
from medlint.documents.outline import outline
from medlint.documents.position import Format
from medlint.documents.sections import REFERENCES, RELATED, cites, heads, outside


def compose(reading: Reading, source: str, form: Format, path: str) -> Document:
    """The document that a reading of `source` amounts to."""
    titles = [draft for draft in reading.drafts if draft.kind is BlockKind.TITLE and draft.segments]
    body = reading.drafts
    left_out = _left_out(reading)
    skipped = _tally(reading, left_out)
    kept = [
        reason is None and draft.kind is not BlockKind.TITLE and bool(draft.segments)
        for draft, reason in zip(body, left_out, strict=True)
    ]
    heads = _heads((*reading.heads, *titles))
    visible = bylines(draft.text for draft, reason in zip(body, left_out, strict=True) if reason != RELATED)
    metadata = merged([_of_heads(reading.metadata, heads), visible])
    references = _references(body, left_out)
    return Document(
        path,
        form,
        source,
        outline(heads, body, kept),
        replace(metadata, references=(*references, *metadata.references)) if references else metadata,
        dict(sorted(skipped.items())),
        reading.comments,
        tuple(skipped.seen()),
    )


def _tally(reading: Reading, left_out: Sequence[str | None]) -> Tally:
    """What was left out while the page was read, and the drafts left out since."""
    tally = Tally(reading.skipped)
    tally.words.update(reading.skipped.words)
    for draft, reason in zip(reading.drafts, left_out, strict=True):
        if reason is not None:
            tally.add(reason, draft.text, draft.span[0])
    return tally


def _left_out(reading: Reading) -> list[str | None]:
    """For every draft the reason why it is no prose, or `None`."""
    by_region = reasons(reading.regions, reading.drafts)
    found = [by_region[draft.region] for draft in reading.drafts]
    inside = [number for number, reason in enumerate(found) if reason is None]
    for number, reason in zip(inside, outside([reading.drafts[number] for number in inside]), strict=True):
        found[number] = reason or _own_reason(reading.drafts[number], reading.drafts)
    return found


def _own_reason(draft: Draft, drafts: Sequence[Draft]) -> str | None:
    """Why a draft by itself is no prose: a citing footnote, or links.

    List items that a sentence introduces are kept, unless they only point to parts of the page.
    """
    if draft.note and cites(draft):
        return REFERENCES
    if not mostly_links(draft):
        return None
    contents = all(link.url.startswith("#") for link in draft.links)
    introduced = draft.lead is not None and drafts[draft.lead].text.endswith(":") and not contents
    return None if introduced else "links"


def _heads(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The first title and the first description."""
    firsts: dict[BlockKind, Draft] = {}
    for draft in drafts:
        firsts.setdefault(draft.kind, draft)
    return tuple(firsts[kind] for kind in (BlockKind.TITLE, BlockKind.DESCRIPTION) if kind in firsts)


def _of_heads(metadata: Metadata, heads: Iterable[Draft]) -> Metadata:
    """The metadata with the title and description that are blocks of the document."""
    texts = {head.kind: head.text for head in heads}
    if not texts:
        return metadata
    return replace(
        metadata,
        title=texts.get(BlockKind.TITLE, metadata.title),
        description=texts.get(BlockKind.DESCRIPTION, metadata.description),
    )


def _references(drafts: Iterable[Draft], left_out: Iterable[str | None]) -> tuple[Reference, ...]:
    """The entries of the reference lists; headings are none, but for short lines that only look like one."""
    return tuple(
        Reference(draft.text or draft.links[0].url, *draft.span, draft.links[0].url if draft.links else None)
        for draft, reason in zip(drafts, left_out, strict=True)
        if reason == REFERENCES and (draft.kind is not BlockKind.HEADING or (draft.inferred and not heads(draft.text)))
    )
