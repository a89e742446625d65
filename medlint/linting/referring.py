"""What the conditions of rules name must be there: treatments, conditions and records of the database, and cues."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from medlint.errors import DataError
from medlint.evidence.database import Database
from medlint.evidence.models import Record
from medlint.evidence.similar import hint
from medlint.language.concepts import ConceptKind
from medlint.language.cues import load_cues
from medlint.language.patterns import load_patterns
from medlint.linting.rule import Rule
from medlint.linting.rulebook import Rulebook

Path = tuple[str | int, ...]
_Fault = Callable[[str, Database], str | None]

_TREATMENTS = (ConceptKind.INTERVENTION, ConceptKind.CONSERVATIVE_CARE)


def require_known(rulebook: Rulebook, database: Database) -> None:
    """Raise `DataError` ("file:line: what is wrong, and what was meant") for a condition that names what there is not.

    Such a condition would never hold, or always, and nobody would learn of it.
    """
    for rule in rulebook.rules:
        for path, name in _named(rule):
            key = str(next(step for step in reversed(path) if isinstance(step, str)))
            if fault := _FAULTS[key](name, database):
                raise DataError(f"{rulebook.place(rule, path)}: {key}: {fault}")


def _named(rule: Rule) -> Iterator[tuple[Path, str]]:
    """What the conditions of a rule name, and the path at which they do."""
    for number, conditions in enumerate(rule.sets):
        for key in _FAULTS.keys() & conditions.model_fields_set:
            for index, name in enumerate(getattr(conditions, key)):
                yield ("when", number, key, index), name


def _no_concept(name: str, database: Database, kinds: tuple[ConceptKind, ...], sort: str) -> str | None:
    if name in database.concepts and database.concepts[name].kind in kinds:
        return None
    pool = {each: concept for each, concept in database.concepts.items() if concept.kind in kinds}
    return f"no {sort} is called '{name}'{_meant(name, pool)}"


def _no_comparator(name: str, database: Database) -> str | None:
    words = {pattern.comparator for group in load_patterns().values() for pattern in group}
    return None if name in words else _no_treatment(name, database)


def _no_record(name: str, database: Database) -> str | None:
    return None if name in database.records else f"no record is called '{name}'{hint(name, database.records)}"


def _no_cue(name: str, _database: Database) -> str | None:
    patterns = (pattern.name for group in load_patterns().values() for pattern in group)
    known = (*load_cues(), *patterns)
    return None if any(each.startswith(name) for each in known) else f"no cue is called '{name}'{hint(name, known)}"


def _meant(name: str, pool: Mapping[str, Record]) -> str:
    """The end of the message: a treatment is often called by a name that is not its identifier."""
    from medlint.evidence.searching import search  # only when something is wrong

    found = search(name.replace("-", " "), pool, most=1)
    spelt = hint(name, pool) or "; find it with 'medlint claims search WORDS'"
    return f"; did you mean '{found[0].entry.id}'?" if found else spelt


_no_treatment = partial(_no_concept, kinds=_TREATMENTS, sort="treatment")
_FAULTS: Mapping[str, _Fault] = {
    "about": _no_treatment,
    "not_about": _no_treatment,
    "comparators": _no_comparator,
    "not_comparators": _no_comparator,
    "outcomes": partial(_no_concept, kinds=(ConceptKind.OUTCOME,), sort="outcome"),
    "conditions": partial(_no_concept, kinds=(ConceptKind.CONDITION,), sort="condition"),
    "rests_on": _no_record,
    "cues": _no_cue,
    "not_cues": _no_cue,
}
