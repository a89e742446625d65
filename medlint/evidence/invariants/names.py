"""A name means one thing; an intervention has names that patients use; an ambiguous name has cues that decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from medlint.evidence.inventory import Inventory
from medlint.evidence.models import ConceptRecord, Source
from medlint.evidence.naming import plain_names
from medlint.evidence.problems import Entry, Problem
from medlint.language.concepts import ConceptKind
from medlint.language.normal import normalise

Place = tuple[str | int, ...]


def one_meaning_for_a_name(inventory: Inventory) -> Iterator[Problem]:
    """No name stands in two concepts or sources, however it is spelt, hyphenated or numbered."""
    first: dict[str, tuple[Entry, Place]] = {}
    for name, entry, place in _plain(inventory):
        before, there = first.setdefault(normalise(name), (entry, place))
        if before.record.id != entry.record.id:
            yield entry.problem(f"'{name}' is also a name of '{before.record.id}' ({before.where(*there)})", *place)


def no_name_is_a_decoy(inventory: Inventory) -> Iterator[Problem]:
    """No name is listed as meaning something else: a decoy would hide it everywhere."""
    owners = {normalise(name): entry for name, entry, _ in _plain(inventory)}
    owners |= {normalise(item.alias): entry for entry, record in _concepts(inventory) for item in record.ambiguous}
    for entry, record in _concepts(inventory):
        for index, decoy in enumerate(record.decoys):
            if owner := owners.get(normalise(decoy)):
                message = f"decoy '{decoy}' is a name of '{owner.record.id}' ({owner.where()})"
                yield entry.problem(message, "decoys", index)


def ambiguous_names_are_nowhere_plain(inventory: Inventory) -> Iterator[Problem]:
    """No name needs cues for one concept and none for another: the other would always win."""
    owners = {normalise(name): entry for name, entry, _ in _plain(inventory)}
    for entry, record in _concepts(inventory):
        for index, item in enumerate(record.ambiguous):
            if owner := owners.get(normalise(item.alias)):
                message = f"ambiguous '{item.alias}' is a plain name of '{owner.record.id}' ({owner.where()})"
                yield entry.problem(message, "ambiguous", index)


def ambiguous_names_have_cues(inventory: Inventory) -> Iterator[Problem]:
    """A cue is more than the ambiguous name itself, which is always near."""
    for entry, record in _concepts(inventory):
        for index, item in enumerate(record.ambiguous):
            name = normalise(item.alias)
            if all(normalise(cue) in ("", name) for cue in item.near):
                yield entry.problem(f"ambiguous '{item.alias}' has no cue but itself", "ambiguous", index)


def interventions_have_lay_names(inventory: Inventory) -> Iterator[Problem]:
    """Every intervention has a name that patients or marketing use."""
    for entry, record in _concepts(inventory):
        if record.kind is ConceptKind.INTERVENTION and not record.lay:
            yield entry.problem(f"intervention '{record.id}' has no lay name", severity="warning")


def _concepts(inventory: Inventory) -> Iterator[tuple[Entry, ConceptRecord]]:
    return inventory.every(ConceptRecord)


def _plain(inventory: Inventory) -> Iterator[tuple[str, Entry, Place]]:
    """Every name that needs no cue, its entry, and its place there."""
    for entry, record in _concepts(inventory):
        places = _places(record)
        yield from ((name, entry, places[name]) for name in plain_names(record))
    for entry, source in inventory.every(Source):
        yield from ((name, entry, ("names", index)) for index, name in enumerate(source.names))


def _places(record: ConceptRecord) -> Mapping[str, Place]:
    lists = (("lay", record.lay), ("aliases", record.aliases))
    listed = {name: (key, index) for key, names in lists for index, name in enumerate(names)}
    return {record.name: ("name",), **listed}
